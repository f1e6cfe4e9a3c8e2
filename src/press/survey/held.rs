//! The places that are held back with the stories that make them.
//!
//! Entry point: [`places`].

use std::collections::BTreeSet;

use super::Reading;
use crate::press::check::targets::HeldPlaces;
use crate::press::names::identity;

/// The places that only stories make which are held back.
pub(super) fn places(readings: &[Reading]) -> HeldPlaces<'_> {
    let of = |is_held: bool| {
        let readings = readings.iter();
        readings.filter(move |reading| reading.held.is_some() == is_held)
    };
    // Two spellings of a name are one place.
    let only = |names: fn(&Reading) -> &[String]| -> BTreeSet<String> {
        let of = |is_held| of(is_held).flat_map(names).map(|name| identity(name));
        let printed: BTreeSet<String> = of(false).collect();
        of(true).filter(|name| !printed.contains(name)).collect()
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
