//! What kind of journalism a story is.
//!
//! Entry point: [`Genre`]. The kinds are the types of `NewsArticle` that schema.org took up from The Trust
//! Project (<https://schema.org/docs/news.html>). Only the press needs them, so the reader is built without.

use serde::{Deserialize, Serialize};

/// What kind of journalism a story is.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Genre {
    /// What an expert makes of the facts.
    Analysis,
    /// A question to the readers.
    AskPublic,
    /// What led to the news.
    Background,
    /// What the author thinks.
    Opinion,
    /// What the reporter saw and found out.
    Reportage,
    /// What a work or a thing is worth.
    Review,
}

impl Genre {
    /// The type of schema.org.
    pub fn schema_type(self) -> &'static str {
        match self {
            Self::Analysis => "AnalysisNewsArticle",
            Self::AskPublic => "AskPublicNewsArticle",
            Self::Background => "BackgroundNewsArticle",
            Self::Opinion => "OpinionNewsArticle",
            Self::Reportage => "ReportageNewsArticle",
            Self::Review => "ReviewNewsArticle",
        }
    }
}
