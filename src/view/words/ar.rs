//! Interface texts in Arabic.

use super::Words;

pub(super) const WORDS: Words = Words {
    language: "ar",
    #[cfg(not(target_arch = "wasm32"))]
    skip_to_content: "انتقل إلى المحتوى",
    sections: "الأقسام",
    lead_stories: "أبرز العناوين",
    latest: "آخر الأخبار",
    section: "القسم",
    topic: "موضوع",
    topics: "مواضيع",
    author: "الكاتب",
    archive: "الأرشيف",
    #[cfg(not(target_arch = "wasm32"))]
    stories: &[
        ("zero", "لا مقالات"),
        ("one", "مقالة واحدة"),
        ("two", "مقالتان"),
        ("few", "{count} مقالات"),
        ("many", "{count} مقالة"),
        ("other", "{count} مقالة"),
    ],
    by: "بقلم: {names}",
    and: " و",
    comma: "، ",
    updated: "حُدّث في",
    live: "مباشر",
    #[cfg(not(target_arch = "wasm32"))]
    reading_time: &[
        ("zero", "أقل من دقيقة للقراءة"),
        ("one", "دقيقة واحدة للقراءة"),
        ("two", "دقيقتان للقراءة"),
        ("few", "{minutes} دقائق للقراءة"),
        ("many", "{minutes} دقيقة للقراءة"),
        ("other", "{minutes} دقيقة للقراءة"),
    ],
    more_in_section: "المزيد في {section}",
    related: "مواضيع ذات صلة",
    see_also: "اقرأ أيضًا",
    correction: "تصويب",
    key_points: "أبرز النقاط",
    fact_box: "في سطور",
    timeline: "التسلسل الزمني",
    footnotes: "هوامش",
    back_to_text: "العودة إلى النص",
    gallery: "معرض الصور",
    picture_credit: "الصورة: {credit}",
    table: "جدول",
    audio: "صوت",
    video: "فيديو",
    download_audio: "تنزيل التسجيل الصوتي",
    download_video: "تنزيل الفيديو",
    transcript: "النص المكتوب",
    load_embed: "حمّل المحتوى من {provider}",
    embed_notice: "سيجري الاتصال بـ {provider}، وقد يحفظ ملفات تعريف الارتباط على جهازك.",
    unsupported_block: "تعذّر عرض هذا الجزء من الموضوع ({kind}) هنا.",
    faulty_block: "في هذا الجزء من الموضوع خطأ حال دون عرضه.",
    page: "الصفحة {page} من {pages}",
    pagination: "صفحات القائمة",
    newer: "الأحدث",
    older: "الأقدم",
    not_found_title: "لا توجد صفحة بهذا العنوان",
    not_found_text: "ربما نُقل المقال إلى مكان آخر، أو وقع خطأ في كتابة العنوان. ستجد عدد اليوم كاملًا في الصفحة الأولى.",
    front_page: "الصفحة الأولى",
    licence: "الترخيص",
    contact: "اتصل بنا",
    loading: "جارٍ تحميل المقال…",
    loaded: "{title}، اكتمل تحميل الصفحة",
    error_title: "لم تصل هذه الصفحة",
    error_offline: "يبدو أنك غير متصل بالإنترنت. ما كنت تقرؤه لا يزال هنا.",
    error_timeout: "تأخّر وصول الصفحة كثيرًا. ما كنت تقرؤه لا يزال هنا.",
    error_broken: "ما وصل ليس صفحة من صفحات هذه الصحيفة.",
    error_server: "ردّ الخادم بخطأ ({status}).",
    retry: "أعد المحاولة",
    dismiss: "إغلاق",
    open_as_link: "افتحها صفحةً عادية",
    #[cfg(not(target_arch = "wasm32"))]
    draft: "مسودة",
    #[cfg(not(target_arch = "wasm32"))]
    scheduled: "مجدول للنشر",
    #[cfg(not(target_arch = "wasm32"))]
    search: "بحث",
    #[cfg(not(target_arch = "wasm32"))]
    search_words: "كلمات البحث",
    #[cfg(not(target_arch = "wasm32"))]
    search_places: "كل المقالات، حسب القسم والتاريخ",
    #[cfg(not(target_arch = "wasm32"))]
    found: "عدد المقالات: {count}",
    #[cfg(not(target_arch = "wasm32"))]
    found_nothing: "لا توجد مقالة فيها هذه الكلمات. جرّب كلمات أقل أو كلمات أخرى.",
    #[cfg(not(target_arch = "wasm32"))]
    more_found: "المزيد من المقالات",
    #[cfg(not(target_arch = "wasm32"))]
    narrow: "تضييق البحث",
    #[cfg(not(target_arch = "wasm32"))]
    any: "الكل",
    #[cfg(not(target_arch = "wasm32"))]
    year: "السنة",
    #[cfg(not(target_arch = "wasm32"))]
    in_language: "اللغة",
    #[cfg(not(target_arch = "wasm32"))]
    error_search: "تعذّر إتمام البحث: لم يصل جزء من الفهرس. تقود الأقسام والأرشيف أدناه إلى كل المقالات.",
};
