//! Draws a page's nodes to HTML with the components the reader uses.
//!
//! Entry point: [`draw`]. No hydration markers are written: the reader adopts the printed page as it is.

use yew::BaseComponent;
use yew::LocalServerRenderer;

/// Draws a component. Nothing in [`crate::view`] waits, so this does not either.
pub fn draw<C: BaseComponent>(props: C::Properties, html: &mut String) {
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    let mut drawn = String::new();
    futures_executor::block_on(renderer.render_to_string(&mut drawn));
    push_with_class_first(&drawn, html);
}

/// Appends what was drawn, with the class of each element before its other attributes. `html!` has it last; but elements
/// begin alike, and compress better, when what they share stands first: 13 bytes in the page of a story
/// (`docs/decisions/2026-11-27-class-first.md`).
fn push_with_class_first(drawn: &str, html: &mut String) {
    html.reserve(drawn.len());
    let mut rest = drawn;
    while let Some(start) = rest.find(CLASS) {
        let (before, attribute) = rest.split_at(start);
        let value = &attribute[CLASS.len()..];
        let length = CLASS.len() + value.find('"').map_or(value.len(), |end| end + 1);
        let (attribute, after) = attribute.split_at(length);
        // Text may read like an attribute. What is drawn has `<` and `>` around tags alone.
        let tag = before
            .rfind(['<', '>'])
            .filter(|at| before[*at..].starts_with('<'));
        let others = tag.and_then(|tag| Some(tag + before[tag..].find(' ')?));
        let (before, others) = before.split_at(others.unwrap_or(before.len()));
        html.extend([before, attribute, others]);
        rest = after;
    }
    html.push_str(rest);
}

const CLASS: &str = " class=\"";

#[cfg(test)]
mod tests {
    use super::push_with_class_first;

    fn turned(drawn: &str) -> String {
        let mut html = String::new();
        push_with_class_first(drawn, &mut html);
        html
    }

    #[test]
    fn the_class_of_an_element_stands_first() {
        assert_eq!(
            turned("<p>a</p><a href=\"x\" rel=\"y\" class=\"b c\">d</a><i class=\"e\"></i><hr>"),
            "<p>a</p><a class=\"b c\" href=\"x\" rel=\"y\">d</a><i class=\"e\"></i><hr>"
        );
        assert_eq!(
            turned("<img alt=\"\" class=\"a\">"),
            "<img class=\"a\" alt=\"\">"
        );
    }

    #[test]
    fn words_that_read_like_an_attribute_stay_where_they_are() {
        for text in [
            "<code>&lt;a href=\"x\" class=\"y\"&gt;</code>",
            "a b class=\"c\"",
            "<p>it is class=\"",
        ] {
            assert_eq!(turned(text), text);
        }
    }
}
