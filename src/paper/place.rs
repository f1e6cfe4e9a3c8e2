//! Where everything stands: a place of the paper and its address, one the inverse of the other.
//!
//! Entry points: [`Permalinks::address`] and [`Permalinks::place`]. Both are pure; the property
//! tests below hold them together. An address has no leading slash and ends with one
//! (`stories/heron-returns/`); the front page's is empty.

use std::fmt;

/// A place of the paper.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Place {
    /// The front page.
    Front,
    /// A page of a section, numbered from 1.
    Section(String, usize),
    /// A page of a topic, by the topic's slug.
    Topic(String, usize),
    /// A page of an author, by the author's slug.
    Author(String, usize),
    /// The archive: its years.
    Archive,
    /// A year of the archive: its months.
    Year(i16),
    /// A page of a month of the archive: the year, the month from 1, the page numbered from 1.
    Month(i16, i8, usize),
    /// The search page.
    Search,
    /// A story.
    Story(Permalink),
}

/// What a story's address is made of. Parts that the pattern leaves out are empty.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Permalink {
    /// The story's slug.
    pub slug: String,
    /// Slug of its section.
    pub section: String,
    /// Year of publication, four digits.
    pub year: String,
    /// Month of publication, two digits.
    pub month: String,
    /// Day of publication, two digits.
    pub day: String,
}

/// The pattern that stories' addresses follow.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Permalinks(Vec<Piece>);

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Part {
    Slug,
    Section,
    Year,
    Month,
    Day,
}

#[derive(Clone, Debug, Eq, PartialEq)]
enum Piece {
    Fixed(String),
    Part(Part),
}

/// Why a pattern cannot be used.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum PatternFault {
    /// It has a `:part` that does not exist.
    UnknownPart(String),
    /// It has no `:slug`, so stories would share an address.
    NoSlug,
    /// It holds a character that addresses of the paper do not have, or an empty step.
    BadStep(String),
    /// Its addresses would be taken for those of other pages or files.
    Taken(String),
}

impl fmt::Display for PatternFault {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::UnknownPart(part) => write!(out, "`:{part}` is not a part of an address"),
            Self::NoSlug => {
                out.write_str("the pattern has no `:slug`, so stories would share an address")
            }
            Self::BadStep(step) => write!(out, "`{step}` cannot be a step of an address"),
            Self::Taken(step) => write!(
                out,
                "addresses that begin with `{step}/` belong to other pages"
            ),
        }
    }
}

/// First steps of addresses that are not stories'.
const TAKEN: &[&str] = &[
    "sections", "topics", "authors", "archive", "search", "assets", "pagefind",
];

/// The parts, by the name they have in a pattern.
const PARTS: &[(&str, Part)] = &[
    ("slug", Part::Slug),
    ("section", Part::Section),
    ("year", Part::Year),
    ("month", Part::Month),
    ("day", Part::Day),
];

impl Default for Permalinks {
    fn default() -> Self {
        Self(vec![
            Piece::Fixed("stories".to_owned()),
            Piece::Part(Part::Slug),
        ])
    }
}

impl Permalinks {
    /// Reads a pattern such as `/:year/:month/:slug/`. An empty one is the default, `/stories/:slug/`.
    ///
    /// # Errors
    /// The pattern has no slug, an unknown part, or would take the addresses of other pages.
    pub fn parse(pattern: &str) -> Result<Self, PatternFault> {
        if pattern.is_empty() {
            return Ok(Self::default());
        }
        let steps = pattern.trim_matches('/').split('/');
        let pieces = steps.map(piece).collect::<Result<Vec<_>, _>>()?;
        if !pieces.contains(&Piece::Part(Part::Slug)) {
            return Err(PatternFault::NoSlug);
        }
        match &pieces[0] {
            Piece::Fixed(step) if TAKEN.contains(&step.as_str()) => {
                Err(PatternFault::Taken(step.clone()))
            }
            _ => Ok(Self(pieces)),
        }
    }

    /// The address of a place.
    pub fn address(&self, place: &Place) -> String {
        match place {
            Place::Front => String::new(),
            Place::Section(slug, page) => list_address("sections", slug, *page),
            Place::Topic(slug, page) => list_address("topics", slug, *page),
            Place::Author(slug, page) => list_address("authors", slug, *page),
            Place::Archive => "archive/".to_owned(),
            Place::Year(year) => format!("archive/{year:04}/"),
            Place::Month(year, month, page) => {
                list_address(&format!("archive/{year:04}"), &format!("{month:02}"), *page)
            }
            Place::Search => "search/".to_owned(),
            Place::Story(permalink) => self.story_address(permalink),
        }
    }

    fn story_address(&self, permalink: &Permalink) -> String {
        let mut address = String::new();
        for piece in &self.0 {
            address.push_str(match piece {
                Piece::Fixed(step) => step,
                Piece::Part(part) => permalink.part(*part),
            });
            address.push('/');
        }
        address
    }

    /// The place at an address; `None` when no page of a paper can stand there.
    pub fn place(&self, address: &str) -> Option<Place> {
        if address.is_empty() {
            return Some(Place::Front);
        }
        let steps: Vec<&str> = address.strip_suffix('/')?.split('/').collect();
        match steps.as_slice() {
            ["sections", slug, rest @ ..] => {
                Some(Place::Section(slug_step(slug)?, page_number(rest)?))
            }
            ["topics", slug, rest @ ..] => Some(Place::Topic(slug_step(slug)?, page_number(rest)?)),
            ["authors", slug, rest @ ..] => {
                Some(Place::Author(slug_step(slug)?, page_number(rest)?))
            }
            ["archive"] => Some(Place::Archive),
            ["archive", year] => Some(Place::Year(digits(year, 4)?)),
            ["archive", year, month, rest @ ..] => {
                let month = digits(month, 2).filter(|month| (1..=12).contains(month))?;
                Some(Place::Month(
                    digits(year, 4)?,
                    month.try_into().ok()?,
                    page_number(rest)?,
                ))
            }
            ["search"] => Some(Place::Search),
            steps => self.story_place(steps),
        }
    }

    fn story_place(&self, steps: &[&str]) -> Option<Place> {
        if steps.len() != self.0.len() || TAKEN.contains(&steps[0]) {
            return None;
        }
        let mut permalink = Permalink::default();
        for (piece, step) in self.0.iter().zip(steps) {
            match piece {
                Piece::Fixed(fixed) if fixed == step => {}
                Piece::Fixed(_) => return None,
                Piece::Part(part) => *permalink.part_mut(*part) = part.read(step)?,
            }
        }
        Some(Place::Story(permalink))
    }
}

impl Permalink {
    fn part(&self, part: Part) -> &str {
        match part {
            Part::Slug => &self.slug,
            Part::Section => &self.section,
            Part::Year => &self.year,
            Part::Month => &self.month,
            Part::Day => &self.day,
        }
    }

    fn part_mut(&mut self, part: Part) -> &mut String {
        match part {
            Part::Slug => &mut self.slug,
            Part::Section => &mut self.section,
            Part::Year => &mut self.year,
            Part::Month => &mut self.month,
            Part::Day => &mut self.day,
        }
    }
}

impl Part {
    fn read(self, step: &str) -> Option<String> {
        let fits = match self {
            Self::Slug | Self::Section => is_slug(step),
            Self::Year => digits(step, 4).is_some(),
            Self::Month | Self::Day => digits(step, 2).is_some(),
        };
        fits.then(|| step.to_owned())
    }
}

fn piece(step: &str) -> Result<Piece, PatternFault> {
    match step.strip_prefix(':') {
        Some(name) => PARTS
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, part)| Piece::Part(*part))
            .ok_or_else(|| PatternFault::UnknownPart(name.to_owned())),
        None if is_slug(step) => Ok(Piece::Fixed(step.to_owned())),
        None => Err(PatternFault::BadStep(step.to_owned())),
    }
}

fn list_address(list: &str, slug: &str, page: usize) -> String {
    match page {
        0 | 1 => format!("{list}/{slug}/"),
        page => format!("{list}/{slug}/page/{page}/"),
    }
}

fn slug_step(step: &str) -> Option<String> {
    is_slug(step).then(|| step.to_owned())
}

/// Reads a number of exactly so many digits.
fn digits(step: &str, count: usize) -> Option<i16> {
    let fits = step.len() == count && step.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| step.parse().ok()).flatten()
}

fn page_number(rest: &[&str]) -> Option<usize> {
    match rest {
        [] => Some(1),
        ["page", number] => {
            let page: usize = number.parse().ok()?;
            // One address for one place: not `page/1/`, `page/02/` or `page/+2/`.
            (page > 1 && *number == page.to_string()).then_some(page)
        }
        _ => None,
    }
}

/// The longest slug, in bytes: file systems refuse names of more than 255, and a story's file ends with `.json`.
pub const LONGEST_SLUG: usize = 250;

/// Whether a word can stand in an address as it is, and name a folder: small letters and digits of any script, `-`,
/// `_` and inner dots, at most [`LONGEST_SLUG`] bytes.
pub fn is_slug(word: &str) -> bool {
    let allowed =
        |c: char| (c.is_alphanumeric() && !c.is_uppercase()) || matches!(c, '-' | '_' | '.');
    (1..=LONGEST_SLUG).contains(&word.len())
        && word.chars().all(allowed)
        && !word.starts_with('.')
        && !word.ends_with('.')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PATTERNS: &[&str] = &[
        "",
        "/stories/:slug/",
        "/:year/:month/:day/:slug/",
        "/:section/:slug/",
        "/:slug",
        "/news/:year/:slug/:section",
    ];

    fn slug() -> impl Strategy<Value = String> {
        "[a-z0-9éñ港][a-z0-9_-]{0,12}".prop_filter("not the first step of a list", |slug| {
            !TAKEN.contains(&slug.as_str())
        })
    }

    fn only_what_the_pattern_names(pattern: &Permalinks, mut permalink: Permalink) -> Permalink {
        for (_, part) in PARTS {
            if !pattern.0.contains(&Piece::Part(*part)) {
                permalink.part_mut(*part).clear();
            }
        }
        permalink
    }

    proptest! {
        #[test]
        fn every_story_address_leads_back_to_its_story(
            pattern in prop::sample::select(PATTERNS), slug in slug(), section in slug(),
            year in 1000..9999u32, month in 1..13u32, day in 1..32u32,
        ) {
            let pattern = Permalinks::parse(pattern).unwrap();
            let permalink = Permalink { slug, section, year: year.to_string(), month: format!("{month:02}"), day: format!("{day:02}") };
            let address = pattern.address(&Place::Story(permalink.clone()));
            let place = Place::Story(only_what_the_pattern_names(&pattern, permalink));
            prop_assert_eq!(pattern.place(&address), Some(place));
        }

        #[test]
        fn every_list_address_leads_back_to_its_list(slug in slug(), page in 1..5000usize, list in 0..7, year in 0..9999i16, month in 1..13i8) {
            let place = match list {
                0 => Place::Section(slug, page),
                1 => Place::Topic(slug, page),
                2 => Place::Archive,
                3 => Place::Year(year),
                4 => Place::Month(year, month, page),
                5 => Place::Search,
                _ => Place::Author(slug, page),
            };
            let pattern = Permalinks::default();
            prop_assert_eq!(pattern.place(&pattern.address(&place)), Some(place));
        }

        #[test]
        fn an_address_that_names_a_place_is_the_address_of_that_place(address in "([a-z0-9]{1,8}/){0,5}|search/([a-z]{1,3}/)?|(sections|topics)/[a-z]{1,3}/(page/[0-9]{1,3}/)?|archive/([0-9]{3,5}/([01][0-9]/(page/[0-9]{1,3}/)?)?)?") {
            for pattern in PATTERNS {
                let pattern = Permalinks::parse(pattern).unwrap();
                if let Some(place) = pattern.place(&address) {
                    prop_assert_eq!(pattern.address(&place), address.clone());
                }
            }
        }
    }

    #[test]
    fn a_pattern_that_cannot_work_says_why() {
        assert_eq!(Permalinks::parse("/:year/"), Err(PatternFault::NoSlug));
        assert_eq!(
            Permalinks::parse("/:hour/:slug/"),
            Err(PatternFault::UnknownPart("hour".into()))
        );
        assert_eq!(
            Permalinks::parse("/topics/:slug/"),
            Err(PatternFault::Taken("topics".into()))
        );
        assert_eq!(
            Permalinks::parse("/a b/:slug/"),
            Err(PatternFault::BadStep("a b".into()))
        );
        assert_eq!(
            Permalinks::parse("/a//:slug/"),
            Err(PatternFault::BadStep(String::new()))
        );
    }

    #[test]
    fn a_word_that_would_leave_its_folder_is_no_slug() {
        for word in ["..", ".", "", "a/b", "a b", "Ferry", ".hidden", "a%2e"] {
            assert!(!is_slug(word), "{word:?}");
        }
        assert!(is_slug("heron-returns") && is_slug("港口") && is_slug("v1.2"));
    }

    #[test]
    fn a_word_that_no_folder_can_be_named_is_no_slug() {
        assert!(is_slug(&"a".repeat(LONGEST_SLUG)));
        assert!(!is_slug(&"a".repeat(LONGEST_SLUG + 1)));
        assert!(!is_slug(&"港".repeat(LONGEST_SLUG / 3 + 1)));
    }
}
