//! Draws the page one searches from, and what was found.
//!
//! Entry points: [`search`], and [`found`], which the reader draws into its `.results`.
//!
//! A browser without the reader cannot search: the form keeps its place (`waiting`) until the reader is there, and the
//! page leads to where every story is listed.

use yew::prelude::*;

use super::Drawing;
use super::element::{attributes, element, link, together, unless, words};
use super::teaser::result;
use super::words::fill;
use crate::paper::page::{Choice, Filter, Found, SearchPage};

/// The page one searches from.
pub fn search(drawing: &Drawing, page: &SearchPage) -> Html {
    let said = drawing.words;
    let field = element("input").with(attributes! {
        "id" = "q",
        "name" = "q",
        "type" = "search",
        "autocomplete" = "off",
        "enterkeyhint" = "search",
    });
    let form = element("form")
        .with(attributes! {
            "class" = "waiting",
            "role" = "search",
            "data-script" = drawing.inside(&page.script),
        })
        .add(
            element("label")
                .with(attributes! { "for" = "q" })
                .words(said.search_words),
        )
        .add(field.html())
        .add(element("button").words(said.search))
        .html();
    let places = page.places.iter().map(|place| {
        let link = link(drawing.inside(&place.address)).words(&place.name);
        element("li").around(link)
    });
    together(vec![
        element("header")
            .class("listing-head")
            .add(element("h1").words(said.search))
            .add(form)
            .html(),
        element("div").class("results").html(),
        element("aside")
            .class("related")
            .add(element("h2").words(said.search_places))
            .add(element("ul").around(places.collect()))
            .html(),
    ])
}

/// What was found. The parts are always there, so that one drawing can follow another.
pub fn found(drawing: &Drawing, found: &Found) -> Html {
    let count = match found.count {
        _ if found.failed => drawing.words.error_search.to_owned(),
        0 => drawing.words.found_nothing.to_owned(),
        count => fill(drawing.words.found, &[("count", &count.to_string())]),
    };
    let stories = found.stories.iter().map(|found| {
        let story = result(drawing, &found.story, &found.excerpt);
        element("li").around(story)
    });
    let more = found.count > found.stories.len();
    together(vec![
        element("p").class("count").words(&count),
        element("div")
            .class("narrow")
            .around(narrow(drawing, found)),
        element("ol").class("finds").around(stories.collect()),
        element("p")
            .class("more")
            .add(unless(!more, || button("more", drawing.words.more_found)))
            .add(unless(!found.failed, || {
                button("retry", drawing.words.retry)
            }))
            .html(),
    ])
}

/// Where filters are not asked for yet, a button asks for them: they are most of what comes over the network.
fn narrow(drawing: &Drawing, found: &Found) -> Html {
    let known = found.filters.iter();
    let asked = known.clone().any(|filter| filter.name != LANGUAGE);
    let mut parts: Vec<Html> = known.map(|filter| choose(drawing, filter)).collect();
    if !asked && found.count > 0 {
        parts.push(button("narrow", drawing.words.narrow));
    }
    together(parts)
}

/// What searches beside the page's language, in place of narrowing what was found.
const LANGUAGE: &str = "language";

fn choose(drawing: &Drawing, filter: &Filter) -> Html {
    let said = drawing.words;
    let name = match filter.name.as_str() {
        "section" => said.section,
        "topic" => said.topic,
        "author" => said.author,
        "year" => said.year,
        _ => said.in_language,
    };
    let any = unless(filter.name == LANGUAGE, || {
        element("option")
            .with(attributes! { "value" = "" })
            .words(said.any)
    });
    let choices = filter.choices.iter().map(choice).collect();
    let select = element("select")
        .with(attributes! { "name" = filter.name.clone() })
        .add(any)
        .add(choices)
        .html();
    element("label").add(words(name)).add(select).html()
}

fn choice(choice: &Choice) -> Html {
    element("option")
        .with(attributes! {
            "value" = choice.value.clone(),
            "selected" = choice.chosen.then_some(""),
        })
        .words(&choice.text)
}

fn button(class: &'static str, words: &str) -> Html {
    element("button")
        .with(attributes! { "type" = "button", "class" = class })
        .words(words)
}
