//! Gets the data of pages.
//!
//! Entry point: [`load`], which starts a [`Load`] or joins the one that is under way. What comes is
//! kept in the reader's cache, whoever asked for it.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, RequestInit};

use super::{FRESH_FOR, Reader};
use crate::browser::failure::{self, Failure};
use crate::browser::request;
use crate::browser::signal::Signal;
use crate::browser::words;
use crate::paper::page::Page;

/// How long a page may take, in milliseconds.
const TIME_LIMIT: u32 = 10_000;

/// A page, or why there is none.
pub(super) type Outcome = Result<Rc<Page>, Failure>;

/// Data on its way.
pub(super) struct Load {
    page_url: String,
    /// What came of it.
    pub(super) outcome: Signal<Outcome>,
    controller: Option<AbortController>,
    limit: Cell<Option<Timeout>>,
    timed_out: Cell<bool>,
}

impl Load {
    /// Gives up; the outcome is then without meaning.
    pub(super) fn abort(&self) {
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }

    /// Starts the time limit, also for those who join later: they too may wait that long.
    fn limit(self: &Rc<Self>) {
        let load = self.clone();
        self.limit.set(Some(Timeout::new(TIME_LIMIT, move || {
            load.timed_out.set(true);
            load.abort();
        })));
    }

    async fn run(&self, reader: &Reader) -> Outcome {
        let options = RequestInit::new();
        if let Some(controller) = &self.controller {
            options.set_signal(Some(&controller.signal()));
        }
        let json = request::text(&data_url(&self.page_url), &options).await?;
        let page = failure::read(&json)?;
        words::learn(&reader.document, &page.head.language).await?;
        Ok(page.into())
    }

    /// Why nothing came, as far as the load knows it better than the network.
    fn explained(&self, failure: Failure) -> Failure {
        match failure {
            Failure::NoNetwork if self.timed_out.get() => Failure::TimedOut,
            other => other,
        }
    }
}

/// Where the data of the page at this URL lies.
pub(super) fn data_url(page_url: &str) -> String {
    [page_url, "index.json"].concat()
}

/// Data of the page at this URL that may serve a new visit.
pub(super) fn fresh(reader: &Reader, page_url: &str) -> Option<Rc<Page>> {
    let since = js_sys::Date::now() - FRESH_FOR;
    reader.cache.borrow().get(page_url, since)
}

/// Gets the data of the page at this absolute URL, which ends with `/`.
pub(super) fn load(reader: &'static Reader, page_url: &str) -> Rc<Load> {
    let mut loads = reader.loads.borrow_mut();
    let under_way = loads.iter().find(|load| load.page_url == page_url);
    if let Some(load) = under_way {
        load.limit();
        return load.clone();
    }
    let load = Rc::new(Load {
        page_url: page_url.to_owned(),
        outcome: Signal::default(),
        controller: AbortController::new().ok(),
        limit: Cell::default(),
        timed_out: Cell::default(),
    });
    load.limit();
    loads.push(load.clone());
    let running = load.clone();
    spawn_local(async move {
        let outcome = running.run(reader).await;
        let outcome = outcome.map_err(|failure| running.explained(failure));
        running.limit.take();
        reader
            .loads
            .borrow_mut()
            .retain(|load| !Rc::ptr_eq(load, &running));
        if let Ok(page) = &outcome {
            let now = js_sys::Date::now();
            let mut cache = reader.cache.borrow_mut();
            cache.put(&running.page_url, now, page.clone());
        }
        running.outcome.set(outcome);
    });
    load
}

/// Gives up on data; who asks for the same page again asks anew.
pub(super) fn abort(reader: &Reader, load: &Rc<Load>) {
    reader
        .loads
        .borrow_mut()
        .retain(|other| !Rc::ptr_eq(other, load));
    load.abort();
}
