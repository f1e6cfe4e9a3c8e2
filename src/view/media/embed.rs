//! Draws a page of another site as a card.
//!
//! Entry point: [`embed`]. The button that loads the page shows only where the reader runs.

use yew::prelude::*;

use crate::story::block;
use crate::view::Drawing;
use crate::view::words::fill;

/// A page of another site as a card; its title alone, where its address is not one that may be loaded.
pub(in crate::view) fn embed(drawing: &Drawing, embed: &block::Embed) -> Html {
    let href = drawing.href(&embed.href);
    let Some(href) = href.filter(|href| href.starts_with("https:")) else {
        return html! { <p class="embed">{ &embed.title }</p> };
    };
    let provider = if embed.provider.is_empty() {
        host(&href)
    } else {
        &embed.provider
    };
    let said = |words| fill(words, &[("provider", provider)]);
    html! {
        <figure class="embed" data-frame={href.clone()}>
            <p class="kicker">{ provider }</p>
            <p class="title"><a href={href.clone()}>{ &embed.title }</a></p>
            if !embed.description.is_empty() {
                <p>{ drawing.text(&embed.description) }</p>
            }
            <button type="button" hidden=true>{ said(drawing.words.load_embed) }</button>
            <small>{ said(drawing.words.embed_notice) }</small>
        </figure>
    }
}

fn host(href: &str) -> &str {
    let host = href.strip_prefix("https://").unwrap_or_default();
    host.split('/').next().unwrap_or_default()
}
