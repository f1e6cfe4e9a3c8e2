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
use jiff::tz::TimeZone;

use super::moment::Parsed;
use crate::story::Moment;
use crate::story::language::primary;
use crate::story::length::Length;
use crate::view::words::Words;

/// The dates of one language in one time zone. Making one reads locale data; keep it.
pub struct Calendar {
    zone: TimeZone,
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
        zone: &TimeZone,
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
        match Parsed::read(datetime) {
            Ok(Parsed::Year(year)) => {
                self.date(year, 1, 1, |date| self.year.format(&date).to_string())
            }
            Ok(Parsed::Month { year, month }) => {
                self.date(year, month, 1, |date| self.month.format(&date).to_string())
            }
            Ok(Parsed::Day(day)) => self.date(day.year(), day.month(), day.day(), |date| {
                self.day.format(&date).to_string()
            }),
            Ok(Parsed::Instant { timestamp, .. }) => self
                .time(&timestamp.to_zoned(self.zone.clone()), |time| {
                    self.instant.format(&time).to_string()
                }),
            Err(_) => None,
        }
        .unwrap_or_else(|| datetime.to_owned())
    }

    /// A day with the name of its weekday, as a masthead has it.
    pub fn edition(&self, datetime: &str) -> String {
        let day = match Parsed::read(datetime) {
            Ok(Parsed::Day(day)) => day,
            Ok(Parsed::Instant { timestamp, .. }) => timestamp.to_zoned(self.zone.clone()).date(),
            _ => return self.words(datetime),
        };
        self.date(day.year(), day.month(), day.day(), |date| {
            self.weekday.format(&date).to_string()
        })
        .unwrap_or_else(|| datetime.to_owned())
    }

    /// The day of a moment, without its time.
    pub fn day(&self, datetime: &str) -> String {
        match Parsed::read(datetime) {
            Ok(Parsed::Instant { timestamp, .. }) => {
                let local = timestamp.to_zoned(self.zone.clone());
                self.date(local.year(), local.month(), local.day(), |date| {
                    self.day.format(&date).to_string()
                })
                .unwrap_or_else(|| datetime.to_owned())
            }
            _ => self.words(datetime),
        }
    }

    /// Fills in the words of a moment.
    pub fn complete(&self, moment: &mut Moment) {
        if moment.text.is_empty() {
            moment.text = self.words(&moment.datetime);
        }
    }

    /// How long so many words (or characters, in scripts without spaces) take to read.
    pub fn reading_time(&self, length: Length) -> String {
        let minutes = length.minutes(&self.language);
        self.counted(self.words.reading_time, "{minutes}", minutes)
    }

    /// So many stories, in words.
    pub fn stories(&self, count: usize) -> String {
        self.counted(self.words.stories, "{count}", count)
    }

    /// The form that the language has for a number, with the number in the place of its mark.
    fn counted(&self, forms: &[(&str, &str)], mark: &str, number: usize) -> String {
        let category = match self.plural.category_for(number) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        };
        let form = forms
            .iter()
            .find(|(name, _)| *name == category)
            .or(forms.last());
        form.map(|(_, text)| text.replace(mark, &number.to_string()))
            .unwrap_or_default()
    }

    fn date(
        &self,
        year: i16,
        month: i8,
        day: i8,
        show: impl Fn(Date<Iso>) -> String,
    ) -> Option<String> {
        let date =
            Date::try_new_iso(year.into(), month.try_into().ok()?, day.try_into().ok()?).ok()?;
        Some(show(date))
    }

    fn time(&self, local: &Zoned, show: impl Fn(DateTime<Iso>) -> String) -> Option<String> {
        let unsigned = |value: i8| u8::try_from(value).ok();
        let date = Date::try_new_iso(
            local.year().into(),
            unsigned(local.month())?,
            unsigned(local.day())?,
        )
        .ok()?;
        let time = Time::try_new(unsigned(local.hour())?, unsigned(local.minute())?, 0, 0).ok()?;
        Some(show(DateTime { date, time }))
    }
}

#[cfg(test)]
mod tests;
