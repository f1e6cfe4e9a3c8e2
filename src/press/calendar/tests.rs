//! Dates in words, exact: what CLDR says for the four languages that the interface has.

use std::collections::BTreeSet;

use icu::locale::Locale;
use icu::plurals::PluralRules;

use super::{Calendar, Length, category_name};
use crate::press::moment::Zone;
use crate::view::words::Words;

fn calendar(language: &str) -> Calendar {
    Calendar::new(language, &Zone::named("Europe/London").unwrap()).unwrap()
}

/// The words of a moment in British English, Spanish, Arabic and Chinese.
fn words(datetime: &str) -> [String; 4] {
    ["en-GB", "es", "ar", "zh"].map(|language| calendar(language).words(datetime))
}

#[test]
fn a_year_is_said_alone() {
    assert_eq!(words("1871"), ["1871", "1871", "1871", "1871年"]);
}

#[test]
fn a_month_is_said_with_its_name_and_year() {
    assert_eq!(
        words("1871-03"),
        ["March 1871", "marzo de 1871", "مارس 1871", "1871年3月"]
    );
}

#[test]
fn a_day_is_said_with_its_month_and_year() {
    let said = [
        "20 November 2026",
        "20 de noviembre de 2026",
        "20 نوفمبر 2026",
        "2026年11月20日",
    ];
    assert_eq!(words("2026-11-20"), said);
}

#[test]
fn an_instant_is_said_with_its_time_where_the_paper_stands() {
    let said = [
        "20 July 2026 at 14:05",
        "20 de julio de 2026 a las 14:05",
        "20 يوليو 2026 في 2:05 م",
        "2026年7月20日 14:05",
    ];
    // Summer time: the clock in London is an hour ahead of UTC.
    assert_eq!(words("2026-07-20T13:05:00Z"), said);
}

#[test]
fn the_offset_of_an_instant_does_not_change_what_is_said() {
    assert_eq!(
        words("2026-11-20T08:30:00+05:30"),
        words("2026-11-20T03:00:00Z")
    );
}

#[test]
fn an_instant_late_in_the_day_may_be_the_next_day_where_the_paper_stands() {
    let tokyo = Calendar::new("en", &Zone::named("Asia/Tokyo").unwrap()).unwrap();
    assert_eq!(tokyo.day("2026-12-31T20:00:00Z"), "January 1, 2027");
}

#[test]
fn an_instant_in_a_paper_without_a_zone_is_said_by_the_clock_it_was_written_by() {
    let nowhere = Calendar::new("en-GB", &Zone::AsWritten).unwrap();
    let said = nowhere.words("2026-12-01T05:00:00+09:00");
    assert_eq!(said, "1 December 2026 at 05:00");
    assert_eq!(nowhere.day("2026-11-30T20:00:00Z"), "30 November 2026");
}

#[test]
fn an_edition_is_said_with_its_weekday() {
    let said = ["en-GB", "es", "ar", "zh"].map(|language| calendar(language).edition("2026-11-20"));
    let wanted = [
        "Friday, 20 November 2026",
        "viernes, 20 de noviembre de 2026",
        "الجمعة، 20 نوفمبر 2026",
        "2026年11月20日星期五",
    ];
    assert_eq!(said, wanted);
}

#[test]
fn what_is_no_date_is_said_as_it_is_written() {
    assert_eq!(calendar("es").words("last Tuesday"), "last Tuesday");
}

#[test]
fn a_language_without_locale_data_still_has_dates() {
    assert!(calendar("tlh").words("2026-11-20").contains("2026"));
    assert!(calendar("not a tag").words("2026-11-20").contains("2026"));
}

/// The reading time of a text of so many minutes.
fn minutes(language: &str, minutes: usize) -> String {
    let length = Length {
        words: minutes * 238,
        characters: minutes * 400,
    };
    calendar(language).reading_time(length)
}

#[test]
fn arabic_has_six_forms_of_the_minute() {
    let said = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103].map(|count| minutes("ar", count));
    let wanted = [
        "أقل من دقيقة للقراءة",
        "دقيقة واحدة للقراءة",
        "دقيقتان للقراءة",
        "3 دقائق للقراءة",
        "10 دقائق للقراءة",
        "11 دقيقة للقراءة",
        "99 دقيقة للقراءة",
        "100 دقيقة للقراءة",
        "102 دقيقة للقراءة",
        "103 دقائق للقراءة",
    ];
    assert_eq!(said, wanted);
}

#[test]
fn a_text_begun_is_a_minute_begun() {
    let length = |words| Length {
        words,
        characters: 0,
    };
    assert_eq!(calendar("en").reading_time(length(238)), "1 min read");
    assert_eq!(calendar("en").reading_time(length(239)), "2 min read");
}

#[test]
fn scripts_without_spaces_are_measured_by_their_characters() {
    let mut length = Length::default();
    length.add(&"港口".repeat(300));
    assert_eq!(length.words, 1);
    assert_eq!(calendar("zh").reading_time(length), minutes("zh", 2));
}

#[test]
fn a_text_that_depends_on_a_number_has_a_form_for_each_category_of_its_language() {
    for words in Words::all() {
        let locale: Locale = words.language.parse().unwrap();
        let rules = PluralRules::try_new_cardinal((&locale).into()).unwrap();
        let needed: BTreeSet<&str> = rules.categories().map(category_name).collect();
        let of_press = [words.stories, words.reading_time, words.found];
        let file = words.file();
        for text in file
            .lines()
            .chain(of_press)
            .filter(|text| text.contains('\t'))
        {
            let forms: BTreeSet<&str> = text.split('\t').step_by(2).collect();
            assert_eq!(forms, needed, "{}: {text:?}", words.language);
        }
    }
}
