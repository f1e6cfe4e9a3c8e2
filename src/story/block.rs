//! The blocks a body is made of.
//!
//! Entry point: [`Block`]. Each kind has one struct (or a [`Text`]) as its content; a kind that is
//! mostly text may be written as that text alone.

use serde::{Deserialize, Serialize};

use super::byline::Correction;
use super::moment::Moment;
use super::picture::Picture;
use super::tagged::{short_form, tagged};
use super::text::{Nothing, Text};

tagged! {
    /// One block of a body.
    pub enum Block, string Paragraph {
        /// A paragraph.
        "paragraph" Paragraph(Text),
        /// A subheading.
        "heading" Heading(Heading),
        /// A list.
        "list" List(List),
        /// Somebody's words.
        "quotation" Quotation(Quotation),
        /// Words of the story itself, set large.
        "pull_quote" PullQuote(Quotation),
        /// A line that leads to another story.
        "see_also" SeeAlso(SeeAlso),
        /// A picture.
        "picture" Picture(Picture),
        /// Several pictures.
        "gallery" Gallery(Gallery),
        /// A table.
        "table" Table(Table),
        /// Preformatted text.
        "code" Code(Code),
        /// A box of background.
        "fact_box" FactBox(FactBox),
        /// The story in a few points.
        "key_points" KeyPoints(Vec<Text>),
        /// What happened when.
        "timeline" Timeline(Timeline),
        /// Questions and answers.
        "questions" Questions(Vec<Question>),
        /// The footnotes that marks in the text lead to.
        "footnotes" Footnotes(Vec<Footnote>),
        /// A break between parts.
        "divider" Divider(Nothing),
        /// A sound.
        "audio" Audio(Audio),
        /// A film.
        "video" Video(Video),
        /// A page of another site, as a card.
        "embed" Embed(Embed),
        /// A dated entry of a live story.
        "update" Update(Update),
        /// Something put right.
        "correction" Correction(Correction),
    }
}

impl Block {
    /// The lists of blocks inside this one, in reading order.
    pub fn inner(&self) -> Vec<&[Block]> {
        match self {
            Self::FactBox(fact_box) => vec![&fact_box.body],
            Self::Update(update) => vec![&update.body],
            Self::Audio(audio) => vec![&audio.transcript],
            Self::Timeline(timeline) => timeline
                .entries
                .iter()
                .map(|entry| entry.body.as_slice())
                .collect(),
            Self::Questions(questions) => {
                questions.iter().map(|one| one.answer.as_slice()).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// A subheading.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(transform = Heading::accept_short_form))]
#[serde(remote = "Self")]
pub struct Heading {
    /// 2 to 4; the headline is 1.
    #[serde(default = "two", skip_serializing_if = "is_two")]
    pub level: u8,
    /// The words.
    pub text: Text,
    /// The fragment that leads here; the press makes it from the words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
}

fn two() -> u8 {
    2
}

fn is_two(level: &u8) -> bool {
    *level == 2
}

short_form!(Heading, Text, |text| Heading {
    level: 2,
    text,
    id: String::new()
});

/// A list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(transform = List::accept_short_form))]
#[serde(remote = "Self")]
pub struct List {
    /// The order matters.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ordered: bool,
    /// The items.
    pub items: Vec<ListItem>,
}

short_form!(List, Vec<ListItem>, |items| List {
    ordered: false,
    items
});

/// An item of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(transform = ListItem::accept_short_form))]
#[serde(remote = "Self")]
pub struct ListItem {
    /// The words.
    pub text: Text,
    /// A list inside this item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<Box<List>>,
}

short_form!(ListItem, Text, |text| ListItem { text, list: None });

/// Somebody's words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(transform = Quotation::accept_short_form))]
#[serde(remote = "Self")]
pub struct Quotation {
    /// The words.
    pub text: Text,
    /// Who said them.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub attribution: Text,
    /// URL of where they stand.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

short_form!(Quotation, Text, |text| Quotation {
    text,
    ..Quotation::default()
});

/// A line that leads to another story.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(transform = SeeAlso::accept_short_form))]
#[serde(remote = "Self")]
pub struct SeeAlso {
    /// Slug of the story.
    pub story: String,
    /// Its headline; the press fills it in when left out.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub headline: String,
    /// Its address in the paper; the press adds it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
}

short_form!(SeeAlso, String, |story| SeeAlso {
    story,
    ..SeeAlso::default()
});

/// Several pictures that belong together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Gallery {
    /// Words for all of them.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub caption: Text,
    /// The pictures, in order.
    pub pictures: Vec<Picture>,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Table {
    /// What the table shows.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub caption: Text,
    /// The cells that head the columns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub header: Vec<Text>,
    /// The rows.
    pub rows: Vec<Vec<Text>>,
    /// The first cell of each row heads it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub row_headers: bool,
}

/// Preformatted text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(transform = Code::accept_short_form))]
#[serde(remote = "Self")]
pub struct Code {
    /// The text, with its line breaks.
    pub text: String,
    /// The programming language.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// Words under it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub caption: Text,
}

short_form!(Code, String, |text| Code {
    text,
    ..Code::default()
});

/// A box of background.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct FactBox {
    /// What the box is about.
    pub title: Text,
    /// Its content.
    pub body: Vec<Block>,
}

/// What happened when.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Timeline {
    /// What the timeline is about.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub title: Text,
    /// Its entries, in order.
    pub entries: Vec<TimelineEntry>,
}

/// One entry of a timeline.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct TimelineEntry {
    /// A year, a month or a day.
    pub date: Moment,
    /// What happened, in a few words.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub title: Text,
    /// What happened, told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub body: Vec<Block>,
}

/// A question and its answer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Question {
    /// The question.
    pub question: Text,
    /// The answer.
    pub answer: Vec<Block>,
}

/// A footnote.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Footnote {
    /// What marks in the text name it by; letters, digits, `-` and `_`.
    pub id: String,
    /// The note.
    pub text: Text,
}

/// A sound.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Audio {
    /// Path of the file from the top of the paper.
    pub source: String,
    /// What one hears.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Words under it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub caption: Text,
    /// What is said, for those who do not hear it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub transcript: Vec<Block>,
}

/// A film.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Video {
    /// Path of the file from the top of the paper.
    pub source: String,
    /// What one sees.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Path of the picture shown before it plays.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub poster: String,
    /// Words under it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub caption: Text,
    /// Captions inside the film.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub captions: Vec<VideoCaptions>,
    /// Width in pixels; the press reads it from the poster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Height in pixels; the press reads it from the poster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
}

/// Captions of a film in one language (WebVTT).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct VideoCaptions {
    /// Path of the `.vtt` file.
    pub source: String,
    /// BCP 47 tag.
    pub language: String,
    /// The language's name, as the player's menu shows it.
    pub label: String,
}

/// A page of another site, shown as a card until the reader asks for the page itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Embed {
    /// Its `https:` URL.
    pub href: String,
    /// What it is.
    pub title: String,
    /// Whose it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub provider: String,
    /// What it shows.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub description: Text,
}

/// A dated entry of a live story.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Update {
    /// When it was written.
    pub date: Moment,
    /// Its headline.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub headline: Text,
    /// Its content.
    pub body: Vec<Block>,
    /// The fragment that leads here; the press makes it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
}
