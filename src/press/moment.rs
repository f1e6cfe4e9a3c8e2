//! Reads the dates of a paper: a year, a month, a day, or a day with its time; and says which day and which instant
//! each is. Nothing else of the press makes a calendar day out of a moment, so that all that is printed names the same.
//!
//! Entry points: [`Parsed::read`] for dates, [`Zone::named`] for whose clock they are shown by.
//!
//! 1. The shape of the text decides which of the four it is (the subset of ISO 8601 that HTML's `datetime` allows
//!    and that needs no guess: a time carries its offset).
//! 2. `jiff` refuses what no calendar has, such as 30 February.
//! 3. [`Parsed::day`] and [`Parsed::on_clock`] are the day and the instant where the paper stands; [`local`] writes a
//!    moment for people's machines, [`stamp`], [`rfc3339`] and [`rfc2822`] for those that know no days.

use std::fmt;

use jiff::civil::{Date, Time};
use jiff::tz::{Offset, TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, Zoned};

use crate::story::Moment;

/// Whose clock the days of a paper follow.
#[derive(Clone, Debug, PartialEq)]
pub enum Zone {
    /// That of the zone which the paper names.
    Of(TimeZone),
    /// The paper names none: every moment has the clock that it was written by, and a day without a time begins in UTC.
    AsWritten,
}

impl Zone {
    /// The zone of an IANA name; of an empty one, [`Zone::AsWritten`].
    ///
    /// The database is part of the program, so that a paper is the same on every machine.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "" => Some(Self::AsWritten),
            name => TimeZoneDatabase::bundled().get(name).ok().map(Self::Of),
        }
    }

    /// The clock that days begin by.
    fn of_days(&self) -> TimeZone {
        match self {
            Self::Of(zone) => zone.clone(),
            Self::AsWritten => TimeZone::UTC,
        }
    }
}

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
        /// The point in time.
        timestamp: Timestamp,
        /// How far the clock that it was written by is from UTC.
        offset: Offset,
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
        Ok(Self::Instant { timestamp, offset })
    }

    /// The moment on the clock of the paper; of a year, month or day, its beginning there.
    pub fn on_clock(&self, zone: &Zone) -> Zoned {
        match (self, zone) {
            (Self::Instant { timestamp, .. }, Zone::Of(zone)) => timestamp.to_zoned(zone.clone()),
            (Self::Instant { timestamp, offset }, Zone::AsWritten) => {
                timestamp.to_zoned(TimeZone::fixed(*offset))
            }
            // Only the last days of the year 9999 have no beginning that can be told.
            (days, zone) => {
                let begins = days.first_day().to_zoned(zone.of_days());
                begins.unwrap_or_else(|_| Timestamp::MAX.to_zoned(zone.of_days()))
            }
        }
    }

    /// The day that the paper's calendar shows at the moment; the first day of a year or month.
    pub fn day(&self, zone: &Zone) -> Date {
        match self {
            Self::Instant { .. } => self.on_clock(zone).date(),
            days => days.first_day(),
        }
    }

    /// The day of a date without a time, or the first one; of an instant, that in UTC.
    fn first_day(&self) -> Date {
        match *self {
            Self::Year(year) => first_of(year, 1),
            Self::Month { year, month } => first_of(year, month),
            Self::Day(day) => day,
            Self::Instant { timestamp, .. } => Offset::UTC.to_datetime(timestamp).date(),
        }
    }

    /// Whether the date names a day.
    pub fn names_a_day(&self) -> bool {
        matches!(self, Self::Day(_) | Self::Instant { .. })
    }
}

/// Of a date whose time cannot be read, the day is kept: the time has been reported, and a day is better than none.
pub fn keep_day(moment: &mut Moment) {
    let text = moment.datetime.as_str();
    if Parsed::read(text).is_ok() {
        return;
    }
    if let Some(day) = text.get(..10).filter(|day| read_day(day).is_ok()) {
        moment.datetime = day.to_owned();
    }
}

/// The machine's form of a moment on the clock of the paper, so that its first ten characters are the day that the page
/// names. What is written by that clock already, or is no moment, stays as it is.
pub fn local(datetime: &str, zone: &Zone) -> String {
    match Parsed::read(datetime) {
        Ok(moment @ Parsed::Instant { offset, .. }) => {
            let shown = moment.on_clock(zone);
            match shown.offset() == offset {
                true => datetime.to_owned(),
                false => rfc3339(&shown),
            }
        }
        _ => datetime.to_owned(),
    }
}

/// The same for machines that know instants alone: of a day, its beginning.
pub fn stamp(datetime: &str, zone: &Zone) -> String {
    match Parsed::read(datetime) {
        Ok(Parsed::Instant { .. }) | Err(_) => local(datetime, zone),
        Ok(days) => rfc3339(&days.on_clock(zone)),
    }
}

/// A moment as RFC 3339 writes it: `2026-11-20T08:30:00+01:00`.
pub fn rfc3339(moment: &Zoned) -> String {
    let moment = in_whole_minutes(moment);
    match moment.offset() {
        Offset::UTC => moment.timestamp().to_string(),
        offset => moment.timestamp().display_with_offset(offset).to_string(),
    }
}

/// A moment as RFC 2822 writes it: `Fri, 20 Nov 2026 08:30:00 +0100`.
pub fn rfc2822(moment: &Zoned) -> String {
    jiff::fmt::rfc2822::to_string(&in_whole_minutes(moment)).unwrap_or_default()
}

/// The same moment, in UTC where its clock is no whole number of minutes from that: clocks of the nineteenth century, and
/// before, went by the sun, and neither format can say so.
fn in_whole_minutes(moment: &Zoned) -> Zoned {
    match moment.offset().seconds() % 60 {
        0 => moment.clone(),
        _ => moment.with_time_zone(TimeZone::UTC),
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
mod tests;
