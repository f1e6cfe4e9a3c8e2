//! The texts of the reader's tools, every language side by side.
//!
//! Entry point: [`ToolWord`]. The reader knows a text only by its place in the table: the texts themselves are kept out
//! of the Wasm, where few visits need them, and published by the press as one small file for each language
//! ([`ToolWord::texts`]), which the tools load when the page has come.

/// Declares the texts. The compiler refuses one that lacks a language.
macro_rules! tool_words {
    ($($(#[$doc:meta])* $name:ident { $en:literal, $es:literal, $ar:literal, $zh:literal })*) => {
        /// A text of the reader's tools.
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        pub enum ToolWord {
            $($(#[$doc])* $name,)*
        }

        /// The languages, in the order of the table.
        #[cfg(not(target_arch = "wasm32"))]
        pub const LANGUAGES: [&str; 4] = ["en", "es", "ar", "zh"];

        #[cfg(not(target_arch = "wasm32"))]
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
}

impl ToolWord {
    /// Every text of one of [`LANGUAGES`], in the order of the table: what the reader finds under `word as usize`.
    #[cfg(not(target_arch = "wasm32"))]
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
