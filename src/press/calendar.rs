//! Dates and times in the words of a language, and how long a story takes to read (Unicode CLDR, by ICU4X).
//!
//! Entry points: [`Calendar::words`], [`Calendar::reading_time`]. The press writes the words into the page's data, so
//! the reader carries no calendar.

use icu::calendar::{Date, Iso};
use icu::datetime::DateTimeFormatter;
use icu::datetime::fieldsets::{Y, YM, YMD, YMDE, YMDT};
use icu::locale::Locale;
use icu::plurals::{PluralCategory, PluralRules};
use icu::time::{DateTime, Time};
use jiff::Zoned;
use jiff::civil;

use super::moment::{Parsed, Zone, local};
use crate::story::Moment;
use crate::story::language::primary;
use crate::story::length::Length;
use crate::view::words::{Words, fill, form};

/// The dates of one language on the clock of one paper. Making one reads locale data; keep it.
pub struct Calendar {
    zone: Zone,
    year: DateTimeFormatter<Y>,
    month: DateTimeFormatter<YM>,
    day: DateTimeFormatter<YMD>,
    weekday: DateTimeFormatter<YMDE>,
    instant: DateTimeFormatter<YMDT>,
    plural: PluralRules,
    words: &'static Words,
    language: String,
}

impl Calendar {
    /// The calendar of a BCP 47 tag; English where the locale data has no such language.
    ///
    /// # Errors
    /// The built-in locale data lacks even English.
    pub fn new(
        language: &str,
        zone: &Zone,
    ) -> Result<Self, icu::datetime::DateTimeFormatterLoadError> {
        // Figures stay the ones that the rest of the page uses.
        let tag = if primary(language) == "ar" {
            format!("{language}-u-nu-latn")
        } else {
            language.to_owned()
        };
        let locale: Locale = tag.parse().unwrap_or(icu::locale::locale!("en"));
        let words = Words::of(language);
        let plural_locale: Locale = words.language.parse().unwrap_or(icu::locale::locale!("en"));
        Ok(Self {
            zone: zone.clone(),
            year: DateTimeFormatter::try_new((&locale).into(), Y::long())?,
            month: DateTimeFormatter::try_new((&locale).into(), YM::long())?,
            day: DateTimeFormatter::try_new((&locale).into(), YMD::long())?,
            weekday: DateTimeFormatter::try_new((&locale).into(), YMDE::long())?,
            instant: DateTimeFormatter::try_new((&locale).into(), YMD::long().with_time_hm())?,
            plural: PluralRules::try_new_cardinal((&plural_locale).into())
                .map_err(icu::datetime::DateTimeFormatterLoadError::Data)?,
            words,
            language: language.to_owned(),
        })
    }

    /// The words of a moment; the machine's form where it cannot be read.
    pub fn words(&self, datetime: &str) -> String {
        let words = match Parsed::read(datetime) {
            Ok(date @ Parsed::Year(_)) => {
                self.date(&date, |date| self.year.format(&date).to_string())
            }
            Ok(date @ Parsed::Month { .. }) => {
                self.date(&date, |date| self.month.format(&date).to_string())
            }
            Ok(date @ Parsed::Day(_)) => {
                self.date(&date, |date| self.day.format(&date).to_string())
            }
            Ok(moment @ Parsed::Instant { .. }) => self
                .time(&moment.on_clock(&self.zone), |time| {
                    self.instant.format(&time).to_string()
                }),
            Err(_) => None,
        };
        words.unwrap_or_else(|| datetime.to_owned())
    }

    /// A day with the name of its weekday, as a masthead has it.
    pub fn edition(&self, datetime: &str) -> String {
        let weekday = match Parsed::read(datetime) {
            Ok(date) if date.names_a_day() => {
                self.date(&date, |date| self.weekday.format(&date).to_string())
            }
            _ => None,
        };
        weekday.unwrap_or_else(|| self.words(datetime))
    }

    /// The day of a moment, without its time.
    pub fn day(&self, datetime: &str) -> String {
        let day = match Parsed::read(datetime) {
            Ok(date) if date.names_a_day() => {
                self.date(&date, |date| self.day.format(&date).to_string())
            }
            _ => None,
        };
        day.unwrap_or_else(|| self.words(datetime))
    }

    /// Fills in the words of a moment, and puts its machine's form on the paper's clock.
    pub fn complete(&self, moment: &mut Moment) {
        if moment.text.is_empty() {
            moment.text = self.words(&moment.datetime);
        }
        moment.datetime = local(&moment.datetime, &self.zone);
    }

    /// How long so many words (or characters, in scripts without spaces) take to read.
    pub fn reading_time(&self, length: Length) -> String {
        let minutes = length.minutes(&self.language);
        self.counted(self.words.reading_time, "minutes", minutes)
    }

    /// So many stories, in words.
    pub fn stories(&self, count: usize) -> String {
        self.counted(self.words.stories, "count", count)
    }

    /// The form that the language has for a number, with the number in the place of its mark.
    fn counted(&self, text: &str, mark: &str, number: usize) -> String {
        let category = category_name(self.plural.category_for(number));
        fill(form(text, category), &[(mark, &number.to_string())])
    }

    fn date(&self, date: &Parsed, show: impl Fn(Date<Iso>) -> String) -> Option<String> {
        iso(date.day(&self.zone)).map(show)
    }

    fn time(&self, local: &Zoned, show: impl Fn(DateTime<Iso>) -> String) -> Option<String> {
        let unsigned = |value: i8| u8::try_from(value).ok();
        let date = iso(local.date())?;
        let time = Time::try_new(unsigned(local.hour())?, unsigned(local.minute())?, 0, 0).ok()?;
        Some(show(DateTime { date, time }))
    }
}

/// What the interface texts call a category of CLDR.
fn category_name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// A day as ICU4X takes it.
fn iso(day: civil::Date) -> Option<Date<Iso>> {
    let unsigned = |value: i8| u8::try_from(value).ok();
    Date::try_new_iso(
        day.year().into(),
        unsigned(day.month())?,
        unsigned(day.day())?,
    )
    .ok()
}

#[cfg(test)]
mod tests;
