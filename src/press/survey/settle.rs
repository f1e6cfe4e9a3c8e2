//! What can be said only when every story has been read: which of two has a slug or an old address, and what leads to
//! nothing.
//!
//! Entry points, in this order: [`set_twins_aside`], [`settle_aliases`], [`dead_leads`].

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::{Reading, held};
use crate::paper::Paper;
use crate::paper::place::Permalinks;
use crate::press::check::Fault;
use crate::press::check::aliases::{self, Claim};
use crate::press::check::targets::{Lead, Places};
use crate::press::check::wording::quoted;
use crate::press::source::PAPER;

/// Of several files with one slug the first stays; one that is held back takes the place of none.
pub(super) fn set_twins_aside(readings: &mut [Reading]) {
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    let mut readings: Vec<&mut Reading> = readings.iter_mut().collect();
    readings.sort_by_key(|reading| reading.held.is_some());
    for reading in readings {
        if let Some(other) = first.get(&reading.slug) {
            let message = format!(
                "{} is the slug of {} already; two stories cannot share an address",
                quoted(&reading.slug),
                quoted(other),
            );
            let fault = Fault::of_file("duplicate-slug", &reading.file, message);
            reading
                .faults
                .push(fault.help("rename one of the two files"));
            reading.entry = None;
        } else {
            first.insert(reading.slug.clone(), reading.file.clone());
        }
    }
}

/// Gives each old address to one story; the others are told of it.
///
/// A story that is held back has no address yet, and takes none: of its claims only the faults are told.
pub(super) fn settle_aliases(readings: &mut [Reading], permalinks: &Permalinks) -> Vec<Fault> {
    let (held, printed): (Vec<_>, Vec<_>) = readings
        .iter_mut()
        .partition(|reading| reading.held.is_some());
    let mut claims: Vec<Claim> = printed
        .iter()
        .filter_map(|reading| claim(reading))
        .collect();
    let (kept, mut faults) = aliases::settle(&claims, permalinks);
    if !held.is_empty() {
        let files: BTreeSet<&str> = held.iter().map(|reading| reading.file.as_str()).collect();
        claims.extend(held.iter().filter_map(|reading| claim(reading)));
        let (_, all) = aliases::settle(&claims, permalinks);
        faults.extend(
            all.into_iter()
                .filter(|fault| files.contains(&fault.file[..])),
        );
    }
    let printed = printed
        .into_iter()
        .filter_map(|reading| reading.entry.as_mut());
    for (entry, aliases) in printed.zip(kept) {
        entry.aliases = aliases;
    }
    for Reading { entry, aliases, .. } in held {
        let addresses = aliases.iter().map(|alias| alias.address.clone());
        entry
            .iter_mut()
            .for_each(|entry| entry.aliases = addresses.clone().collect());
    }
    faults
}

fn claim(reading: &Reading) -> Option<Claim<'_>> {
    Some(Claim {
        file: &reading.file,
        address: &reading.entry.as_ref()?.address,
        aliases: &reading.aliases,
    })
}

/// What leads to a place that does not exist, in the paper and in its stories.
pub(super) fn dead_leads(paper: &Paper, leads: &[Lead], readings: &[Reading]) -> Vec<Fault> {
    let places = Places {
        stories: readings
            .iter()
            .map(|reading| reading.slug.as_str())
            .collect(),
        sections: paper
            .sections
            .iter()
            .map(|section| section.slug.as_str())
            .collect(),
        topics: readings
            .iter()
            .flat_map(|reading| &reading.topics)
            .map(String::as_str)
            .collect(),
        authors: readings
            .iter()
            .flat_map(|reading| &reading.authors)
            .map(String::as_str)
            .collect(),
        held: held::places(readings),
    };
    let of_stories = readings.par_iter().flat_map_iter(|reading| {
        let is_printed = reading.held.is_none();
        let leads = reading.leads.iter();
        leads.map(move |lead| (lead, reading.file.as_str(), is_printed))
    });
    let of_paper = leads.iter().map(|lead| (lead, PAPER, true));
    of_stories
        .chain(of_paper.collect::<Vec<_>>())
        .filter_map(|(lead, file, is_printed)| {
            let fault = places.check(lead, file);
            fault.or_else(|| places.held.check(lead, file).filter(|_| is_printed))
        })
        .collect()
}
