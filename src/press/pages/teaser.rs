//! A story as lists show it.

use super::Edition;
use crate::paper::page::Teaser;
use crate::press::calendar::Calendar;
use crate::press::enhance;
use crate::press::moment;
use crate::press::survey::Entry;
use crate::story::Moment;
use crate::view::words::Words;

impl Edition {
    /// A story in a few lines, on a page in `language`.
    pub(super) fn teaser(&self, entry: &Entry, language: &str, calendar: &Calendar) -> Teaser {
        let section = self
            .index
            .section(&entry.section)
            .map(|section| section.name.clone());
        let mut picture = entry.picture.clone();
        if let Some(picture) = &mut picture {
            picture.caption = Default::default();
            picture.credit.clear();
            enhance::publish_picture(picture, &self.assets);
        }
        Teaser {
            standfirst: entry.standfirst.clone(),
            kicker: if entry.kicker.is_empty() {
                section.unwrap_or_default()
            } else {
                entry.kicker.clone()
            },
            published: (!entry.published.is_empty()).then(|| Moment {
                datetime: moment::local(&entry.published, &self.zone),
                text: calendar.day(&entry.published),
            }),
            picture: picture.filter(|picture| !picture.source.is_empty()),
            live: entry.live,
            ..self.line(entry, language)
        }
    }

    /// A story by its headline alone.
    pub(super) fn line(&self, entry: &Entry, language: &str) -> Teaser {
        let foreign = entry.language != language;
        Teaser {
            address: entry.address.clone(),
            headline: entry.headline.clone(),
            language: if foreign {
                entry.language.clone()
            } else {
                String::new()
            },
            mark: mark(entry, language),
            ..Teaser::default()
        }
    }
}

/// What marks a story that is printed though it is not published, on a page in `language`.
pub(super) fn mark(entry: &Entry, language: &str) -> String {
    let words = Words::of(language);
    let mark = entry.unpublished.map(|reason| reason.mark(words));
    mark.unwrap_or_default().to_owned()
}
