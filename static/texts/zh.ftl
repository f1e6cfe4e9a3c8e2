### The interface texts in Chinese. What each is for stands in en.ftl.

## What pages are drawn with

sections = 版面
lead-stories = 要闻
latest = 最新报道
section = 版面
topic = 话题
topics = 话题
author = 作者
archive = 往期报道
by = 文／{ $names }
and = 、
comma = ，
updated = 更新于
live = 实时更新
more-in-section = 更多{ $section }报道
related = 相关报道
see-also = 延伸阅读
correction = 更正
key-points = 要点
fact-box = 资料
timeline = 时间线
footnotes = 注释
back-to-text = 回到正文
gallery = 图集
picture-credit = 图片：{ $credit }
table = 表
audio = 音频
video = 视频
download-audio = 下载音频
download-video = 下载视频
transcript = 文字稿
load-embed = 从 { $provider } 加载
embed-notice = 加载时会连接 { $provider }，对方可能会设置 Cookie。
unsupported-block = 本文的这一部分（{ $kind }）无法在此显示。
faulty-block = 本文的这一部分有误，无法显示。
page = 第 { $page } 页，共 { $pages } 页
pagination = 分页
newer = 较新的报道
older = 较早的报道
not-found-title = 没有这个页面
not-found-text = 文章可能已移到别处，也可能是网址有误。本期的全部内容都在头版。
front-page = 头版
licence = 许可
contact = 联系我们
loading = 正在加载文章……
loaded = { $title }，页面已加载
error-title = 页面没有送到
error-offline = 您似乎没有连上网络。刚才读的内容还在这里。
error-timeout = 页面迟迟没有送到。刚才读的内容还在这里。
error-broken = 收到的不是本报的页面。
error-server = 服务器返回错误（{ $status }）。
retry = 重试
dismiss = 关闭
open-as-link = 以普通页面打开

## What the press alone writes

press-stories =
    { $count ->
       *[other] { $count } 篇报道
    }
press-reading-time =
    { $minutes ->
       *[other] 阅读约需 { $minutes } 分钟
    }
press-skip-to-content = 跳到正文
press-draft = 草稿
press-scheduled = 定时发布
press-search = 搜索
press-search-words = 搜索词
press-search-places = 按版面和日期查看全部报道
press-found =
    { $count ->
       *[other] 找到 { $count } 篇文章
    }
press-found-nothing = 没有报道包含这些词。可以减少或更换搜索词。
press-more-found = 更多报道
press-narrow = 缩小范围
press-any = 不限
press-year = 年份
press-in-language = 语言
press-error-search = 搜索未能完成：部分索引没有送到。可从下方的版面和往期报道查看全部报道。

## The reader's tools

tools-tools = 阅读工具
tools-close = 关闭
tools-not-kept = 您的浏览器不为本报保存任何内容，所选设置在您离开之前有效。
tools-no-tools = 无法载入阅读工具。请检查网络连接，或重新载入页面。
tools-display = 显示
tools-colours = 配色
tools-scheme-system = 跟随系统
tools-scheme-light = 浅色
tools-scheme-dark = 深色
tools-scheme-sepia = 米黄
tools-scheme-contrast = 高对比度
tools-face = 字体
tools-face-own = 本报字体
tools-face-sans = 无衬线
tools-face-system = 系统字体
tools-face-legible = 易读字体
tools-size = 字号
tools-leading = 行距
tools-measure = 行长
tools-letter-space = 字距
tools-word-space = 词距
tools-justified = 两端对齐
tools-unbroken = 不断词
tools-reset = 恢复本报样式
tools-contents = 目录
tools-read-so-far = 已读
tools-minutes-left =
    { $minutes ->
       *[other] 剩余 { $minutes } 分钟
    }
tools-no-contents = 本页没有可列出的部分。
tools-resume = 从上次停下处继续（{ $share }%）
tools-find = 查找与跳转
tools-find-field = 文章或命令
tools-commands = 命令
tools-stories-found = 文章
tools-find-more = 在全报中搜索
tools-find-failed = 目前无法搜索本报。
tools-next-story = 下一篇
tools-previous-page = 上一页
tools-no-next-story = 此处没有其他文章。
tools-front-page = 头版
tools-keys = 键盘
tools-key = 按键
tools-key-does = 作用
tools-open-commands = 随处查找与跳转
tools-close-open = 关闭已打开的面板
tools-keys-on = 启用单键快捷键
tools-swipes-on = 滑动可前往下一篇或上一页
tools-take-away = 分享与保存
tools-share = 分享…
tools-copy-link = 复制链接
tools-copied = 已复制。
tools-copy-yourself = 浏览器不允许本页复制，请从此处复制：
tools-print = 打印
tools-save-file = 存为单个文件（HTML）
tools-save-book = 存为电子书（EPUB）
tools-cite = 引用
tools-saved = 已存为 { $name }。
tools-save-failed = 未能保存：没有网络，或没有文章。
tools-files-missing =
    { $count ->
       *[other] { $count } 个文件未能载入，已略去。
    }
tools-data = 已存数据
tools-data-about = 这些都只保存在您的浏览器中，不会发送到任何地方。
tools-data-display = 页面外观
tools-data-places = 文章中的停留位置
tools-data-keys = 按键与滑动
tools-delete = 删除
tools-delete-all = 全部删除
tools-delete-all-sure = 此处列出的全部内容（包括标注与笔记），连同阅读时保存的页面，都将永久删除。您可以先导出到文件。
tools-delete-sure = { $what }：将永久删除。您可以先导出到文件。
tools-delete-now = 永久删除
tools-delete-not = 不删除
tools-data-none = 没有已存的内容。
tools-export = 导出到文件
tools-import = 从文件导入
tools-imported = 已导入。
tools-import-failed = 此文件不含由此保存的内容，未作任何更改。
tools-new-updates =
    { $count ->
       *[other] { $count } 条新动态
    }
tools-story-changed = 本文已更新。
tools-show-news = 显示
tools-to-note = 所有脚注
tools-footnote = 脚注 { $number }
tools-pictures = 放大查看图片
tools-picture-before = 上一张
tools-picture-after = 下一张
tools-larger = 放大
tools-smaller = 缩小
tools-listen = 朗读
tools-no-voice = 您的浏览器没有适合本页语言（{ $language }）且在本机运行的语音。语音随系统提供，也可在系统设置中添加。
tools-play = 开始朗读
tools-pause = 暂停
tools-paragraph-before = 上一段
tools-paragraph-after = 下一段
tools-speed = 语速
tools-voice = 语音
tools-then-next = 之后朗读下一篇
tools-leave-out = 跳过本机没有对应语音的外语文字
tools-voice-failed = 语音出错，朗读已停止。请重试或更换语音。
tools-keep = 收藏
tools-keep-this = 保存此文，离线阅读
tools-unkeep = 不再保存此文
tools-keeping = 正在保存……
tools-keep-done = 此文连同图片已保存。
tools-keep-removed = 此文不再保存。
tools-keep-failed = 有一部分没有送到，因此未作更改。请联网后再试。
tools-no-room = 空间不足，此文未保存。请先移除其他文章。
tools-keep-impossible = 在此浏览器窗口中无法保存本报文章。
tools-keep-none = 尚未保存文章。读过的文章可离线阅读一段时间；保存的文章会一直保留，直到您移除。
tools-keep-search = 搜索已保存的文章
tools-keep-remove = 移除
tools-keep-used = 本机已用（含读过的页面）：{ $used }，共 { $room }。
tools-notes = 标注与笔记
tools-selection = 选中的文字
tools-mark = 标注
tools-marked = 已标注。
tools-unmark = 移除标注
tools-unmarked = 标注已移除。
tools-note = 笔记
tools-copy-quotation = 复制引文
tools-quotation = “{ $words }”——{ $title }，{ $url }
tools-link-to-words = 此处文字的链接
tools-no-notes = 尚无标注。请选中文章中的文字，然后选择“标注”或按 h。
tools-lost-words = 文章中已没有这些文字，它们保留在此。
tools-show-in-story = 在文中显示
tools-other-notes = 其他文章
tools-export-markdown = 保存为 Markdown
tools-export-annotations = 保存为 Web Annotations
tools-changes = 改动
tools-changed-since = 您读过之后，本文有改动。
tools-show-changes = 查看改动
tools-unchanged = 自您上次阅读以来，本页没有改动。
tools-changes-unknown = 您读过的版本太旧，已无从得知其后的改动。
tools-changes-failed = 无法载入改动。请联网后重新打开。
tools-compared-with = 与您读过的 { $date } 版本相比：
tools-words-gone = 删去：
tools-words-new = 新增：
tools-data-read = 读过的文章版本
tools-not-here = 您似乎没有联网，而本机也没有保存此页。
tools-new-edition = 本报新一期已经就绪。
tools-show-edition = 查看
