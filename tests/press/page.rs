//! Reads printed pages as a browser does.
//!
//! Entry points: [`pages`], [`Page`].

use std::path::Path;

use scraper::{ElementRef, Html, Node, Selector};

use crate::support::files;

/// A printed page.
pub(crate) struct Page {
    /// Its file, from the top of the bundle.
    pub(crate) file: String,
    /// Its nodes.
    pub(crate) html: Html,
}

impl Page {
    /// Reads a page.
    pub(crate) fn read(file: &str, html: &str) -> Self {
        Self {
            file: file.to_owned(),
            html: Html::parse_document(html),
        }
    }

    /// The elements that a CSS selector finds.
    pub(crate) fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.html
            .select(&Selector::parse(selector).unwrap())
            .collect()
    }

    /// The one element that a CSS selector finds.
    pub(crate) fn the(&self, selector: &str) -> ElementRef<'_> {
        let found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector} in {}", self.file);
        found[0]
    }

    /// An attribute of the one element that a CSS selector finds.
    pub(crate) fn attribute(&self, selector: &str, name: &str) -> &str {
        let element = self.the(selector).value();
        element
            .attr(name)
            .unwrap_or_else(|| panic!("{selector} in {} has no {name}", self.file))
    }

    /// The words of the one element that a CSS selector finds.
    pub(crate) fn words(&self, selector: &str) -> String {
        self.the(selector).text().collect()
    }

    /// Every element.
    pub(crate) fn elements(&self) -> impl Iterator<Item = ElementRef<'_>> {
        self.html.tree.nodes().filter_map(ElementRef::wrap)
    }

    /// How many comments the page has.
    pub(crate) fn comments(&self) -> usize {
        self.html
            .tree
            .nodes()
            .filter(|node| matches!(node.value(), Node::Comment(_)))
            .count()
    }
}

/// Every page of a bundle. What only leads on to one is none.
pub(crate) fn pages(folder: &Path) -> Vec<Page> {
    let pages: Vec<Page> = files(folder)
        .into_iter()
        .filter(|(file, _)| file.ends_with(".html"))
        .map(|(file, html)| Page::read(&file, &String::from_utf8(html).unwrap()))
        .filter(|page| page.all("meta[http-equiv=refresh]").is_empty())
        .collect();
    assert!(!pages.is_empty(), "{} holds no page", folder.display());
    pages
}
