//! What the reader never asks of Yew, and the compiler cannot know.
//!
//! Entry point: [`is_uncalled`].
//!
//! The reader draws a page once and never again: it listens by itself (`src/reader/listen.rs`), holds no component inside
//! another, waits for nothing inside a page and hands Yew no HTML. What Yew has for these is reached through tables of
//! functions, so that it stays in the Wasm, a twelfth of it. Here it becomes a trap. Should one ever be called, the reader
//! stops and links lead to the printed pages (`src/reader/guard.rs`); the tests in the browser draw every kind of page
//! with the reader that has the traps.

/// Functions of Yew's, by the beginning of their name.
const FUNCTIONS: &[&str] = &[
    // Listeners.
    "yew::dom_bundle::btag::listeners::ListenerRegistration::register",
    "yew::dom_bundle::subtree_root::SubtreeData::add_listener",
    "yew::dom_bundle::subtree_root::BSubtree::ensure_handled",
    "yew::dom_bundle::subtree_root::BSubtree::start_handling",
    // Nodes that no page has.
    "yew::dom_bundle::braw::<impl yew::dom_bundle::traits::Reconcilable for yew::virtual_dom::vraw::VRaw>::",
    "yew::dom_bundle::bportal::<impl yew::dom_bundle::traits::Reconcilable for yew::virtual_dom::vportal::VPortal>::",
    "yew::dom_bundle::bsuspense::<impl yew::dom_bundle::traits::Reconcilable for yew::virtual_dom::vsuspense::VSuspense>::",
    "yew::dom_bundle::bcomp::<impl yew::dom_bundle::traits::Reconcilable for yew::virtual_dom::vcomp::VComp>::",
    // Many pages drawn at once.
    "alloc::collections::btree::node::BalancingContext",
    "<yew::dom_bundle::bnode::BNode as yew::dom_bundle::traits::ReconcileTarget>::shift",
    "yew::dom_bundle::braw::BRaw::detach_bundle",
    "<yew::html::component::lifecycle::CompStateInner<COMP> as yew::html::component::lifecycle::Stateful>::props_changed",
    // Drawing again.
    "yew::dom_bundle::blist::BList::apply_keyed",
    "yew::dom_bundle::btag::attributes::<impl yew::virtual_dom::Attributes>::apply_diff",
];

/// Whether the reader never calls a function of this name.
pub(super) fn is_uncalled(name: &str) -> bool {
    FUNCTIONS.iter().any(|function| name.starts_with(function))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yews_listeners_are_never_called_and_its_drawing_is() {
        assert!(is_uncalled(
            "yew::dom_bundle::subtree_root::SubtreeData::add_listener::{{closure}}::h0123"
        ));
        assert!(!is_uncalled(
            "yew::virtual_dom::vtag::VTag::add_child::h0123"
        ));
    }
}
