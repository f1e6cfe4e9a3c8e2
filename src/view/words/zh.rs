//! Interface texts in Chinese (simplified).

use super::Words;

pub(super) const WORDS: Words = Words {
    language: "zh",
    #[cfg(not(target_arch = "wasm32"))]
    skip_to_content: "跳到正文",
    sections: "版面",
    lead_stories: "要闻",
    latest: "最新报道",
    section: "版面",
    topic: "话题",
    topics: "话题",
    author: "作者",
    archive: "往期报道",
    #[cfg(not(target_arch = "wasm32"))]
    stories: &[("other", "{count} 篇报道")],
    by: "文／{names}",
    and: "、",
    comma: "，",
    updated: "更新于",
    live: "实时更新",
    #[cfg(not(target_arch = "wasm32"))]
    reading_time: &[("other", "阅读约需 {minutes} 分钟")],
    more_in_section: "更多{section}报道",
    related: "相关报道",
    see_also: "延伸阅读",
    correction: "更正",
    key_points: "要点",
    fact_box: "资料",
    timeline: "时间线",
    footnotes: "注释",
    back_to_text: "回到正文",
    gallery: "图集",
    picture_credit: "图片：{credit}",
    table: "表",
    audio: "音频",
    video: "视频",
    download_audio: "下载音频",
    download_video: "下载视频",
    transcript: "文字稿",
    load_embed: "从 {provider} 加载",
    embed_notice: "加载时会连接 {provider}，对方可能会设置 Cookie。",
    unsupported_block: "本文的这一部分（{kind}）无法在此显示。",
    faulty_block: "本文的这一部分有误，无法显示。",
    page: "第 {page} 页，共 {pages} 页",
    pagination: "分页",
    newer: "较新的报道",
    older: "较早的报道",
    not_found_title: "没有这个页面",
    not_found_text: "文章可能已移到别处，也可能是网址有误。本期的全部内容都在头版。",
    front_page: "头版",
    licence: "许可",
    contact: "联系我们",
    loading: "正在加载文章……",
    loaded: "{title}，页面已加载",
    error_title: "页面没有送到",
    error_offline: "您似乎没有连上网络。刚才读的内容还在这里。",
    error_timeout: "页面迟迟没有送到。刚才读的内容还在这里。",
    error_broken: "收到的不是本报的页面。",
    error_server: "服务器返回错误（{status}）。",
    retry: "重试",
    dismiss: "关闭",
    open_as_link: "以普通页面打开",
    #[cfg(not(target_arch = "wasm32"))]
    draft: "草稿",
    #[cfg(not(target_arch = "wasm32"))]
    scheduled: "定时发布",
    #[cfg(not(target_arch = "wasm32"))]
    search: "搜索",
    #[cfg(not(target_arch = "wasm32"))]
    search_words: "搜索词",
    #[cfg(not(target_arch = "wasm32"))]
    search_places: "按版面和日期查看全部报道",
    #[cfg(not(target_arch = "wasm32"))]
    found: "找到 {count} 篇报道",
    #[cfg(not(target_arch = "wasm32"))]
    found_nothing: "没有报道包含这些词。可以减少或更换搜索词。",
    #[cfg(not(target_arch = "wasm32"))]
    more_found: "更多报道",
    #[cfg(not(target_arch = "wasm32"))]
    narrow: "缩小范围",
    #[cfg(not(target_arch = "wasm32"))]
    any: "不限",
    #[cfg(not(target_arch = "wasm32"))]
    year: "年份",
    #[cfg(not(target_arch = "wasm32"))]
    in_language: "语言",
    #[cfg(not(target_arch = "wasm32"))]
    error_search: "搜索未能完成：部分索引没有送到。可从下方的版面和往期报道查看全部报道。",
};
