//! Stories of a Newsprint paper inside another Yew app.
//!
//! Entry point: `FromThePaper`, which another component draws beside its own markup. `docs/embedding.md` explains it
//! step by step; `tests/browser/embedding.rs` draws with it what the press has printed.
#![cfg(target_arch = "wasm32")]

use std::rc::Rc;

use newsprint::paper::page::{Content, Page, StoryPage, Teaser as TeaserData};
use newsprint::story::{Story as StoryData, footnotes};
use newsprint::view::story::Story;
use newsprint::view::teaser::{Size, Teaser};
use newsprint::view::words::learned;
use newsprint::view::{Drawing, PageView};
use yew::prelude::*;

/// A page of a paper. It never changes while it is shown, so two are equal when they are the same in memory.
#[derive(Clone, Properties)]
pub struct FromThePaperProps {
    /// The page, as its `index.json` tells.
    pub page: Rc<Page>,
    /// Where the paper stands, with a slash at the end: `https://paper.example/`.
    pub paper: AttrValue,
}

impl PartialEq for FromThePaperProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.page, &other.page) && self.paper == other.paper
    }
}

/// A story, or the headlines of a list.
#[component]
pub fn FromThePaper(props: &FromThePaperProps) -> Html {
    let FromThePaperProps { page, paper } = props;
    let head = &page.head;
    let drawing = Drawing::new(paper, &head.language);
    let shown = match &page.content {
        Content::Story(page) => html! { <Story {drawing} {page} /> },
        Content::Listing(listing) => headlines(&drawing, &listing.stories),
        Content::Front(front) => headlines(&drawing, &front.latest),
        _ => html! { <PageView {drawing} {page} /> },
    };
    html! {
        <section class="from-the-paper" lang={head.language.clone()} dir={head.direction.as_str()}>
            { shown }
        </section>
    }
}

/// Stories by their headlines, each a link to its page in the paper.
fn headlines(drawing: &Drawing, stories: &[TeaserData]) -> Html {
    html! {
        <ul>
            for teaser in stories {
                <li key={&*teaser.address}>
                    <Teaser {drawing} teaser={teaser.clone()} size={Size::Brief} level={3} />
                </li>
            }
        </ul>
    }
}

/// Reads an `index.json`, and learns the interface texts for it.
///
/// # Errors
/// The JSON is not that of a page.
pub fn page(json: &str) -> Result<Rc<Page>, serde_json::Error> {
    let page: Page = serde_json::from_str(json)?;
    learned::learn_carried(&page.head.language);
    Ok(Rc::new(page))
}

/// Reads a story as a publisher writes it (`stories/**/*.json`), without a paper around it.
///
/// # Errors
/// The JSON is not that of a story. Faults that `newsprint check` names are errors here.
pub fn unprinted(json: &str) -> Result<Rc<StoryPage>, serde_json::Error> {
    let mut story: StoryData = serde_json::from_str(json)?;
    story.divide_headline();
    footnotes::number(&mut story);
    Ok(Rc::new(StoryPage {
        story,
        ..StoryPage::default()
    }))
}
