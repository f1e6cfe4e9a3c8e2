//! Makes everything ready for the first journey, when somebody is about to set out.
//!
//! Entry point: [`prepare`]. None of it is done at boot, where it would keep the browser busy while somebody begins to
//! read, perhaps all they came for.
//!
//! 1. What stands around `<main>` is freed from the printed page ([`frame`]).
//! 2. The whole sheet begins to rule ([`styles`]).
//! 3. A page that nobody sees is read and drawn. A browser compiles each function of the reader when it is first
//!    called; this page has them called while the data of the real one is still on its way.

use wasm_bindgen_futures::spawn_local;

use super::{Reader, draw, frame, styles};
use crate::browser::failure;

/// A story with the parts that nearly every story has. It has no picture, for which the browser would ask.
const REHEARSAL: &str = include_str!("prepare/rehearsal.json");

/// Makes ready, once. Whoever wants data asks for it first: the rehearsal would keep the request waiting.
pub(super) fn prepare(reader: &'static Reader) {
    if reader.prepared.replace(true) {
        return;
    }
    frame::free(reader);
    spawn_local(styles::apply(reader));
    spawn_local(rehearse(reader));
}

async fn rehearse(reader: &'static Reader) {
    let Ok(page) = failure::read(REHEARSAL) else {
        return;
    };
    if let Some((_, view)) = draw(&reader.document, page.into()).await {
        view.destroy();
    }
}
