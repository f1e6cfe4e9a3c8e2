//! Languages and the way they are written.
//!
//! Entry point: [`Direction::of`].

use serde::{Deserialize, Serialize};

/// Writing direction, as in HTML's `dir`.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

/// Languages written from right to left by default (Unicode CLDR, `characterOrder`).
const RIGHT_TO_LEFT: &[&str] = &[
    "ar", "arc", "ckb", "dv", "fa", "he", "ks", "mzn", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur",
    "yi",
];

impl Direction {
    /// The direction of a BCP 47 tag: its script when it names one, else its language.
    pub fn of(tag: &str) -> Self {
        let mut parts = tag.split('-');
        let language = parts.next().unwrap_or_default();
        let script = parts.find(|part| part.len() == 4);
        let rtl = match script {
            Some(script) => ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"]
                .iter()
                .any(|known| script.eq_ignore_ascii_case(known)),
            None => RIGHT_TO_LEFT
                .iter()
                .any(|known| language.eq_ignore_ascii_case(known)),
        };
        if rtl { Self::Rtl } else { Self::Ltr }
    }

    /// The value of HTML's `dir`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// The language part of a BCP 47 tag: `pt` of `pt-BR`.
pub fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Direction;

    #[test]
    fn the_script_of_a_tag_outweighs_its_language() {
        assert_eq!(Direction::of("ar-EG"), Direction::Rtl);
        assert_eq!(Direction::of("az-Arab"), Direction::Rtl);
        assert_eq!(Direction::of("ar-Latn"), Direction::Ltr);
        assert_eq!(Direction::of("zh-Hant"), Direction::Ltr);
    }
}
