//! The slim sign that a page is on its way. It shows only when one has to wait.
//!
//! Entry points: [`start`] and [`stop`].

use std::cell::{Cell, RefCell};

use gloo_timers::callback::Timeout;
use web_sys::Element;

use super::Reader;
use super::announce::{announce, settle};
use crate::message::About;

/// How long one waits without a sign, in milliseconds.
const PATIENCE: u32 = 300;

/// The sign, and what it waits for.
#[derive(Default)]
pub(super) struct Progress {
    timer: Cell<Option<Timeout>>,
    sign: RefCell<Option<Element>>,
}

/// A journey begins.
pub(super) fn start(reader: &'static Reader) {
    let timer = Timeout::new(PATIENCE, move || show(reader));
    reader.progress.timer.set(Some(timer));
}

/// The journey has ended, one way or another.
pub(super) fn stop(reader: &Reader) {
    reader.progress.timer.take();
    settle(reader);
    if let Some(sign) = reader.progress.sign.take() {
        sign.remove();
    }
}

fn show(reader: &Reader) {
    let Ok(sign) = reader.document.create_element("div") else {
        return;
    };
    sign.set_class_name("progress");
    let _ = reader.body.append_child(&sign);
    announce(reader, About::State, reader.words().loading);
    reader.progress.sign.replace(Some(sign));
}
