//! Draws the page one searches from, and what was found.
//!
//! Entry points: [`search_page`], and [`found()`], which the reader draws into its `.results`.
//!
//! A browser without scripts or Wasm cannot search: it does not show the form, which keeps its place, and is marked
//! (`waiting`) until the reader is there (`static/css/search.css`). The page leads to where every story is listed. The
//! interface texts come with the data: no other page needs them.

mod filter;
mod found;
mod page;

pub(super) use found::found;
pub(super) use page::search_page;
