//! The fields of a story's types.

use super::{Plain, Receive, fields, itself};
use crate::story::block::*;
use crate::story::picture::PictureSource;
use crate::story::tagged::Unsupported;
use crate::story::text::{Abbreviation, Foreign, Link, Nothing, Span};
use crate::story::{Byline, Correction, Direction, Moment, Notice, Picture, Story, Text};

fields!(Story {
    headline section published body
    | standfirst kicker topics bylines updated corrections language direction lead_picture related
    see_also canonical licence contact live
});
fields!(Picture { source | alt caption credit sources width height });
fields!(PictureSource { source width | });
fields!(Correction { date text | });
fields!(Notice { text | href });
fields!(Byline { name | role link picture address } short true);
fields!(Moment { datetime text | } short true);

fields!(Heading { text | level id } short true);
fields!(List { items | ordered } short true);
fields!(ListItem { text | list } short true);
fields!(Quotation { text | attribution source } short true);
fields!(SeeAlso { story | headline address } short true);
fields!(Code { text | language caption } short true);
fields!(Gallery { pictures | caption });
fields!(Table { rows | caption header row_headers });
fields!(FactBox { title body | });
fields!(Timeline { entries | title });
fields!(TimelineEntry { date | title body });
fields!(Question { question answer | });
fields!(Footnote { id text | });
fields!(Audio { source | title caption transcript });
fields!(Video { source | title poster caption captions width height });
fields!(VideoCaptions { source language label | });
fields!(Embed { href title | provider description });
fields!(Update { date body | headline id });
fields!(Unsupported { kind | faulty });

fields!(Link { href text | });
fields!(Abbreviation { text title | });
fields!(Foreign { language text | direction });
fields!(Nothing { | });

impl Default for Span {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl Default for Block {
    fn default() -> Self {
        Self::Paragraph(Text::default())
    }
}

impl Receive for Text {
    itself!();

    fn plain(&mut self, plain: Plain<'_>) -> bool {
        let Plain::Text(text) = plain else {
            return false;
        };
        *self = text.into();
        true
    }

    fn item(&mut self) -> Option<&mut dyn Receive> {
        self.0.item()
    }

    fn kind(&mut self, kind: &str) -> Option<&mut dyn Receive> {
        self.0.push(Span::default());
        self.0.last_mut()?.kind(kind)
    }
}

impl Receive for Direction {
    itself!();

    fn plain(&mut self, plain: Plain<'_>) -> bool {
        *self = match plain {
            Plain::Text("ltr") => Self::Ltr,
            Plain::Text("rtl") => Self::Rtl,
            _ => return false,
        };
        true
    }
}
