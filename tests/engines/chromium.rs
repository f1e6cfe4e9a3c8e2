//! What is done for another engine, in Chromium.

use crate::harness::Engine;
use crate::{read_with, returning};

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn back_from_another_site_leads_to_where_one_was() {
    read_with(Engine::Chromium, returning::to_a_kept_document);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn back_from_another_site_leads_to_where_one_was_on_a_page_that_the_reader_drew() {
    read_with(Engine::Chromium, returning::to_a_drawn_page);
}
