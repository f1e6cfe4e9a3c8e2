//! What every test stands on. Entry points: [`read`], [`read_in`], [`measure`] and [`Reading`].
//!
//! 1. [`driver`] starts what drives a browser of an [`engine`]: one chromedriver for all tests that run at the same time,
//!    of other engines one for each test. It ends with the last test that needs it.
//! 2. [`server`] serves the printed paper on a port of its own for each test.
//! 3. [`own_paper`] prints and serves a paper of a test's own.
//! 4. [`shared_browser`] has tests read in the same Chromium one after the other, each in a private window of its own.
//! 5. [`browser`] opens a session for each test, and closes it whatever becomes of the test.

pub(crate) mod browser;
mod driver;
mod engine;
mod own_paper;
pub(crate) mod server;
mod setting;
mod shared_browser;

use std::panic::resume_unwind;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::task::LocalSet;

pub(crate) use browser::Browser;
pub(crate) use driver::Driver;
pub(crate) use engine::Engine;
pub(crate) use own_paper::OwnPaper;
pub(crate) use server::{Fault, Server};
pub(crate) use setting::Setting;
use shared_browser::SharedBrowser;

/// How long one test may take, its session included.
const LIMIT: Duration = Duration::from_secs(90);

/// Sessions that run at the same time.
const SESSIONS: u32 = 2;

static TURNS: Semaphore = Semaphore::const_new(SESSIONS as usize);

/// A browser and the server whose paper it reads.
pub(crate) struct Reading {
    pub(crate) server: Server,
    pub(crate) browser: Browser,
}

impl Reading {
    /// Opens a page of the paper, begins to use it, and waits until the reader is there.
    pub(crate) async fn open(&self, page: &str) {
        self.load(page).await;
        self.browser.call_the_reader().await;
    }

    /// Opens a page of the paper, reader or not.
    pub(crate) async fn load(&self, page: &str) {
        self.browser.go_to(&self.server.url(page)).await;
    }

    /// Waits until the window stands at a page of the paper and shows it.
    pub(crate) async fn until_at(&self, page: &str) {
        let url = self.server.url(page);
        let here = format!(
            "location.href == '{url}' && document.readyState == 'complete' && !!document.querySelector('main h1')"
        );
        self.browser.until(&here).await;
    }
}

/// Makes a browser one that keeps nothing, to be run before every page.
pub(crate) const NO_STORAGE: &str = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused', 'SecurityError'); }})";

/// Runs a test, beside others.
pub(crate) fn read(test: impl AsyncFnOnce(Reading) + 'static) {
    run(1, Setting::default(), test);
}

/// Runs a test in a setting of its own.
pub(crate) fn read_in(setting: Setting, test: impl AsyncFnOnce(Reading) + 'static) {
    run(1, setting, test);
}

/// Runs a test that measures time, so no other one runs beside it.
pub(crate) fn measure(test: impl AsyncFnOnce(Reading) + 'static) {
    run(SESSIONS, Setting::default(), test);
}

fn run(turns: u32, setting: Setting, test: impl AsyncFnOnce(Reading) + 'static) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(LocalSet::new().run_until(async move {
        // Held while waiting, so that browsers outlive the moment between two tests.
        let driver = Driver::of(setting.engine);
        let _turn = TURNS.acquire_many(turns).await.unwrap();
        let server = Server::start(setting.folder).await;
        let shared = driver.borrow_browser(&setting).map(|mut browser| {
            let place = browser.make_place();
            (browser, place)
        });
        let session = match &shared {
            Some((browser, place)) => Browser::join(driver.port(), &setting, browser, place).await,
            None => Browser::open(driver.port(), &setting).await,
        };
        let browser = session.clone();
        let reading = Reading { server, browser };
        let test = tokio::task::spawn_local(tokio::time::timeout(LIMIT, async move {
            test(reading).await;
        }));
        let outcome = test.await;
        session.close().await;
        if let Some((mut browser, place)) = shared
            && matches!(outcome, Ok(Ok(())))
        {
            browser.clear(place);
            driver.return_browser(browser);
        }
        match outcome {
            Ok(Ok(())) => {}
            Ok(Err(_)) => panic!("the test took longer than {LIMIT:?}"),
            Err(failed) => resume_unwind(failed.into_panic()),
        }
    }));
}
