### The interface texts in Arabic. What each is for stands in en.ftl.

## What pages are drawn with

sections = الأقسام
lead-stories = أبرز العناوين
latest = آخر الأخبار
section = القسم
topic = موضوع
topics = مواضيع
author = الكاتب
archive = الأرشيف
by = بقلم: { $names }
and = {" "}و
comma = ،{" "}
updated = حُدّث في
live = مباشر
more-in-section = المزيد في { $section }
related = مواضيع ذات صلة
see-also = اقرأ أيضًا
correction = تصويب
key-points = أبرز النقاط
fact-box = في سطور
timeline = التسلسل الزمني
footnotes = هوامش
back-to-text = العودة إلى النص
gallery = معرض الصور
picture-credit = الصورة: { $credit }
table = جدول
audio = صوت
video = فيديو
download-audio = تنزيل التسجيل الصوتي
download-video = تنزيل الفيديو
transcript = النص المكتوب
load-embed = حمّل المحتوى من { $provider }
embed-notice = سيجري الاتصال بـ { $provider }، وقد يحفظ ملفات تعريف الارتباط على جهازك.
unsupported-block = تعذّر عرض هذا الجزء من الموضوع ({ $kind }) هنا.
faulty-block = في هذا الجزء من الموضوع خطأ حال دون عرضه.
page = الصفحة { $page } من { $pages }
pagination = صفحات القائمة
newer = الأحدث
older = الأقدم
not-found-title = لا توجد صفحة بهذا العنوان
not-found-text = ربما نُقل المقال إلى مكان آخر، أو وقع خطأ في كتابة العنوان. ستجد عدد اليوم كاملًا في الصفحة الأولى.
front-page = الصفحة الأولى
licence = الترخيص
contact = اتصل بنا
loading = جارٍ تحميل المقال…
loaded = { $title }، اكتمل تحميل الصفحة
error-title = لم تصل هذه الصفحة
error-offline = يبدو أنك غير متصل بالإنترنت. ما كنت تقرؤه لا يزال هنا.
error-timeout = تأخّر وصول الصفحة كثيرًا. ما كنت تقرؤه لا يزال هنا.
error-broken = ما وصل ليس صفحة من صفحات هذه الصحيفة.
error-server = ردّ الخادم بخطأ ({ $status }).
retry = أعد المحاولة
dismiss = إغلاق
open-as-link = افتحها صفحةً عادية

## What the press alone writes

press-stories =
    { $count ->
        [zero] لا مقالات
        [one] مقالة واحدة
        [two] مقالتان
        [few] { $count } مقالات
        [many] { $count } مقالة
       *[other] { $count } مقالة
    }
press-reading-time =
    { $minutes ->
        [zero] أقل من دقيقة للقراءة
        [one] دقيقة واحدة للقراءة
        [two] دقيقتان للقراءة
        [few] { $minutes } دقائق للقراءة
        [many] { $minutes } دقيقة للقراءة
       *[other] { $minutes } دقيقة للقراءة
    }
press-skip-to-content = انتقل إلى المحتوى
press-draft = مسودة
press-scheduled = مجدول للنشر
press-search = بحث
press-search-words = كلمات البحث
press-search-places = كل المقالات، حسب القسم والتاريخ
press-found =
    { $count ->
        [zero] لم يُعثر على مقالات
        [one] عُثر على مقالة واحدة
        [two] عُثر على مقالتين
        [few] عُثر على { $count } مقالات
        [many] عُثر على { $count } مقالة
       *[other] عُثر على { $count } مقالة
    }
press-found-nothing = لا توجد مقالة فيها هذه الكلمات. جرّب كلمات أقل أو كلمات أخرى.
press-more-found = المزيد من المقالات
press-narrow = تضييق البحث
press-any = الكل
press-year = السنة
press-in-language = اللغة
press-error-search = تعذّر إتمام البحث: لم يصل جزء من الفهرس. تقود الأقسام والأرشيف أدناه إلى كل المقالات.

## The reader's tools

tools-tools = أدوات القراءة
tools-close = إغلاق
tools-not-kept = لا يحفظ متصفحك شيئًا لهذه الصحيفة، فما تختاره يسري حتى تغادرها.
tools-no-tools = تعذّر تحميل أدوات القراءة. تحقّق من اتصالك بالشبكة أو أعد تحميل الصفحة.
tools-display = المظهر
tools-colours = الألوان
tools-scheme-system = كما في النظام
tools-scheme-light = فاتح
tools-scheme-dark = داكن
tools-scheme-sepia = بني فاتح
tools-scheme-contrast = تباين عالٍ
tools-face = الخط
tools-face-own = خط الصحيفة
tools-face-sans = بلا زوائد
tools-face-system = خط النظام
tools-face-legible = سهل القراءة
tools-size = الحجم
tools-leading = المسافة بين الأسطر
tools-measure = طول السطر
tools-letter-space = المسافة بين الحروف
tools-word-space = المسافة بين الكلمات
tools-justified = ضبط الأسطر
tools-unbroken = بلا واصلات
tools-reset = كما في الصحيفة
tools-contents = المحتويات
tools-read-so-far = ما قُرئ حتى الآن
tools-minutes-left =
    { $minutes ->
        [zero] لا دقائق متبقية
        [one] بقيت دقيقة واحدة
        [two] بقيت دقيقتان
        [few] بقيت { $minutes } دقائق
        [many] بقيت { $minutes } دقيقة
       *[other] بقيت { $minutes } دقيقة
    }
tools-no-contents = لا أجزاء في هذه الصفحة لتُعرض.
tools-resume = تابع من حيث توقفت ({ $share }٪)
tools-find = بحث وانتقال
tools-find-field = قصة أو أمر
tools-commands = الأوامر
tools-stories-found = القصص
tools-find-more = ابحث في الصحيفة كلها
tools-find-failed = لا يمكن البحث في الصحيفة الآن.
tools-next-story = القصة التالية
tools-previous-page = الصفحة السابقة
tools-no-next-story = لا تُذكر هنا قصة أخرى.
tools-front-page = الصفحة الأولى
tools-keys = لوحة المفاتيح
tools-key = المفتاح
tools-key-does = ما يفعله
tools-open-commands = بحث وانتقال، من أي مكان
tools-close-open = إغلاق المفتوح
tools-keys-on = للمفاتيح المفردة وظائف
tools-swipes-on = السحب ينقل إلى القصة التالية أو الصفحة السابقة
tools-take-away = مشاركة وحفظ
tools-share = مشاركة…
tools-copy-link = نسخ الرابط
tools-copied = تم النسخ.
tools-copy-yourself = لا يسمح متصفحك لهذه الصفحة بالنسخ. انسخ من هنا:
tools-print = طباعة
tools-save-file = حفظ في ملف واحد (HTML)
tools-save-book = حفظ ككتاب (EPUB)
tools-cite = اقتباس
tools-saved = حُفظ باسم { $name }.
tools-save-failed = تعذّر الحفظ: لا شبكة، أو لا قصة.
tools-files-missing =
    { $count ->
        [zero] حُمّلت كل الملفات.
        [one] تعذّر تحميل ملف واحد وتُرك.
        [two] تعذّر تحميل ملفين وتُركا.
        [few] تعذّر تحميل { $count } ملفات وتُركت.
        [many] تعذّر تحميل { $count } ملفًا وتُركت.
       *[other] تعذّر تحميل { $count } ملف وتُركت.
    }
tools-data = المحفوظ
tools-data-about = كل هذا محفوظ في متصفحك وحده. لا يُرسل شيء إلى أي مكان.
tools-data-display = مظهر الصفحات
tools-data-places = مواضع توقفك في القصص
tools-data-keys = المفاتيح والسحب
tools-delete = حذف
tools-delete-all = حذف الكل
tools-delete-all-sure = سيُحذف نهائيًا كل ما ذُكر هنا، ومنه التظليلات والملاحظات، ومعه كل صفحة حُفظت أثناء قراءتك. يمكنك حفظه في ملف أولًا.
tools-delete-sure = { $what }: سيُحذف هذا نهائيًا. يمكنك حفظه في ملف أولًا.
tools-delete-now = حذف نهائي
tools-delete-not = عدم الحذف
tools-data-none = لا شيء محفوظ.
tools-export = حفظ في ملف
tools-import = أخذ من ملف
tools-imported = تم الأخذ.
tools-import-failed = لا يحوي هذا الملف شيئًا حُفظ هنا، فلم يتغير شيء.
tools-new-updates =
    { $count ->
        [zero] لا تحديثات جديدة
        [one] تحديث جديد واحد
        [two] تحديثان جديدان
        [few] { $count } تحديثات جديدة
        [many] { $count } تحديثًا جديدًا
       *[other] { $count } تحديث جديد
    }
tools-story-changed = حُدّثت هذه القصة.
tools-show-news = عرض
tools-to-note = كل الهوامش
tools-footnote = هامش { $number }
tools-pictures = الصور مكبّرة
tools-picture-before = الصورة السابقة
tools-picture-after = الصورة التالية
tools-larger = أكبر
tools-smaller = أصغر
tools-listen = استماع
tools-no-voice = ليس لدى متصفحك صوت للغة هذه الصفحة ({ $language }) يعمل على هذا الجهاز. تأتي الأصوات مع النظام أو تُضاف من إعداداته.
tools-play = اقرأ بصوت
tools-pause = إيقاف مؤقت
tools-paragraph-before = الفقرة السابقة
tools-paragraph-after = الفقرة التالية
tools-speed = السرعة
tools-voice = الصوت
tools-then-next = ثم اقرأ القصة التالية
tools-leave-out = تجاوز الكلمات بلغة لا صوت لها على هذا الجهاز
tools-voice-failed = تعطّل الصوت فتوقفت القراءة. حاول مجددًا أو اختر صوتًا آخر.
tools-keep = الحفظ
tools-keep-this = احفظ هذا المقال لقراءته دون اتصال
tools-unkeep = لا تحفظ هذا المقال بعد الآن
tools-keeping = جارٍ حفظ المقال…
tools-keep-done = حُفظ المقال مع صوره.
tools-keep-removed = لم يعد المقال محفوظًا.
tools-keep-failed = لم يصل جزء من المقال، فلم يتغيّر شيء. أعد المحاولة حين تكون متصلًا.
tools-no-room = لم يبقَ مكان لحفظ هذا المقال، فلم يُحفظ منه شيء. أزل مقالًا آخر أولًا.
tools-keep-impossible = لا يمكن حفظ مقالات هذه الصحيفة في نافذة المتصفح هذه.
tools-keep-none = لا مقال محفوظ بعد. ما قرأته تبقى قراءته ممكنة دون اتصال لبعض الوقت، وما تحفظه يبقى حتى تزيله.
tools-keep-search = ابحث في المحفوظات
tools-keep-remove = إزالة
tools-keep-used = المستخدم على هذا الجهاز، مع ما قرأته: { $used } من { $room }.
tools-notes = التظليلات والملاحظات
tools-selection = الكلمات المحددة
tools-mark = ظلّل
tools-marked = ظُلّلت الكلمات.
tools-unmark = أزل التظليل
tools-unmarked = أُزيل التظليل.
tools-note = ملاحظة
tools-copy-quotation = انسخ الاقتباس
tools-quotation = «{ $words }» — { $title }، { $url }
tools-link-to-words = رابط إلى هذه الكلمات
tools-no-notes = لا شيء مظلّل بعد. حدد كلمات من مقال ثم اختر «ظلّل» أو اضغط h.
tools-lost-words = لم تعد هذه الكلمات في المقال. تبقى محفوظة هنا.
tools-show-in-story = اعرضها في المقال
tools-other-notes = في مقالات أخرى
tools-export-markdown = احفظ بصيغة Markdown
tools-export-annotations = احفظ بصيغة Web Annotations
tools-changes = ما الذي تغيّر
tools-changed-since = تغيّر هذا المقال منذ قرأته.
tools-show-changes = اعرض ما تغيّر
tools-unchanged = لم يتغيّر شيء منذ آخر مرة قرأت فيها هذه الصفحة.
tools-changes-unknown = النسخة التي قرأتها قديمة جدًا، ولم يعد معروفًا ما تغيّر بعدها.
tools-changes-failed = تعذّر تحميل ما تغيّر. افتح هذا مجددًا حين تكون متصلًا.
tools-compared-with = مقارنةً بنسخة { $date } التي قرأتها:
tools-words-gone = حُذف:
tools-words-new = أُضيف:
tools-data-read = نسخ المقالات التي قرأتها
tools-not-here = يبدو أنك غير متصل بالإنترنت، وهذه الصفحة ليست من المحفوظ على هذا الجهاز.
tools-new-edition = طبعة جديدة من هذه الصحيفة جاهزة.
tools-show-edition = اعرضها
