//! The sample paper shows everything that Newsprint can print.

use std::collections::BTreeSet;

use jiff::Timestamp;
use newsprint::press::check::Fault;
use newsprint::press::release::Release;
use newsprint::press::source::{read_paper, read_story, story_files};
use newsprint::press::survey::survey;
use newsprint::story::walk::{Part, walk};
use newsprint::story::{Block, Span, Story};

use crate::page::pages;
use crate::support::{NOW, files, sample, sample_paper};

fn stories() -> Vec<Story> {
    let folder = sample_paper();
    let (files, _) = story_files(&folder);
    files
        .iter()
        .map(|file| read_story(&folder, file).0.unwrap())
        .collect()
}

#[test]
fn the_sample_paper_has_no_faults() {
    let now = Timestamp::from_second(NOW.parse().unwrap()).unwrap();
    let survey = survey(&sample_paper(), &Release::at(now)).unwrap();
    let faults: Vec<Fault> = survey.faults;
    assert_eq!(faults, []);
    assert!(survey.held.is_empty());
}

#[test]
fn every_kind_of_block_and_span_occurs_in_the_sample_paper() {
    let mut kinds = BTreeSet::new();
    for mut story in stories() {
        walk(&mut story, &mut |_, part| match part {
            Part::Block(block) => drop(kinds.insert(block.kind())),
            Part::Span(span) => drop(kinds.insert(span.kind())),
            _ => {}
        });
    }
    // Plain text is no part of its own; there is no story without it.
    let all = Block::KINDS
        .iter()
        .chain(Span::KINDS)
        .filter(|kind| **kind != "text");
    let missing: Vec<_> = all.filter(|kind| !kinds.contains(**kind)).collect();
    assert_eq!(missing, [&""; 0]);
}

#[test]
fn the_sample_paper_has_thirty_stories_in_five_sections() {
    let paper = read_paper(&sample_paper()).0.unwrap();
    assert_eq!(paper.sections.len(), 5);
    let stories = stories();
    assert!(stories.len() >= 30, "{}", stories.len());
    for section in &paper.sections {
        assert!(
            stories.iter().any(|story| story.section == section.slug),
            "{}",
            section.slug
        );
    }
}

#[test]
fn the_sample_paper_has_stories_in_arabic_chinese_and_spanish() {
    let languages: BTreeSet<String> = stories().into_iter().map(|story| story.language).collect();
    for language in ["ar", "zh", "es"] {
        assert!(
            languages
                .iter()
                .any(|tag| tag.split('-').next() == Some(language)),
            "{language} is not in {languages:?}"
        );
    }
}

#[test]
fn the_sample_paper_has_a_live_story_with_updates() {
    let live: Vec<Story> = stories().into_iter().filter(|story| story.live).collect();
    assert!(live.iter().any(|story| {
        story
            .body
            .iter()
            .any(|block| matches!(block, Block::Update(_)))
    }));
}

#[test]
fn one_story_of_the_sample_paper_has_five_thousand_words() {
    let bodies = pages(sample())
        .into_iter()
        .filter(|page| !page.all(".body").is_empty());
    let words = bodies
        .map(|page| page.words(".body").split_whitespace().count())
        .max();
    assert!(words >= Some(5_000), "{words:?}");
}

#[test]
fn the_source_of_every_picture_sound_and_film_is_credited() {
    let files = files(&sample_paper());
    let credits = std::str::from_utf8(&files["CREDITS.md"]).unwrap();
    for file in files.keys().filter(|file| {
        ["pictures/", "sounds/", "films/"]
            .iter()
            .any(|top| file.starts_with(top))
    }) {
        let name = file.rsplit('/').next().unwrap();
        let stem = name.split('.').next().unwrap().trim_end_matches("-640");
        assert!(credits.contains(stem), "{file}");
    }
}
