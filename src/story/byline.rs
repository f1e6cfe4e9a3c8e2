//! Who stands behind a story: bylines, corrections, licence and contact lines.

use serde::{Deserialize, Serialize};

use super::moment::Moment;
use super::picture::Picture;
use super::tagged::short_form;
use super::text::Text;

/// One of the people who made a story.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(transform = Byline::accept_short_form))]
#[serde(remote = "Self")]
pub struct Byline {
    /// The name, as printed.
    pub name: String,
    /// What the person does at the paper.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// A page of the person's own elsewhere.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// A portrait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
    /// Address of the author's page in the paper; the press adds it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
}

short_form!(Byline, String, |name| Byline {
    name,
    ..Byline::default()
});

/// Something the paper got wrong and put right.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Correction {
    /// When it was put right.
    pub date: Moment,
    /// What was wrong, and what is right.
    pub text: Text,
}

/// A line of words with a link: a licence, a contact, an entry of the navigation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Notice {
    /// The words.
    pub text: String,
    /// Where they lead; see [`super::url`].
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub href: String,
}
