//! One browser session. Entry point: [`Browser`].

use std::time::Duration;

use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner, WebDriverResult};
use thirtyfour::prelude::{By, WebDriver};
use thirtyfour::{Capabilities, RequestData, SessionId, WebElement};
use tokio::time::{Instant, sleep};

use super::shared_browser::{Place, SharedBrowser};
use super::{Engine, Setting};

/// How long a condition may take to become true.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often a hand aims at what is drawn anew under it.
const AIMS: usize = 5;

/// Time between two looks at a condition.
const LOOK: Duration = Duration::from_millis(20);

/// A key that says nothing.
const SIGN_OF_USE: &str = "dispatchEvent(new Event('keydown'))";

/// The reader answers clicks.
const READER_IS_THERE: &str = "!!document.querySelector('body > p[role=status]')";

/// Makes a browser one that has no service workers, as browsers are in some private windows.
const NO_WORKERS: &str = "delete Navigator.prototype.serviceWorker";

/// What Firefox was told of pages, as far as it is worse than a warning. That a face came too late is as it should be.
const FIREFOX_ERRORS: &str = "Services.console.getMessageArray()
    .filter(said => said instanceof Ci.nsIScriptError && !(said.flags & Ci.nsIScriptError.warningFlag))
    .filter(said => !/^(chrome|resource|moz-extension):/.test(said.sourceName))
    .filter(said => !said.errorMessage.startsWith('downloadable font: font-display timeout'))
    .map(said => `${said.sourceName}:${said.lineNumber} ${said.errorMessage}`)";

/// A browser with one window.
#[derive(Clone)]
pub(crate) struct Browser {
    driver: WebDriver,
    engine: Engine,
    /// Windows that are not the test's.
    others: usize,
}

impl Browser {
    /// Starts a browser.
    pub(crate) async fn open(port: u16, setting: &Setting) -> Self {
        let wishes = setting.engine.capabilities(setting);
        let browser = Self::with(port, setting, wishes, 0).await;
        browser.prepare(setting).await;
        browser
    }

    /// Joins a running one, in a place of the test's own.
    pub(crate) async fn join(
        port: u16,
        setting: &Setting,
        shared: &SharedBrowser,
        place: &Place,
    ) -> Self {
        let wishes = Engine::joining(&shared.address);
        let browser = Self::with(port, setting, wishes, 1).await;
        let window = browser
            .driver
            .switch_to_window(place.window.as_str().into());
        window.await.unwrap();
        browser.prepare(setting).await;
        browser
    }

    async fn with(port: u16, setting: &Setting, wishes: Value, others: usize) -> Self {
        let wishes: Capabilities = serde_json::from_value(wishes).unwrap();
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), wishes)
            .await
            .unwrap();
        Self {
            driver,
            engine: setting.engine,
            others,
        }
    }

    async fn prepare(&self, setting: &Setting) {
        if !setting.workers && self.engine == Engine::Chromium {
            self.before_every_page(NO_WORKERS).await;
        }
    }

    pub(crate) async fn close(self) {
        // A session that is gone already is closed.
        let _ = self.driver.quit().await;
    }

    /// Goes to a URL with a full load.
    pub(crate) async fn go_to(&self, url: &str) {
        self.driver.goto(url).await.unwrap();
    }

    pub(crate) async fn back(&self) {
        self.driver.back().await.unwrap();
    }

    pub(crate) async fn forward(&self) {
        self.driver.forward().await.unwrap();
    }

    pub(crate) async fn reload(&self) {
        if self.engine == Engine::Firefox {
            // Geckodriver reloads past the service worker, as a reload with a key held does.
            self.run("window.reloads = true; setTimeout(() => location.reload())")
                .await;
            self.until("!window.reloads && document.readyState == 'complete'")
                .await;
        } else {
            self.driver.refresh().await.unwrap();
        }
    }

    /// The element a CSS selector finds first, as soon as there is one.
    pub(crate) async fn find(&self, selector: &str) -> WebElement {
        let end = Instant::now() + PATIENCE;
        loop {
            match self.driver.find(By::Css(selector)).await {
                Ok(found) => return found,
                Err(_) => assert!(Instant::now() < end, "the page has no `{selector}`"),
            }
            sleep(LOOK).await;
        }
    }

    /// Whether the element a CSS selector finds first is seen by a person.
    pub(crate) async fn is_shown(&self, selector: &str) -> bool {
        self.find(selector).await.is_displayed().await.unwrap()
    }

    /// Clicks as a person does: at a point of the window, whatever lies there. What is drawn anew while the hand moves is aimed at again.
    pub(crate) async fn click(&self, selector: &str) {
        let mut clicked = self.find(selector).await.click().await;
        for _ in 1..AIMS {
            if !clicked.as_ref().is_err_and(is_gone) {
                break;
            }
            clicked = self.find(selector).await.click().await;
        }
        clicked.unwrap_or_else(|error| panic!("`{selector}` cannot be clicked: {error}"));
    }

    /// Chooses a tool of the panel by its name, as soon as it is open.
    pub(crate) async fn choose_tool(&self, name: &str) {
        self.find(".tools-panel .names button").await;
        self.run(&format!("[...document.querySelectorAll('.tools-panel .names button')].find(button => button.textContent == '{name}').click()")).await;
    }

    /// Clicks while a key is held.
    pub(crate) async fn click_holding(&self, key: thirtyfour::Key, selector: &str) {
        let element = self.find(selector).await;
        element.scroll_into_view().await.unwrap();
        let hands = self.driver.action_chain();
        let hands = hands
            .key_down(key.clone())
            .click_element(&element)
            .key_up(key);
        hands.perform().await.unwrap();
    }

    /// Moves the pointer onto an element and lets it rest.
    pub(crate) async fn hover(&self, selector: &str) {
        let element = self.find(selector).await;
        element.scroll_into_view().await.unwrap();
        let hand = self.driver.action_chain().move_to_element_center(&element);
        hand.perform().await.unwrap();
    }

    /// Presses a key.
    pub(crate) async fn press(&self, key: thirtyfour::Key) {
        let hand = self.driver.action_chain().send_keys(key);
        hand.perform().await.unwrap();
    }

    /// Runs statements in the page.
    pub(crate) async fn run(&self, script: &str) {
        self.driver.execute(script, vec![]).await.unwrap();
    }

    /// The value of an expression in the page.
    pub(crate) async fn value(&self, expression: &str) -> Value {
        self.ask(expression)
            .await
            .unwrap_or_else(|error| panic!("`{expression}`: {error}"))
    }

    async fn ask(&self, expression: &str) -> WebDriverResult<Value> {
        let script = format!("return ({expression})");
        Ok(self.driver.execute(script, vec![]).await?.json().clone())
    }

    /// The value of an expression that is text.
    pub(crate) async fn text(&self, expression: &str) -> String {
        let value = self.value(expression).await;
        let text = value.as_str();
        text.unwrap_or_else(|| panic!("`{expression}` is {value}, not text"))
            .to_owned()
    }

    /// The value of an expression that is a number.
    pub(crate) async fn number(&self, expression: &str) -> f64 {
        let value = self.value(expression).await;
        value
            .as_f64()
            .unwrap_or_else(|| panic!("`{expression}` is {value}, not a number"))
    }

    /// Whether an expression is true in the page.
    pub(crate) async fn holds(&self, expression: &str) -> bool {
        self.value(expression).await == Value::Bool(true)
    }

    /// Waits until an expression is true in the page; documents may come and go meanwhile.
    pub(crate) async fn until(&self, expression: &str) {
        self.until_within(PATIENCE, expression).await;
    }

    /// Waits that long until an expression is true in the page.
    pub(crate) async fn until_within(&self, patience: Duration, expression: &str) {
        let end = Instant::now() + patience;
        loop {
            // A script that a full load interrupts fails; the next look sees the new document.
            let seen = self.ask(expression).await;
            if seen.as_ref().is_ok_and(|value| *value == Value::Bool(true)) {
                return;
            }
            if Instant::now() > end {
                let url = self.ask("location.href").await;
                let log = self.log().await;
                panic!(
                    "after {patience:?} `{expression}` is {seen:?} at {url:?}; the console says {log:#?}"
                );
            }
            sleep(LOOK).await;
        }
    }

    /// Waits until the window stands at a URL, without running a script in it.
    pub(crate) async fn until_url(&self, url: &str) {
        let end = Instant::now() + PATIENCE;
        loop {
            let here = self.driver.current_url().await.unwrap();
            if here.as_str() == url {
                return;
            }
            assert!(
                Instant::now() < end,
                "the window stands at {here}, not at {url}"
            );
            sleep(LOOK).await;
        }
    }

    /// Waits until there are so many windows.
    pub(crate) async fn until_windows(&self, number: usize) {
        let end = Instant::now() + PATIENCE;
        while self.driver.windows().await.unwrap().len() != self.others + number {
            assert!(Instant::now() < end, "there are not {number} windows");
            sleep(LOOK).await;
        }
    }

    /// Begins to use the page, which calls the reader, and waits for nothing.
    pub(crate) async fn begin_to_use(&self) {
        self.run(SIGN_OF_USE).await;
    }

    /// Begins to use the page, and waits until the reader that comes of it answers clicks.
    pub(crate) async fn call_the_reader(&self) {
        self.use_until(READER_IS_THERE).await;
    }

    /// Begins to use the page, has the tools come with the reader, as if one was used, and waits until they are there.
    pub(crate) async fn call_the_tools(&self) {
        self.call_the_reader().await;
        self.run("import(document.getElementById('newsprint').dataset.tools)")
            .await;
        self.until("[...document.styleSheets].some(sheet => sheet.href?.includes('/tools-'))")
            .await;
    }

    /// Gives signs of use until an expression is true: the loader heeds none before the page has loaded.
    async fn use_until(&self, expression: &str) {
        self.until(&format!("{SIGN_OF_USE}, {expression}")).await;
    }

    /// Waits until the reader answers clicks.
    pub(crate) async fn until_the_reader_is_there(&self) {
        self.until(READER_IS_THERE).await;
    }

    /// Everything the console was told since it was last asked; of Firefox every error since it was started. WebKit
    /// tells nobody.
    pub(crate) async fn log(&self) -> Vec<String> {
        match self.engine {
            Engine::Chromium => {
                let entries = self.driver.browser_log().await.unwrap();
                entries
                    .into_iter()
                    .map(|entry| format!("{:?}: {}", entry.level, entry.message))
                    .collect()
            }
            Engine::Firefox => {
                self.stand_in(Context("chrome")).await;
                let errors = self.ask(FIREFOX_ERRORS).await;
                self.stand_in(Context("content")).await;
                serde_json::from_value(errors.unwrap()).unwrap()
            }
            Engine::WebKit => Vec::new(),
        }
    }

    async fn stand_in(&self, context: Context) {
        self.driver.handle().cmd(context).await.unwrap();
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub(crate) async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.driver
            .cdp()
            .send_raw(command, parameters)
            .await
            .unwrap()
    }

    /// Runs a script in every document before its own scripts.
    pub(crate) async fn before_every_page(&self, script: &str) {
        self.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": script }),
        )
        .await;
    }

    /// A picture of what the window shows, as PNG.
    // The end-to-end tests look at none (`tests/engines/`).
    #[allow(dead_code)]
    pub(crate) async fn picture(&self) -> Vec<u8> {
        self.driver.screenshot_as_png().await.unwrap()
    }

    /// Makes the part of the window that shows the page this wide.
    pub(crate) async fn narrow_to(&self, width: u32) {
        let size =
            json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.devtools("Emulation.setDeviceMetricsOverride", size)
            .await;
    }

    /// Slows the page's processor so many times.
    pub(crate) async fn slow_down(&self, times: u32) {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times }))
            .await;
    }

    /// Leaves a mark on the window, which a full load wipes away.
    pub(crate) async fn mark(&self) {
        self.run("window.marked = true; window.firstMain = document.querySelector('main')")
            .await;
    }

    /// Whether the document is still the one that was marked.
    pub(crate) async fn is_marked(&self) -> bool {
        self.holds("window.marked === true").await
    }

    /// Whether the `<main>` in the page is the very one that was there when the window was marked.
    pub(crate) async fn shows_the_first_main(&self) -> bool {
        self.holds("!!window.firstMain && document.querySelector('main') === window.firstMain")
            .await
    }
}

/// Where scripts run in Firefox: `content`, which is the page, or `chrome`, which is the browser itself.
#[derive(Debug)]
struct Context(&'static str);

impl FormatRequestData for Context {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("/session/{session}/moz/context"))
            .add_body(json!({ "context": self.0 }))
    }
}

/// Whether an element left the page between being found and being touched.
fn is_gone(error: &WebDriverError) -> bool {
    matches!(**error, WebDriverErrorInner::StaleElementReference(_))
}
