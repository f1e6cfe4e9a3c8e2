//! Who publishes a paper, and by which rules: what the paper tells machines of itself, and what it promises
//! its readers.
//!
//! Entry point: [`Publisher`]. The fields follow the trust indicators that schema.org took up from
//! The Trust Project (<https://schema.org/docs/news.html>).

use serde::{Deserialize, Serialize};

/// Who publishes a paper.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Publisher {
    /// The publisher's name; the paper's when empty.
    #[serde(default)]
    pub name: String,
    /// Path of the logo from the top of the paper.
    #[serde(default)]
    pub logo: String,
    /// Year or day of the founding: `1871`.
    #[serde(default)]
    pub founded: String,
    /// Pages of the paper elsewhere, as `https:` URLs.
    #[serde(default)]
    pub profiles: Vec<String>,
    /// Where the paper says by which rules it works.
    #[serde(default)]
    pub policies: Policies,
}

macro_rules! policies {
    ($($(#[doc = $words:literal])+ $field:ident = $property:literal,)+) => {
        /// Where a paper says by which rules it works: links as in stories (`https:` URLs, `story:slug`).
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        pub struct Policies {
            $($(#[doc = $words])+ #[serde(default)] pub $field: String,)+
        }

        impl Policies {
            /// Every policy: its field, its schema.org property, and where it stands; also those that are not given.
            pub fn all(&self) -> Vec<(&'static str, &'static str, &str)> {
                vec![$((stringify!($field), $property, self.$field.as_str()),)+]
            }

            /// Where every policy stands, to be written anew.
            pub fn all_mut(&mut self) -> Vec<&mut String> {
                vec![$(&mut self.$field,)+]
            }
        }
    };
}

policies! {
    /// By which principles the paper works as a whole.
    principles = "publishingPrinciples",
    /// How mistakes are put right.
    corrections = "correctionsPolicy",
    /// How journalists are to behave.
    ethics = "ethicsPolicy",
    /// Whose voices are heard.
    diversity = "diversityPolicy",
    /// Who owns and pays for the paper.
    ownership = "ownershipFundingInfo",
    /// Who makes the paper.
    masthead = "masthead",
    /// What the paper covers first.
    coverage = "missionCoveragePrioritiesPolicy",
    /// How facts are checked.
    verification = "verificationFactCheckingPolicy",
    /// When sources are not named.
    unnamed_sources = "unnamedSourcesPolicy",
    /// How readers take part.
    feedback = "actionableFeedbackPolicy",
}
