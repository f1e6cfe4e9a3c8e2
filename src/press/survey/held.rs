//! The places that are held back with the stories that make them.
//!
//! Entry point: [`places`].

use std::collections::BTreeSet;

use super::Reading;
use crate::press::check::targets::HeldPlaces;

/// The places that only stories make which are held back.
pub(super) fn places(readings: &[Reading]) -> HeldPlaces<'_> {
    let of = |is_held: bool| {
        let readings = readings.iter();
        readings.filter(move |reading| reading.held.is_some() == is_held)
    };
    // Two ways to write a name are one place.
    let only = |names: fn(&Reading) -> &[String]| -> BTreeSet<&str> {
        let printed: BTreeSet<String> = of(false)
            .flat_map(names)
            .map(|name| name.to_lowercase())
            .collect();
        let held = of(true).flat_map(names).map(String::as_str);
        held.filter(|name| !printed.contains(&name.to_lowercase()))
            .collect()
    };
    let stories =
        of(true).filter_map(|reading| Some((reading.slug.as_str(), reading.held?.reason)));
    let mut places = HeldPlaces {
        stories: stories.collect(),
        topics: only(|reading| &reading.topics),
        authors: only(|reading| &reading.authors),
    };
    // Of two stories with one slug, the other is printed.
    let printed: BTreeSet<&str> = of(false).map(|reading| reading.slug.as_str()).collect();
    places.stories.retain(|slug, _| !printed.contains(slug));
    places
}
