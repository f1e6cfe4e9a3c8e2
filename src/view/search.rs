//! Draws the page one searches from, and what was found.
//!
//! Entry points: [`search`], and [`found`], which the reader draws into its `.results`.
//!
//! A browser without scripts or Wasm cannot search: it does not show the form, which keeps its place, and is marked
//! (`waiting`) until the reader is there (`static/css/search.css`). The page leads to where every story is listed. The
//! interface texts come with the data: no other page needs them.

use yew::prelude::*;

use super::Drawing;
use super::element::{attributes, element, link, together, words};
use super::teaser::result;
use crate::paper::page::{Choice, Filter, Found, SearchPage, Wish};

/// The page one searches from.
pub fn search(drawing: &Drawing, page: &SearchPage) -> Html {
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
            "data-failure" = page.failure.clone(),
        })
        .add(
            element("label")
                .with(attributes! { "for" = "q" })
                .words(&page.field),
        )
        .add(field.html())
        .add(element("button").words(&page.name))
        .html();
    let places = page.places.iter().map(|place| {
        let link = link(drawing.inside(&place.address)).words(&place.name);
        element("li").around(link)
    });
    together(vec![
        element("header")
            .class("listing-head")
            .add(element("h1").words(&page.name))
            .add(form)
            .html(),
        element("div").class("results").html(),
        element("aside")
            .class("related")
            .add(element("h2").words(&page.places_heading))
            .add(element("ul").around(places.collect()))
            .html(),
    ])
}

/// What was found.
pub fn found(drawing: &Drawing, found: &Found) -> Html {
    let stories = found.stories.iter().map(|found| {
        let story = result(drawing, &found.story, &found.excerpt);
        element("li").around(story)
    });
    let filters = found.filters.iter().map(choose).collect();
    let wishes = found.wishes.iter().map(button).collect();
    together(vec![
        element("p").class("count").words(&found.said),
        element("div").class("narrow").around(filters),
        element("ol").class("finds").around(stories.collect()),
        element("p").class("wishes").around(wishes),
    ])
}

fn choose(filter: &Filter) -> Html {
    let select = element("select")
        .with(attributes! { "name" = filter.name.clone() })
        .around(filter.choices.iter().map(choice).collect());
    element("label")
        .add(words(&filter.label))
        .add(select)
        .html()
}

fn choice(choice: &Choice) -> Html {
    element("option")
        .with(attributes! {
            "value" = choice.value.clone(),
            "selected" = choice.chosen.then_some(""),
        })
        .words(&choice.text)
}

fn button(wish: &Wish) -> Html {
    element("button")
        .with(attributes! { "type" = "button", "class" = wish.act.clone() })
        .words(&wish.text)
}
