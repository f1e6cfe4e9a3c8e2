//! The fields of a story's types.

use super::{Compact, Fields, Json, compact, deserialize, fields};
use crate::story::block::*;
use crate::story::picture::PictureSource;
use crate::story::tagged::Unsupported;
use crate::story::text::{Abbreviation, Foreign, Link, Nothing};
use crate::story::{Byline, Correction, Direction, Moment, Notice, Picture, Span, Story, Text};

compact!(Story {
    headline section published body
    | standfirst kicker topics bylines updated corrections language direction lead_picture related
    see_also canonical licence contact live
});
compact!(Picture { source | alt caption credit sources width height });
compact!(PictureSource { source width | });
compact!(Correction { date text | });
compact!(Notice { text | href });
fields!(Byline { name | role link picture address });

fields!(Heading { text | level id });
fields!(List { items | ordered });
fields!(ListItem { text | list });
fields!(Quotation { text | attribution source });
fields!(SeeAlso { story | headline address });
fields!(Code { text | language caption });
compact!(Gallery { pictures | caption });
compact!(Table { rows | caption header row_headers });
compact!(FactBox { title body | });
compact!(Timeline { entries | title });
compact!(TimelineEntry { date | title body });
compact!(Question { question answer | });
compact!(Footnote { id text | });
compact!(Audio { source | title caption transcript });
compact!(Video { source | title poster caption captions width height });
compact!(VideoCaptions { source language label | });
compact!(Embed { href title | provider description });
compact!(Update { date body | headline id });
compact!(Unsupported { kind | faulty });

compact!(Link { href text | });
compact!(Abbreviation { text title | });
compact!(Foreign { language text | direction });
fields!(Moment { datetime text | });

deserialize!(Story Picture Notice Direction);

impl Compact for Nothing {
    fn compact(json: &mut Json) -> Option<Self> {
        json.is_object().then_some(Self {})
    }
}

impl Compact for Moment {
    fn compact(json: &mut Json) -> Option<Self> {
        if json.is_object() {
            return Fields::fields(json);
        }
        Some(Self {
            datetime: Compact::compact(json)?,
            text: String::new(),
        })
    }
}

impl Compact for Text {
    fn compact(json: &mut Json) -> Option<Self> {
        match json {
            Json::Text(words) => Some(std::mem::take(words).into()),
            Json::Object(_) => Some(Self(vec![Compact::compact(json)?])),
            spans => Compact::compact(spans).map(Self),
        }
    }
}

impl Compact for Direction {
    fn compact(json: &mut Json) -> Option<Self> {
        match String::compact(json)?.as_str() {
            "ltr" => Some(Self::Ltr),
            "rtl" => Some(Self::Rtl),
            _ => None,
        }
    }
}
