//! Which dates are read, and which day and instant each is.

use super::*;

#[test]
fn a_year_a_month_a_day_and_a_moment_are_told_apart() {
    assert_eq!(Parsed::read("1871"), Ok(Parsed::Year(1871)));
    assert_eq!(
        Parsed::read("1871-03"),
        Ok(Parsed::Month {
            year: 1871,
            month: 3
        })
    );
    assert_eq!(
        Parsed::read("2026-11-20"),
        Ok(Parsed::Day(Date::constant(2026, 11, 20)))
    );
    let instant = Parsed::read("2026-11-20T08:30:00+01:00").unwrap();
    assert_eq!(second(&instant, &Zone::AsWritten), 1_795_159_800);
}

fn zone(name: &str) -> Zone {
    Zone::named(name).unwrap()
}

fn second(date: &Parsed, zone: &Zone) -> i64 {
    date.on_clock(zone).timestamp().as_second()
}

#[test]
fn a_date_without_time_begins_at_midnight_where_the_paper_stands() {
    for (name, text, begins) in [
        ("", "1970-01-02", 86_400),
        ("", "1970", 0),
        ("", "1969-12", -31 * 86_400),
        ("America/New_York", "1970-01-02", 86_400 + 5 * 3600),
        // In Cairo clocks are put forward at midnight: the day begins at one.
        ("Africa/Cairo", "2026-04-24", 1_776_981_600),
    ] {
        let date = Parsed::read(text).unwrap();
        assert_eq!(second(&date, &zone(name)), begins, "{name} {text}");
    }
}

#[test]
fn the_day_of_a_moment_is_the_day_where_the_paper_stands() {
    let late = Parsed::read("2026-11-30T20:00:00Z").unwrap();
    assert_eq!(late.day(&zone("Asia/Tokyo")), Date::constant(2026, 12, 1));
    assert_eq!(
        late.day(&zone("Europe/London")),
        Date::constant(2026, 11, 30)
    );
    let day = Parsed::read("2026-11-30").unwrap();
    assert_eq!(
        day.day(&zone("America/New_York")),
        Date::constant(2026, 11, 30)
    );
}

#[test]
fn the_day_of_a_moment_in_a_paper_without_a_zone_is_the_day_where_it_was_written() {
    let late = Parsed::read("2026-11-20T00:30+02:00").unwrap();
    assert_eq!(late.day(&Zone::AsWritten), Date::constant(2026, 11, 20));
    let utc = Parsed::read("2026-11-19T22:30:00.000Z").unwrap();
    assert_eq!(utc.day(&Zone::AsWritten), Date::constant(2026, 11, 19));
    assert_eq!(
        second(&late, &Zone::AsWritten),
        second(&utc, &Zone::AsWritten)
    );
}

#[test]
fn the_machines_form_of_a_moment_begins_with_the_day_where_the_paper_stands() {
    let tokyo = zone("Asia/Tokyo");
    for (written, form) in [
        ("2026-11-30T20:00:00Z", "2026-12-01T05:00:00+09:00"),
        ("2026-11-30T20:00:00.5Z", "2026-12-01T05:00:00.5+09:00"),
        ("2026-12-01T05:00+09:00", "2026-12-01T05:00+09:00"),
        ("2026-11-30", "2026-11-30"),
        ("1871", "1871"),
        ("last Tuesday", "last Tuesday"),
    ] {
        assert_eq!(local(written, &tokyo), form);
        assert_eq!(local(written, &Zone::AsWritten), written);
    }
}

#[test]
fn a_day_is_told_to_machines_as_the_instant_it_begins_at() {
    let new_york = zone("America/New_York");
    assert_eq!(stamp("2026-11-20", &new_york), "2026-11-20T00:00:00-05:00");
    assert_eq!(
        stamp("2026-11-20", &Zone::AsWritten),
        "2026-11-20T00:00:00Z"
    );
    assert_eq!(
        stamp("2026-07-20T13:05:00Z", &new_york),
        "2026-07-20T09:05:00-04:00"
    );
    let begins = Parsed::read("2026-11-20").unwrap().on_clock(&new_york);
    assert_eq!(rfc2822(&begins), "Fri, 20 Nov 2026 00:00:00 -0500");
}

#[test]
fn a_clock_that_went_by_the_sun_is_told_in_utc() {
    let begins = Parsed::read("0001-01-01")
        .unwrap()
        .on_clock(&zone("America/New_York"));
    assert_eq!(rfc3339(&begins), "0001-01-01T04:56:02Z");
    assert_eq!(rfc2822(&begins), "Mon, 1 Jan 0001 04:56:02 +0000");
}

#[test]
fn the_last_day_of_all_is_after_every_other() {
    let last = Parsed::read("9999-12-31").unwrap();
    let before = Parsed::read("9999-12-29").unwrap();
    for name in ["", "Asia/Tokyo", "America/New_York"] {
        assert!(
            second(&last, &zone(name)) > second(&before, &zone(name)),
            "{name}"
        );
    }
}

#[test]
fn a_day_that_no_calendar_has_is_refused_with_its_reason() {
    for (text, reason) in [
        ("2026-02-30", "there is no day 30 in 2026-02"),
        ("2026-13-01", "there is no month 13"),
        ("2026-00", "there is no month 0"),
        ("2026-11-20T25:00:00Z", "there is no time 25:00:00"),
        ("2026-11-20T23:59:60Z", "there is no time 23:59:60"),
        ("2026-11-20T08:30:00+99:00", "there is no offset +99:00"),
    ] {
        assert_eq!(Parsed::read(text).unwrap_err().to_string(), reason);
    }
}

#[test]
fn a_time_without_offset_is_refused() {
    assert_eq!(
        Parsed::read("2026-11-20T08:30:00"),
        Err(MomentFault::NoOffset)
    );
}

#[test]
fn a_text_that_is_no_date_is_refused() {
    for text in [
        "",
        "yesterday",
        "20/11/2026",
        "2026-11-20 08:30",
        "26-11-20",
        "2026-11-20T08:30:00+1",
        "２０２６-11-20",
        "2026-11-20TZ",
        "2026-11-20T8:30Z",
        "é026-11-2",
    ] {
        assert_eq!(Parsed::read(text), Err(MomentFault::Shape), "{text}");
    }
}
