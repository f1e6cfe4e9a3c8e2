//! Reads the dates of a paper: a year, a month, a day, or a day with its time.
//!
//! Entry points: [`Parsed::read`] for dates, [`time_zone`] for the zone they are shown in.
//!
//! 1. The shape of the text decides which of the four it is (the subset of ISO 8601 that HTML's `datetime` allows
//!    and that needs no guess: a time carries its offset).
//! 2. `jiff` refuses what no calendar has, such as 30 February.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone, TimeZoneDatabase};

/// A date, read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Parsed {
    /// `1871`.
    Year(i16),
    /// `1871-03`.
    Month {
        /// The year.
        year: i16,
        /// The month, from 1.
        month: i8,
    },
    /// `2026-11-20`.
    Day(Date),
    /// `2026-11-20T08:30:00+01:00`.
    Instant {
        /// The day and time as written, where the clock stood that the offset names.
        written: DateTime,
        /// The point in time.
        timestamp: Timestamp,
    },
}

/// Why a text is no date.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum MomentFault {
    /// It has none of the four shapes.
    Shape,
    /// It has a time, but does not say in which offset from UTC.
    NoOffset,
    /// Its shape is right, but no calendar or clock has it.
    Impossible(String),
}

impl fmt::Display for MomentFault {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Shape => out.write_str("it is not written as a date"),
            Self::NoOffset => out.write_str("its time does not say how far it is from UTC"),
            Self::Impossible(part) => write!(out, "there is no {part}"),
        }
    }
}

impl MomentFault {
    /// What to write instead.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Shape => {
                "write a day as `2026-11-20`, or a day and time with the offset from UTC as `2026-11-20T08:30:00+01:00`"
            }
            Self::NoOffset => {
                "add the offset: `2026-11-20T08:30:00+01:00`, or `Z` for UTC: `2026-11-20T08:30:00Z`"
            }
            Self::Impossible(_) => "correct the year, month, day or time",
        }
    }
}

/// The time zone of an IANA name; UTC for an empty one.
///
/// The database is part of the program, so that a paper is the same on every machine.
pub fn time_zone(name: &str) -> Option<TimeZone> {
    match name {
        "" => Some(TimeZone::UTC),
        name => TimeZoneDatabase::bundled().get(name).ok(),
    }
}

/// Digits stand where `0` stands in the shape; every other character is itself.
fn has_shape(text: &str, shape: &str) -> bool {
    text.len() == shape.len()
        && text
            .bytes()
            .zip(shape.bytes())
            .all(|(byte, shape)| match shape {
                b'0' => byte.is_ascii_digit(),
                other => byte == other,
            })
}

impl Parsed {
    /// Reads a date.
    ///
    /// # Errors
    /// The text is not written as a date, lacks the offset of its time, or names a day that does not exist.
    pub fn read(text: &str) -> Result<Self, MomentFault> {
        if has_shape(text, "0000") {
            return Ok(Self::Year(number(text)));
        }
        if has_shape(text, "0000-00") {
            let (year, month) = (number(&text[..4]), number(&text[5..]) as i8);
            return match Date::new(year, month, 1) {
                Ok(_) => Ok(Self::Month { year, month }),
                Err(_) => Err(MomentFault::Impossible(format!("month {month}"))),
            };
        }
        let Some((day, time)) = text.split_once('T') else {
            return read_day(text).map(Self::Day);
        };
        let day = read_day(day)?;
        let (time, offset) = divide_offset(time)?;
        let written = day.to_datetime(read_time(time)?);
        let timestamp = offset
            .to_timestamp(written)
            .map_err(|_| MomentFault::Impossible(format!("moment {text}")))?;
        Ok(Self::Instant { written, timestamp })
    }

    /// Seconds since 1970 at the moment, or at the start of the year, month or day in UTC.
    pub fn timestamp(&self) -> i64 {
        match self {
            Self::Instant { timestamp, .. } => timestamp.as_second(),
            civil => Offset::UTC
                .to_timestamp(civil.day().to_datetime(Time::midnight()))
                .map_or(0, Timestamp::as_second),
        }
    }

    /// The instant of the moment; of a year, month or day its first midnight in a time zone.
    pub fn instant(&self, zone: &TimeZone) -> Timestamp {
        match self {
            Self::Instant { timestamp, .. } => *timestamp,
            civil => zone
                .to_timestamp(civil.day().to_datetime(Time::midnight()))
                .unwrap_or(Timestamp::UNIX_EPOCH),
        }
    }

    /// The day as written, or the first day of the year or month.
    pub fn day(&self) -> Date {
        match *self {
            Self::Year(year) => first_of(year, 1),
            Self::Month { year, month } => first_of(year, month),
            Self::Day(day) => day,
            Self::Instant { written, .. } => written.date(),
        }
    }

    /// Whether the date names a day.
    pub fn names_a_day(&self) -> bool {
        matches!(self, Self::Day(_) | Self::Instant { .. })
    }
}

/// The first day of a month that [`Parsed::read`] has accepted: it exists, so the fallback is never used.
fn first_of(year: i16, month: i8) -> Date {
    Date::new(year, month, 1).unwrap_or(Date::ZERO)
}

/// Reads up to four digits, whose shape has been checked.
fn number(digits: &str) -> i16 {
    digits.parse().unwrap_or_default()
}

fn read_day(text: &str) -> Result<Date, MomentFault> {
    if !has_shape(text, "0000-00-00") {
        return Err(MomentFault::Shape);
    }
    let (year, month, day) = (number(&text[..4]), number(&text[5..7]), number(&text[8..]));
    if !(1..=12).contains(&month) {
        return Err(MomentFault::Impossible(format!("month {month}")));
    }
    Date::new(year, month as i8, day as i8)
        .map_err(|_| MomentFault::Impossible(format!("day {day} in {}", &text[..7])))
}

/// Divides `08:30:00+01:00` into the time and its offset.
fn divide_offset(text: &str) -> Result<(&str, Offset), MomentFault> {
    if let Some(time) = text.strip_suffix('Z') {
        return Ok((time, Offset::UTC));
    }
    let place = text.rfind(['+', '-']).ok_or(MomentFault::NoOffset)?;
    let (time, offset) = text.split_at(place);
    if !has_shape(&offset[1..], "00:00") {
        return Err(MomentFault::Shape);
    }
    let (hours, minutes) = (number(&offset[1..3]), number(&offset[4..]));
    let sign = if offset.starts_with('-') { -1 } else { 1 };
    let impossible = || MomentFault::Impossible(format!("offset {offset}"));
    if hours > 23 || minutes > 59 {
        return Err(impossible());
    }
    let seconds = sign * (i32::from(hours) * 3600 + i32::from(minutes) * 60);
    let offset = Offset::from_seconds(seconds).map_err(|_| impossible())?;
    Ok((time, offset))
}

/// Reads `08:30`, `08:30:00` or `08:30:00.123` (HTML allows up to three digits of a second).
fn read_time(text: &str) -> Result<Time, MomentFault> {
    let shapes = [
        "00:00",
        "00:00:00",
        "00:00:00.0",
        "00:00:00.00",
        "00:00:00.000",
    ];
    if !shapes.iter().any(|shape| has_shape(text, shape)) {
        return Err(MomentFault::Shape);
    }
    let impossible = || MomentFault::Impossible(format!("time {text}"));
    let (hour, minute) = (number(&text[..2]), number(&text[3..5]));
    let second = text.get(6..8).map_or(0, number);
    // jiff reads a leap second (23:59:60) as the second before; a calendar of news has no use for it.
    if hour > 23 || minute > 59 || second > 59 {
        return Err(impossible());
    }
    let fraction = format!("{:0<9}", text.get(9..).unwrap_or_default());
    let nanosecond = fraction.parse().map_err(|_| impossible())?;
    Time::new(hour as i8, minute as i8, second as i8, nanosecond).map_err(|_| impossible())
}

#[cfg(test)]
mod tests {
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
        assert_eq!(instant.day(), Date::constant(2026, 11, 20));
        assert_eq!(instant.timestamp(), 1_795_159_800);
    }

    #[test]
    fn a_date_without_time_begins_at_midnight_utc() {
        assert_eq!(
            Parsed::read("1970-01-02").map(|date| date.timestamp()),
            Ok(86_400)
        );
        assert_eq!(Parsed::read("1970").map(|date| date.timestamp()), Ok(0));
        assert_eq!(
            Parsed::read("1969-12").map(|date| date.timestamp()),
            Ok(-31 * 86_400)
        );
    }

    #[test]
    fn the_day_of_a_moment_is_the_day_where_it_was_written() {
        let late = Parsed::read("2026-11-20T00:30+02:00").unwrap();
        assert_eq!(late.day(), Date::constant(2026, 11, 20));
        let utc = Parsed::read("2026-11-19T22:30:00.000Z").unwrap();
        assert_eq!(late.timestamp(), utc.timestamp());
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
}
