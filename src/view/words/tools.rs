//! The texts of the reader's tools, every language side by side.
//!
//! Entry point: [`ToolWord`]. The reader knows a text only by its place in the table.

/// Declares the texts. The compiler refuses one that lacks a language.
macro_rules! tool_words {
    ($($(#[$doc:meta])* $name:ident { $en:literal, $es:literal, $ar:literal, $zh:literal })*) => {
        /// A text of the reader's tools.
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        pub enum ToolWord {
            $($(#[$doc])* $name,)*
        }

        /// The languages, in the order of the table.
        const LANGUAGES: [&str; 4] = ["en", "es", "ar", "zh"];

        const TEXTS: &[[&str; 4]] = &[$([$en, $es, $ar, $zh],)*];
    };
}

tool_words! {
    /// Names the panel and its button.
    Tools {
        "Reading tools",
        "Herramientas de lectura",
        "أدوات القراءة",
        "阅读工具"
    }
    /// Closes the panel, or a message.
    Close {
        "Close",
        "Cerrar",
        "إغلاق",
        "关闭"
    }
    /// Said once where the browser keeps nothing.
    NotKept {
        "Your browser keeps nothing for this paper, so what you choose holds until you leave it.",
        "Su navegador no guarda nada de este periódico: lo que elija vale hasta que salga de él.",
        "لا يحفظ متصفحك شيئًا لهذه الصحيفة، فما تختاره يسري حتى تغادرها.",
        "您的浏览器不为本报保存任何内容，所选设置在您离开之前有效。"
    }
    /// Names the choice of how pages look.
    Display {
        "Display",
        "Aspecto",
        "المظهر",
        "显示"
    }
    /// Heads the colour schemes.
    Colours {
        "Colours",
        "Colores",
        "الألوان",
        "配色"
    }
    /// The colours that the system asks for.
    SchemeSystem {
        "As the system",
        "Como el sistema",
        "كما في النظام",
        "跟随系统"
    }
    /// A scheme.
    SchemeLight {
        "Light",
        "Claro",
        "فاتح",
        "浅色"
    }
    /// A scheme.
    SchemeDark {
        "Dark",
        "Oscuro",
        "داكن",
        "深色"
    }
    /// A scheme.
    SchemeSepia {
        "Sepia",
        "Sepia",
        "بني فاتح",
        "米黄"
    }
    /// A scheme.
    SchemeContrast {
        "High contrast",
        "Alto contraste",
        "تباين عالٍ",
        "高对比度"
    }
    /// Heads the faces.
    Face {
        "Typeface",
        "Letra",
        "الخط",
        "字体"
    }
    /// The face that the paper is set in.
    FaceOwn {
        "The paper’s",
        "La del periódico",
        "خط الصحيفة",
        "本报字体"
    }
    /// A face.
    FaceSans {
        "Without serifs",
        "Sin remates",
        "بلا زوائد",
        "无衬线"
    }
    /// The face of the machine.
    FaceSystem {
        "The system’s",
        "La del sistema",
        "خط النظام",
        "系统字体"
    }
    /// A face made to be told apart letter by letter.
    FaceLegible {
        "Easily read",
        "Fácil de leer",
        "سهل القراءة",
        "易读字体"
    }
    /// Size of type.
    Size {
        "Size",
        "Tamaño",
        "الحجم",
        "字号"
    }
    /// Space between lines.
    Leading {
        "Space between lines",
        "Espacio entre líneas",
        "المسافة بين الأسطر",
        "行距"
    }
    /// Length of lines.
    Measure {
        "Length of lines",
        "Largo de línea",
        "طول السطر",
        "行长"
    }
    /// Space between letters.
    LetterSpace {
        "Space between letters",
        "Espacio entre letras",
        "المسافة بين الحروف",
        "字距"
    }
    /// Space between words.
    WordSpace {
        "Space between words",
        "Espacio entre palabras",
        "المسافة بين الكلمات",
        "词距"
    }
    /// Both edges of the text are even.
    Justified {
        "Justified lines",
        "Texto justificado",
        "ضبط الأسطر",
        "两端对齐"
    }
    /// No word is broken at the end of a line.
    Unbroken {
        "No hyphens",
        "Sin guiones",
        "بلا واصلات",
        "不断词"
    }
    /// Goes back to how the paper looks.
    Reset {
        "As the paper has it",
        "Como en el periódico",
        "كما في الصحيفة",
        "恢复本报样式"
    }
    /// Names the headings of a story.
    Contents {
        "Contents",
        "Contenido",
        "المحتويات",
        "目录"
    }
    /// Names how much of a story is read.
    ReadSoFar {
        "Read so far",
        "Leído hasta aquí",
        "ما قُرئ حتى الآن",
        "已读"
    }
    /// How long the rest takes; `{minutes}`.
    MinutesLeft {
        "Minutes left: {minutes}",
        "Minutos que quedan: {minutes}",
        "الدقائق المتبقية: {minutes}",
        "剩余分钟：{minutes}"
    }
    /// The page is no story.
    NoContents {
        "This page has no parts to list.",
        "Esta página no tiene partes que enumerar.",
        "لا أجزاء في هذه الصفحة لتُعرض.",
        "本页没有可列出的部分。"
    }
    /// Goes on where one stopped, at `{share}` of a hundred.
    Resume {
        "Go on where you stopped ({share}%)",
        "Seguir donde lo dejó ({share} %)",
        "تابع من حيث توقفت ({share}٪)",
        "从上次停下处继续（{share}%）"
    }
    /// Names the tool that finds stories and commands.
    Find {
        "Find and go",
        "Buscar e ir",
        "بحث وانتقال",
        "查找与跳转"
    }
    /// Names its field.
    FindField {
        "A story or a command",
        "Un artículo o una orden",
        "قصة أو أمر",
        "文章或命令"
    }
    /// Heads what can be done.
    Commands {
        "Commands",
        "Órdenes",
        "الأوامر",
        "命令"
    }
    /// Heads the stories that were found.
    StoriesFound {
        "Stories",
        "Artículos",
        "القصص",
        "文章"
    }
    /// Leads to the search page, with what was typed.
    FindMore {
        "Search the whole paper",
        "Buscar en todo el periódico",
        "ابحث في الصحيفة كلها",
        "在全报中搜索"
    }
    /// The search index did not come, or the paper has none.
    FindFailed {
        "The paper cannot be searched just now.",
        "Ahora no se puede buscar en el periódico.",
        "لا يمكن البحث في الصحيفة الآن.",
        "目前无法搜索本报。"
    }
    /// Leads to a story one has not read.
    NextStory {
        "Next story",
        "Artículo siguiente",
        "القصة التالية",
        "下一篇"
    }
    /// Leads to the page before.
    PreviousPage {
        "Page before",
        "Página anterior",
        "الصفحة السابقة",
        "上一页"
    }
    /// There is no story that leads on.
    NoNextStory {
        "No further story is named here.",
        "Aquí no se nombra ningún otro artículo.",
        "لا تُذكر هنا قصة أخرى.",
        "此处没有其他文章。"
    }
    /// Leads to the front page.
    FrontPage {
        "Front page",
        "Portada",
        "الصفحة الأولى",
        "头版"
    }
    /// Names the tool that explains the keys.
    Keys {
        "Keyboard",
        "Teclado",
        "لوحة المفاتيح",
        "键盘"
    }
    /// Heads the keys, and names their column.
    Key {
        "Key",
        "Tecla",
        "المفتاح",
        "按键"
    }
    /// Names the column of what keys do.
    KeyDoes {
        "What it does",
        "Qué hace",
        "ما يفعله",
        "作用"
    }
    /// Opens the commands.
    OpenCommands {
        "Find and go, from anywhere",
        "Buscar e ir, desde cualquier lugar",
        "بحث وانتقال، من أي مكان",
        "随处查找与跳转"
    }
    /// Closes what is open.
    CloseOpen {
        "Close what is open",
        "Cerrar lo que esté abierto",
        "إغلاق المفتوح",
        "关闭已打开的面板"
    }
    /// A switch: single letters are heeded.
    KeysOn {
        "Single keys do something",
        "Las teclas sueltas hacen algo",
        "للمفاتيح المفردة وظائف",
        "启用单键快捷键"
    }
    /// A switch: a swipe leads on.
    SwipesOn {
        "A swipe leads to the next story or the page before",
        "Deslizar lleva al artículo siguiente o a la página anterior",
        "السحب ينقل إلى القصة التالية أو الصفحة السابقة",
        "滑动可前往下一篇或上一页"
    }
    /// Names the tool that gives a story away.
    TakeAway {
        "Share and save",
        "Compartir y guardar",
        "مشاركة وحفظ",
        "分享与保存"
    }
    /// Opens the machine's own way to share.
    Share {
        "Share …",
        "Compartir…",
        "مشاركة…",
        "分享…"
    }
    /// Copies the address.
    CopyLink {
        "Copy the link",
        "Copiar el enlace",
        "نسخ الرابط",
        "复制链接"
    }
    /// It was copied.
    Copied {
        "Copied.",
        "Copiado.",
        "تم النسخ.",
        "已复制。"
    }
    /// Copying is forbidden; names the field with what was to be copied.
    CopyYourself {
        "Your browser does not let this page copy. Copy it from here:",
        "Su navegador no deja copiar a esta página. Cópielo de aquí:",
        "لا يسمح متصفحك لهذه الصفحة بالنسخ. انسخ من هنا:",
        "浏览器不允许本页复制，请从此处复制："
    }
    /// Prints the page.
    Print {
        "Print",
        "Imprimir",
        "طباعة",
        "打印"
    }
    /// Saves a story as one HTML file.
    SaveFile {
        "Save as one file (HTML)",
        "Guardar en un archivo (HTML)",
        "حفظ في ملف واحد (HTML)",
        "存为单个文件（HTML）"
    }
    /// Saves a story as a book.
    SaveBook {
        "Save as a book (EPUB)",
        "Guardar como libro (EPUB)",
        "حفظ ككتاب (EPUB)",
        "存为电子书（EPUB）"
    }
    /// Heads the forms of citation.
    Cite {
        "Cite",
        "Citar",
        "اقتباس",
        "引用"
    }
    /// It was saved; `{name}`.
    Saved {
        "Saved as {name}.",
        "Guardado como {name}.",
        "حُفظ باسم {name}.",
        "已存为 {name}。"
    }
    /// A file could not be made.
    SaveFailed {
        "This could not be saved: there is no network, or no story.",
        "No se pudo guardar: no hay red, o no hay artículo.",
        "تعذّر الحفظ: لا شبكة، أو لا قصة.",
        "未能保存：没有网络，或没有文章。"
    }
    /// Pictures or stories could not be had; `{count}`.
    PicturesLack {
        "What could not be loaded, and is left out: {count}.",
        "Lo que no se pudo cargar y falta: {count}.",
        "ما تعذّر تحميله وتُرك: {count}.",
        "未能载入而略去的内容：{count}。"
    }
    /// Names the tool that shows what is stored.
    Data {
        "What is stored",
        "Lo guardado",
        "المحفوظ",
        "已存数据"
    }
    /// What it is about.
    DataAbout {
        "All of this is kept in your browser alone. Nothing is sent anywhere.",
        "Todo esto se guarda solo en su navegador. Nada se envía a ninguna parte.",
        "كل هذا محفوظ في متصفحك وحده. لا يُرسل شيء إلى أي مكان.",
        "这些都只保存在您的浏览器中，不会发送到任何地方。"
    }
    /// The choices of the display.
    DataDisplay {
        "How pages look",
        "Aspecto de las páginas",
        "مظهر الصفحات",
        "页面外观"
    }
    /// The places in stories.
    DataPlaces {
        "Where you stopped in stories",
        "Dónde se detuvo en los artículos",
        "مواضع توقفك في القصص",
        "文章中的停留位置"
    }
    /// The switches of keys and swipes.
    DataKeys {
        "Keys and swipes",
        "Teclas y gestos",
        "المفاتيح والسحب",
        "按键与滑动"
    }
    /// Deletes one kind.
    Delete {
        "Delete",
        "Borrar",
        "حذف",
        "删除"
    }
    /// Deletes all kinds.
    DeleteAll {
        "Delete everything",
        "Borrarlo todo",
        "حذف الكل",
        "全部删除"
    }
    /// Asked before everything is deleted.
    DeleteAllSure {
        "All that is named here will be deleted for good, highlights and notes too, and with it every page that was kept while you read. You can save it to a file first.",
        "Se borrará para siempre todo lo que se nombra aquí, también los subrayados y las notas, y con ello las páginas guardadas al leer. Antes puede guardarlo en un archivo.",
        "سيُحذف نهائيًا كل ما ذُكر هنا، ومنه التظليلات والملاحظات، ومعه كل صفحة حُفظت أثناء قراءتك. يمكنك حفظه في ملف أولًا.",
        "此处列出的全部内容（包括标注与笔记），连同阅读时保存的页面，都将永久删除。您可以先导出到文件。"
    }
    /// Asked before one kind is deleted; `{what}`.
    DeleteSure {
        "{what}: this will be deleted for good. You can save it to a file first.",
        "{what}: se borrará para siempre. Antes puede guardarlo en un archivo.",
        "{what}: سيُحذف هذا نهائيًا. يمكنك حفظه في ملف أولًا.",
        "{what}：将永久删除。您可以先导出到文件。"
    }
    /// Deletes it.
    DeleteNow {
        "Delete for good",
        "Borrar para siempre",
        "حذف نهائي",
        "永久删除"
    }
    /// Does not.
    DeleteNot {
        "Do not delete",
        "No borrar",
        "عدم الحذف",
        "不删除"
    }
    /// Nothing is stored.
    DataNone {
        "Nothing is stored.",
        "No hay nada guardado.",
        "لا شيء محفوظ.",
        "没有已存的内容。"
    }
    /// Writes all kinds into one file.
    Export {
        "Save to a file",
        "Guardar en un archivo",
        "حفظ في ملف",
        "导出到文件"
    }
    /// Reads them from one.
    Import {
        "Take from a file",
        "Tomar de un archivo",
        "أخذ من ملف",
        "从文件导入"
    }
    /// They were read.
    Imported {
        "Taken over.",
        "Incorporado.",
        "تم الأخذ.",
        "已导入。"
    }
    /// The file is none of these.
    ImportFailed {
        "This file holds nothing that was saved here, so nothing was changed.",
        "Este archivo no contiene nada guardado aquí; no se ha cambiado nada.",
        "لا يحوي هذا الملف شيئًا حُفظ هنا، فلم يتغير شيء.",
        "此文件不含由此保存的内容，未作任何更改。"
    }
    /// So many updates of a live story are new; `{count}`.
    NewUpdates {
        "New updates: {count}",
        "Actualizaciones nuevas: {count}",
        "تحديثات جديدة: {count}",
        "新动态：{count}"
    }
    /// A story was changed while it was read.
    StoryChanged {
        "This story was updated.",
        "Este artículo se ha actualizado.",
        "حُدّثت هذه القصة.",
        "本文已更新。"
    }
    /// Shows what is new.
    ShowNews {
        "Show",
        "Mostrar",
        "عرض",
        "显示"
    }
    /// Leads from a note in place to the note.
    ToNote {
        "All notes",
        "Todas las notas",
        "كل الهوامش",
        "所有脚注"
    }
    /// Names the pictures that are shown large.
    Pictures {
        "Pictures, large",
        "Imágenes en grande",
        "الصور مكبّرة",
        "放大查看图片"
    }
    /// Leads to the picture before.
    PictureBefore {
        "Picture before",
        "Imagen anterior",
        "الصورة السابقة",
        "上一张"
    }
    /// Leads to the next picture.
    PictureAfter {
        "Next picture",
        "Imagen siguiente",
        "الصورة التالية",
        "下一张"
    }
    /// Makes a picture larger.
    Larger {
        "Larger",
        "Más grande",
        "أكبر",
        "放大"
    }
    /// Makes a picture smaller.
    Smaller {
        "Smaller",
        "Más pequeña",
        "أصغر",
        "缩小"
    }
    /// Names the tool that reads aloud.
    Listen {
        "Listen",
        "Escuchar",
        "استماع",
        "朗读"
    }
    /// The browser has no voice; `{language}`.
    NoVoice {
        "Your browser has no voice for the language of this page ({language}) that speaks on this machine. Voices come with the system or can be added in its settings.",
        "Su navegador no tiene voz para el idioma de esta página ({language}) que hable en este equipo. Las voces vienen con el sistema o se añaden en sus ajustes.",
        "ليس لدى متصفحك صوت للغة هذه الصفحة ({language}) يعمل على هذا الجهاز. تأتي الأصوات مع النظام أو تُضاف من إعداداته.",
        "您的浏览器没有适合本页语言（{language}）且在本机运行的语音。语音随系统提供，也可在系统设置中添加。"
    }
    /// Starts reading aloud.
    Play {
        "Read aloud",
        "Leer en voz alta",
        "اقرأ بصوت",
        "开始朗读"
    }
    /// Stops for a while.
    Pause {
        "Pause",
        "Pausa",
        "إيقاف مؤقت",
        "暂停"
    }
    /// To the paragraph before.
    ParagraphBefore {
        "Paragraph before",
        "Párrafo anterior",
        "الفقرة السابقة",
        "上一段"
    }
    /// To the next paragraph.
    ParagraphAfter {
        "Next paragraph",
        "Párrafo siguiente",
        "الفقرة التالية",
        "下一段"
    }
    /// How fast.
    Speed {
        "Speed",
        "Velocidad",
        "السرعة",
        "语速"
    }
    /// Names the choice of voices.
    Voice {
        "Voice",
        "Voz",
        "الصوت",
        "语音"
    }
    /// A switch: goes on with another story.
    ThenNext {
        "Then read the next story",
        "Después leer el artículo siguiente",
        "ثم اقرأ القصة التالية",
        "之后朗读下一篇"
    }
    /// A switch: what to do with words that no voice can speak.
    LeaveOut {
        "Leave out words in a language without a voice on this machine",
        "Omitir las palabras en un idioma sin voz en este equipo",
        "تجاوز الكلمات بلغة لا صوت لها على هذا الجهاز",
        "跳过本机没有对应语音的外语文字"
    }
    /// A voice has failed.
    VoiceFailed {
        "The voice failed, so reading aloud has stopped. Try again, or choose another voice.",
        "La voz ha fallado y la lectura se ha detenido. Inténtelo de nuevo o elija otra voz.",
        "تعطّل الصوت فتوقفت القراءة. حاول مجددًا أو اختر صوتًا آخر.",
        "语音出错，朗读已停止。请重试或更换语音。"
    }
    /// Names the tool that keeps stories.
    Keep {
        "Keep",
        "Guardar",
        "الحفظ",
        "收藏"
    }
    /// Keeps the story that is shown.
    KeepThis {
        "Keep this story for reading offline",
        "Guardar este artículo para leerlo sin conexión",
        "احفظ هذا المقال لقراءته دون اتصال",
        "保存此文，离线阅读"
    }
    /// Keeps the story that is shown no longer.
    Unkeep {
        "Keep this story no longer",
        "Dejar de guardar este artículo",
        "لا تحفظ هذا المقال بعد الآن",
        "不再保存此文"
    }
    /// A story is being kept.
    Keeping {
        "Keeping the story…",
        "Guardando el artículo…",
        "جارٍ حفظ المقال…",
        "正在保存……"
    }
    /// A story was kept.
    KeepDone {
        "The story is kept, with its pictures.",
        "El artículo está guardado, con sus imágenes.",
        "حُفظ المقال مع صوره.",
        "此文连同图片已保存。"
    }
    /// A story is kept no longer.
    KeepRemoved {
        "The story is no longer kept.",
        "El artículo ya no está guardado.",
        "لم يعد المقال محفوظًا.",
        "此文不再保存。"
    }
    /// A part of a story did not come.
    KeepFailed {
        "A part of the story did not arrive, so nothing was changed. Try again when you are online.",
        "Una parte del artículo no ha llegado: no se ha cambiado nada. Inténtelo cuando haya conexión.",
        "لم يصل جزء من المقال، فلم يتغيّر شيء. أعد المحاولة حين تكون متصلًا.",
        "有一部分没有送到，因此未作更改。请联网后再试。"
    }
    /// The browser has no room for a story.
    NoRoom {
        "There is no room left to keep this story, so nothing of it was kept. Remove another one first.",
        "No queda sitio para este artículo: no se ha guardado nada de él. Quite antes otro.",
        "لم يبقَ مكان لحفظ هذا المقال، فلم يُحفظ منه شيء. أزل مقالًا آخر أولًا.",
        "空间不足，此文未保存。请先移除其他文章。"
    }
    /// The browser keeps nothing, or the paper is not to be kept.
    KeepImpossible {
        "Stories of this paper cannot be kept in this browser window.",
        "En esta ventana del navegador no se pueden guardar artículos de este periódico.",
        "لا يمكن حفظ مقالات هذه الصحيفة في نافذة المتصفح هذه.",
        "在此浏览器窗口中无法保存本报文章。"
    }
    /// No story is kept.
    KeepNone {
        "No story is kept yet. What you have read stays readable offline for a while; what you keep stays until you remove it.",
        "Aún no hay artículos guardados. Lo que ha leído se puede leer sin conexión por un tiempo; lo que guarde, hasta que lo quite.",
        "لا مقال محفوظ بعد. ما قرأته تبقى قراءته ممكنة دون اتصال لبعض الوقت، وما تحفظه يبقى حتى تزيله.",
        "尚未保存文章。读过的文章可离线阅读一段时间；保存的文章会一直保留，直到您移除。"
    }
    /// Names the field that searches the list.
    KeepSearch {
        "Search the kept stories",
        "Buscar en lo guardado",
        "ابحث في المحفوظات",
        "搜索已保存的文章"
    }
    /// Removes a story from the list.
    KeepRemove {
        "Remove",
        "Quitar",
        "إزالة",
        "移除"
    }
    /// How much this paper's host has stored; `{used}` and `{room}`.
    KeepUsed {
        "In use on this device, with pages you have read: {used} of {room}.",
        "En uso en este dispositivo, con lo que ha leído: {used} de {room}.",
        "المستخدم على هذا الجهاز، مع ما قرأته: {used} من {room}.",
        "本机已用（含读过的页面）：{used}，共 {room}。"
    }
    /// Names the list of highlights.
    Notes {
        "Highlights and notes",
        "Subrayados y notas",
        "التظليلات والملاحظات",
        "标注与笔记"
    }
    /// Names the bar for selected words.
    Selection {
        "Selected words",
        "Palabras seleccionadas",
        "الكلمات المحددة",
        "选中的文字"
    }
    /// Marks selected words.
    Mark {
        "Highlight",
        "Subrayar",
        "ظلّل",
        "标注"
    }
    /// Words were marked.
    Marked {
        "Highlighted.",
        "Subrayado.",
        "ظُلّلت الكلمات.",
        "已标注。"
    }
    /// Takes a mark away.
    Unmark {
        "Remove highlight",
        "Quitar el subrayado",
        "أزل التظليل",
        "移除标注"
    }
    /// A mark was taken away.
    Unmarked {
        "The highlight was removed.",
        "El subrayado se ha quitado.",
        "أُزيل التظليل.",
        "标注已移除。"
    }
    /// What somebody thinks of marked words.
    Note {
        "Note",
        "Nota",
        "ملاحظة",
        "笔记"
    }
    /// Copies selected words with their source.
    CopyQuotation {
        "Copy quotation",
        "Copiar la cita",
        "انسخ الاقتباس",
        "复制引文"
    }
    /// A quotation with its source; `{words}`, `{title}`, `{url}`.
    Quotation {
        "“{words}” — {title}, {url}",
        "«{words}» — {title}, {url}",
        "«{words}» — {title}، {url}",
        "“{words}”——{title}，{url}"
    }
    /// Shares or copies a link that leads to selected words.
    LinkToWords {
        "Link to these words",
        "Enlace a estas palabras",
        "رابط إلى هذه الكلمات",
        "此处文字的链接"
    }
    /// Nothing is marked.
    NoNotes {
        "Nothing is highlighted yet. Select words of a story, and choose Highlight or press h.",
        "Aún no hay nada subrayado. Seleccione palabras de un artículo y elija Subrayar o pulse h.",
        "لا شيء مظلّل بعد. حدد كلمات من مقال ثم اختر «ظلّل» أو اضغط h.",
        "尚无标注。请选中文章中的文字，然后选择“标注”或按 h。"
    }
    /// Marked words that the story no longer has.
    LostWords {
        "The story no longer has these words. They stay here.",
        "El artículo ya no contiene estas palabras. Se conservan aquí.",
        "لم تعد هذه الكلمات في المقال. تبقى محفوظة هنا.",
        "文章中已没有这些文字，它们保留在此。"
    }
    /// Shows marked words where they stand.
    ShowInStory {
        "Show in the story",
        "Ver en el artículo",
        "اعرضها في المقال",
        "在文中显示"
    }
    /// Heads the other stories that have highlights.
    OtherNotes {
        "In other stories",
        "En otros artículos",
        "في مقالات أخرى",
        "其他文章"
    }
    /// Writes the highlights to a file.
    ExportMarkdown {
        "Save as Markdown",
        "Guardar como Markdown",
        "احفظ بصيغة Markdown",
        "保存为 Markdown"
    }
    /// Writes the highlights to a file.
    ExportAnnotations {
        "Save as Web Annotations",
        "Guardar como Web Annotations",
        "احفظ بصيغة Web Annotations",
        "保存为 Web Annotations"
    }
    /// Names what has changed in a story.
    Changes {
        "What changed",
        "Qué ha cambiado",
        "ما الذي تغيّر",
        "改动"
    }
    /// Said when a story has changed.
    ChangedSince {
        "This story has changed since you read it.",
        "Este artículo ha cambiado desde que lo leyó.",
        "تغيّر هذا المقال منذ قرأته.",
        "您读过之后，本文有改动。"
    }
    /// Shows what changed.
    ShowChanges {
        "Show what changed",
        "Ver qué ha cambiado",
        "اعرض ما تغيّر",
        "查看改动"
    }
    /// A story is as it was read.
    Unchanged {
        "Nothing has changed since you last read this page.",
        "Nada ha cambiado desde la última vez que leyó esta página.",
        "لم يتغيّر شيء منذ آخر مرة قرأت فيها هذه الصفحة.",
        "自您上次阅读以来，本页没有改动。"
    }
    /// The version that was read is too old.
    ChangesUnknown {
        "The version you read is too old: what changed since is no longer known.",
        "La versión que leyó es demasiado antigua: ya no se sabe qué ha cambiado.",
        "النسخة التي قرأتها قديمة جدًا، ولم يعد معروفًا ما تغيّر بعدها.",
        "您读过的版本太旧，已无从得知其后的改动。"
    }
    /// What changed did not come.
    ChangesFailed {
        "What changed could not be loaded. Open this again when you are online.",
        "No se ha podido cargar qué ha cambiado. Ábralo de nuevo cuando haya conexión.",
        "تعذّر تحميل ما تغيّر. افتح هذا مجددًا حين تكون متصلًا.",
        "无法载入改动。请联网后重新打开。"
    }
    /// Heads the changes; `{date}` of the version that was read.
    ComparedWith {
        "Compared with the version of {date}, which you read:",
        "Comparado con la versión del {date}, la que usted leyó:",
        "مقارنةً بنسخة {date} التي قرأتها:",
        "与您读过的 {date} 版本相比："
    }
    /// Said before words that are gone.
    WordsGone {
        "Removed:",
        "Quitado:",
        "حُذف:",
        "删去："
    }
    /// Said before words that are new.
    WordsNew {
        "Added:",
        "Añadido:",
        "أُضيف:",
        "新增："
    }
    /// Names the kept versions of stories.
    DataRead {
        "Versions of the stories you have read",
        "Versiones de los artículos leídos",
        "نسخ المقالات التي قرأتها",
        "读过的文章版本"
    }
    /// A page is neither here nor to be had.
    NotHere {
        "You seem to be offline, and this page is not among those kept on this device.",
        "Parece que no hay conexión, y esta página no está entre las guardadas en este dispositivo.",
        "يبدو أنك غير متصل بالإنترنت، وهذه الصفحة ليست من المحفوظ على هذا الجهاز.",
        "您似乎没有联网，而本机也没有保存此页。"
    }
    /// A new version of the paper is ready.
    NewEdition {
        "A new edition of this paper is ready.",
        "Hay una nueva edición de este periódico.",
        "طبعة جديدة من هذه الصحيفة جاهزة.",
        "本报新一期已经就绪。"
    }
    /// Shows the new version.
    ShowEdition {
        "Show it",
        "Verla",
        "اعرضها",
        "查看"
    }
}

impl ToolWord {
    /// Every text of one of [`LANGUAGES`], in the order of the table: what the reader finds under `word as usize`.
    pub fn texts(language: &str) -> Vec<&'static str> {
        let column = LANGUAGES.iter().position(|known| *known == language);
        let column = column.unwrap_or_default();
        TEXTS.iter().map(|texts| texts[column]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::words::tests::marks;

    #[test]
    fn every_language_says_every_text_with_the_same_marks() {
        for texts in TEXTS {
            for text in texts {
                assert!(
                    !text.trim().is_empty(),
                    "a text beside {:?} is missing",
                    texts[0]
                );
                assert_eq!(marks(text), marks(texts[0]), "{text:?}");
            }
        }
    }

    #[test]
    fn every_language_but_english_has_texts_of_its_own() {
        let english = ToolWord::texts("en");
        for language in &LANGUAGES[1..] {
            let texts = ToolWord::texts(language);
            let own = texts
                .iter()
                .zip(&english)
                .filter(|(text, model)| text != model);
            assert!(
                own.count() * 10 > english.len() * 9,
                "{language} repeats English"
            );
        }
    }
}
