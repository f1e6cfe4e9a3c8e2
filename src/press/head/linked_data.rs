//! What search engines and archives are told of a page, as JSON-LD in the words of schema.org.
//!
//! Entry point: [`linked_data`]. A story is a `NewsArticle` of the kind its genre says (the types that schema.org
//! took up from The Trust Project), the paper a `NewsMediaOrganization`; a `BreadcrumbList` says where the
//! page stands between them.

use serde_json::{Map, Value, json};

use super::Publication;
use crate::paper::page::{Content, Listing, ListingKind, Page, Place, StoryPage};
use crate::story::block::Update;
use crate::story::url::Reference;
use crate::story::{Block, Byline, Correction, Picture, Story};

/// The JSON-LD of a page, safe inside a `<script>`; `None` for the search page and the not-found page.
pub fn linked_data(publication: Publication<'_>, page: &Page) -> Option<String> {
    let web = Web(publication);
    let things = match &page.content {
        Content::Front(_) => vec![web.organization(), web.site()],
        Content::Listing(listing) => vec![
            web.listing(page, listing),
            web.breadcrumbs(&[&Place {
                name: listing.name.clone(),
                address: page.address.clone(),
            }]),
        ],
        Content::Story(story) => vec![
            web.article(page, story),
            web.breadcrumbs(&[
                &story.section,
                &Place {
                    name: story.story.headline.clone(),
                    address: page.address.clone(),
                },
            ]),
        ],
        Content::NotFound(_) | Content::Search(_) | Content::Found(_) => return None,
    };
    let document = json!({ "@context": "https://schema.org", "@graph": things });
    // The HTML parser ends a script at `</script`, and nests one in `<!--`: neither can be written without `<`.
    Some(document.to_string().replace('<', "\\u003c"))
}

/// Writes the things of one paper's web pages.
struct Web<'a>(Publication<'a>);

impl Web<'_> {
    fn url(&self, address: &str) -> Value {
        self.0.absolute(address).map_or(Value::Null, Value::String)
    }

    /// The publisher, as every story names it.
    fn publisher(&self) -> Value {
        let paper = self.0.paper;
        let name = match paper.publisher.name.as_str() {
            "" => &paper.name,
            name => name,
        };
        thing(json!({
            "@type": "NewsMediaOrganization",
            "@id": format!("{}#publisher", self.0.base_url),
            "name": name,
            "url": self.url(""),
            "logo": match paper.publisher.logo.as_str() {
                "" => Value::Null,
                logo => self.url(logo),
            },
        }))
    }

    /// All that is known of the publisher.
    fn organization(&self) -> Value {
        let publisher = &self.0.paper.publisher;
        let mut organization = self.publisher();
        organization["foundingDate"] = json!(publisher.founded);
        organization["sameAs"] = json!(publisher.profiles);
        for (_, property, href) in publisher.policies.all() {
            organization[property] = self.link(href);
        }
        thing(organization)
    }

    fn site(&self) -> Value {
        let paper = self.0.paper;
        thing(json!({
            "@type": "WebSite",
            "name": paper.name,
            "description": paper.tagline,
            "inLanguage": paper.language,
            "url": self.url(""),
            "publisher": { "@id": format!("{}#publisher", self.0.base_url) },
        }))
    }

    fn listing(&self, page: &Page, listing: &Listing) -> Value {
        let kind = match listing.kind {
            ListingKind::Author => "ProfilePage",
            _ => "CollectionPage",
        };
        let person = thing(json!({
            "@type": "Person",
            "name": listing.name,
            "jobTitle": listing.role,
            "description": listing.description,
            "sameAs": listing.link,
            "url": self.url(&page.address),
        }));
        let is_person = listing.kind == ListingKind::Author;
        thing(json!({
            "@type": kind,
            "name": listing.name,
            "description": listing.description,
            "inLanguage": page.head.language,
            "url": self.url(&page.address),
            "mainEntity": if is_person { person } else { Value::Null },
        }))
    }

    /// The way from the front page to a page.
    fn breadcrumbs(&self, places: &[&Place]) -> Value {
        let front = Place {
            name: self.0.paper.name.clone(),
            address: String::new(),
        };
        let places = std::iter::once(&front).chain(places.iter().copied());
        let steps = places.zip(1..).map(|(place, position)| {
            thing(json!({
                "@type": "ListItem",
                "position": position,
                "name": place.name,
                "item": self.url(&place.address),
            }))
        });
        json!({ "@type": "BreadcrumbList", "itemListElement": steps.collect::<Vec<_>>() })
    }

    fn article(&self, page: &Page, content: &StoryPage) -> Value {
        let story = &content.story;
        let topics = content.topics.iter().map(|topic| topic.name.as_str());
        let updated = story.updated.as_ref().unwrap_or(&story.published);
        thing(json!({
            "@type": types(story),
            "headline": story.headline,
            "description": story.standfirst,
            "inLanguage": page.head.language,
            "datePublished": self.0.stamp(&story.published),
            "dateModified": self.0.stamp(updated),
            "articleSection": content.section.name,
            "keywords": topics.collect::<Vec<_>>(),
            "author": story.bylines.iter().map(|one| self.person(one)).collect::<Vec<_>>(),
            "publisher": self.publisher(),
            "image": story.picture().map_or(Value::Null, |picture| self.image(picture)),
            "url": self.url(&page.address),
            "mainEntityOfPage": page.metadata.canonical(),
            "isAccessibleForFree": true,
            "license": story.licence.as_ref().or(self.0.paper.licence.as_ref()).map(|one| one.href.as_str()),
            "correction": corrections(story).map(|one| self.correction(one)).collect::<Vec<_>>(),
            "liveBlogUpdate": self.updates(page, story),
        }))
    }

    fn person(&self, byline: &Byline) -> Value {
        thing(json!({
            "@type": "Person",
            "name": byline.name,
            "jobTitle": byline.role,
            "sameAs": byline.link,
            "url": match byline.address.as_str() {
                "" => Value::Null,
                address => self.url(address),
            },
        }))
    }

    fn image(&self, picture: &Picture) -> Value {
        thing(json!({
            "@type": "ImageObject",
            "url": self.url(&picture.source),
            "width": picture.width,
            "height": picture.height,
            "caption": picture.caption.plain(),
            "creditText": picture.credit,
        }))
    }

    /// The entries of a live story.
    fn updates(&self, page: &Page, story: &Story) -> Vec<Value> {
        let updates = story.body.iter().filter_map(|block| match block {
            Block::Update(update) if story.live => Some(update),
            _ => None,
        });
        let entry = |update: &Update| {
            thing(json!({
                "@type": "BlogPosting",
                "headline": update.headline.plain(),
                "datePublished": self.0.stamp(&update.date),
                "url": self.url(&format!("{}#{}", page.address, update.id)),
            }))
        };
        updates.map(entry).collect()
    }

    fn correction(&self, correction: &Correction) -> Value {
        json!({
            "@type": "CorrectionComment",
            "datePublished": self.0.stamp(&correction.date),
            "text": correction.text.plain(),
        })
    }

    /// Where a link of the paper leads, as an absolute URL.
    fn link(&self, href: &str) -> Value {
        match Reference::parse(href) {
            Reference::Foreign(url) => json!(url),
            Reference::Front => self.url(""),
            Reference::Inside(address) => self.url(address),
            _ => Value::Null,
        }
    }
}

/// What kind of article a story is.
fn types(story: &Story) -> Value {
    let kind = story
        .genre
        .map_or("NewsArticle", |genre| genre.schema_type());
    match story.live {
        true => json!([kind, "LiveBlogPosting"]),
        false => json!(kind),
    }
}

/// What a story put right, at its end and among its blocks.
fn corrections(story: &Story) -> impl Iterator<Item = &Correction> {
    let inside = story.body.iter().filter_map(|block| match block {
        Block::Correction(correction) => Some(correction),
        _ => None,
    });
    story.corrections.iter().chain(inside)
}

/// A thing without the properties of which nothing is said.
fn thing(value: Value) -> Value {
    let Value::Object(properties) = value else {
        return value;
    };
    let says = |value: &Value| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => true,
    };
    let said = properties.into_iter().filter(|(_, value)| says(value));
    Value::Object(said.collect::<Map<_, _>>())
}
