//! What link previews are made from: the Open Graph protocol (<https://ogp.me>) and Twitter's card.
//!
//! Entry point: [`say`]. Twitter reads Open Graph for all that its own element does not say.

use super::{About, Publication, Said};
use crate::paper::page::{Content, ListingKind, StoryPage};
use crate::press::share;
use crate::story::Picture;

/// Says what link previews are made from.
pub(super) fn say(said: &mut Said, publication: Publication<'_>, about: &About, content: &Content) {
    said.property("og:title", &about.name);
    said.property("og:type", kind(content));
    said.property("og:site_name", &publication.paper.name);
    said.property("og:description", &about.description);
    said.property("og:url", &about.canonical);
    said.property("og:locale", &locale(&about.language).unwrap_or_default());
    let drawn = share_picture(about);
    let picture = picture(content).filter(|picture| is_previewed(&picture.source));
    let shown = picture.or(drawn.as_ref()).and_then(|picture| {
        let url = publication.absolute(&picture.source)?;
        Some((picture, url))
    });
    if let Some((picture, url)) = &shown {
        image(said, picture, url);
    }
    if let Content::Story(page) = content {
        article(said, publication, page);
    }
    let card = match shown {
        Some(_) => "summary_large_image",
        None => "summary",
    };
    said.name("twitter:card", card);
}

fn kind(content: &Content) -> &'static str {
    match content {
        Content::Story(_) => "article",
        Content::Listing(listing) if listing.kind == ListingKind::Author => "profile",
        _ => "website",
    }
}

/// A language as Open Graph writes it (`es_ES`); it knows none without a territory.
fn locale(language: &str) -> Option<String> {
    let mut parts = language.split('-');
    let language = parts.next()?;
    let territory = parts.find(|part| part.len() == 2)?;
    Some(format!("{language}_{}", territory.to_uppercase()))
}

/// The picture that stands for a page.
fn picture(content: &Content) -> Option<&Picture> {
    match content {
        Content::Story(page) => page.story.picture(),
        Content::Front(front) => front.lead.first()?.picture.as_ref(),
        Content::Listing(listing) => listing.picture.as_ref(),
        Content::NotFound(_) | Content::Search(_) | Content::Found(_) => None,
    }
}

/// The picture that was drawn for a page.
fn share_picture(about: &About) -> Option<Picture> {
    let (width, height) = share::SIZE;
    (!about.share_picture.is_empty()).then(|| Picture {
        source: about.share_picture.clone(),
        alt: Some(about.name.clone()),
        width: Some(width),
        height: Some(height),
        ..Picture::default()
    })
}

/// Whether link previews show a picture of that name. Few read WebP and AVIF, none SVG.
pub fn is_previewed(source: &str) -> bool {
    let ending = source.rsplit_once('.').map(|(_, ending)| ending);
    matches!(ending, Some("jpg" | "png" | "gif"))
}

fn image(said: &mut Said, picture: &Picture, url: &str) {
    let pixels = |pixels: Option<u32>| pixels.map(|pixels| pixels.to_string()).unwrap_or_default();
    said.property("og:image", url);
    said.property("og:image:width", &pixels(picture.width));
    said.property("og:image:height", &pixels(picture.height));
    said.property("og:image:alt", picture.alt.as_deref().unwrap_or_default());
}

/// What Open Graph says of an article beyond other pages.
fn article(said: &mut Said, publication: Publication<'_>, page: &StoryPage) {
    let story = &page.story;
    said.property(
        "article:published_time",
        &publication.stamp(&story.published),
    );
    if let Some(updated) = &story.updated {
        said.property("article:modified_time", &publication.stamp(updated));
    }
    for byline in story
        .bylines
        .iter()
        .filter(|byline| !byline.address.is_empty())
    {
        let url = publication.absolute(&byline.address);
        said.property("article:author", &url.unwrap_or_default());
    }
    said.property("article:section", &page.section.name);
    for topic in &page.topics {
        said.property("article:tag", &topic.name);
    }
}

#[cfg(test)]
mod tests {
    use super::locale;

    #[test]
    fn a_locale_has_a_territory() {
        assert_eq!(locale("pt-br").as_deref(), Some("pt_BR"));
        assert_eq!(locale("zh-Hans-CN").as_deref(), Some("zh_CN"));
        assert_eq!(locale("en"), None);
    }
}
