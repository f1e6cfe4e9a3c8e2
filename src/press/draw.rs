//! Draws a page's nodes to HTML with the components the reader uses.
//!
//! Entry point: [`draw`]. No hydration markers are written: the reader adopts the printed page as it is.

use yew::BaseComponent;
use yew::LocalServerRenderer;

/// Draws a component. Nothing in [`crate::view`] waits, so this does not either.
pub fn draw<C: BaseComponent>(props: C::Properties, html: &mut String) {
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    futures_executor::block_on(renderer.render_to_string(html));
}
