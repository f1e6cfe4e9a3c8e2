//! A Chromium that tests read in one after the other: starting one takes longer than most of what they do in it.
//! Entry point: [`SharedBrowser`].
//!
//! 1. A session of its own starts it, and does nothing more until it ends it.
//! 2. For each test it makes a browser context, which is what a private window is: cookies, caches, storage, service
//!    workers and permissions begin empty and end with it. A window in it is the test's; what tests set by the protocol
//!    (sizes, colours, scripts, a slow processor) ends with that window.
//! 3. The test has a session of its own, too, which joins the running browser.
//! 4. [`super::driver::Driver`] keeps it for the next test. After a test that failed nobody reads in it any more.

use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

/// How long the browser may take to answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running browser.
pub(crate) struct SharedBrowser {
    /// URL of the session that started it.
    session: String,
    /// Where it listens, for sessions that join it.
    pub(super) address: String,
    /// The connection to the browser as a whole: chromedriver's own are to pages, which may make no context.
    devtools: WebSocket<TcpStream>,
    /// Commands so far; each has its number.
    commands: u64,
}

/// A test's place in a browser.
pub(crate) struct Place {
    context: String,
    /// Its first window.
    pub(super) window: String,
}

impl SharedBrowser {
    /// Starts one with what a session asks of the driver at a port.
    pub(super) fn start(port: u16, wishes: &Value) -> Self {
        let sessions = format!("http://127.0.0.1:{port}/session");
        let wishes = json!({ "capabilities": { "alwaysMatch": wishes } });
        let answer = ureq::post(&sessions)
            .header("Content-Type", "application/json")
            .send(wishes.to_string());
        let session = value(&answer.unwrap().body_mut().read_to_string().unwrap());
        let address = text(&session["capabilities"]["goog:chromeOptions"]["debuggerAddress"]);
        let about = ureq::get(format!("http://{address}/json/version")).call();
        let about = about.unwrap().body_mut().read_to_string().unwrap();
        let about: Value = serde_json::from_str(&about).unwrap();
        let stream = TcpStream::connect(&address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let url = text(&about["webSocketDebuggerUrl"]);
        let (devtools, _) = tungstenite::client(url, stream).unwrap();
        Self {
            session: format!("{sessions}/{}", text(&session["sessionId"])),
            address,
            devtools,
            commands: 0,
        }
    }

    /// Makes an empty place with one window.
    pub(super) fn make_place(&mut self) -> Place {
        let made = self.command("Target.createBrowserContext", json!({}));
        let context = text(&made["browserContextId"]);
        // Of the size that the first window has.
        let window = json!({ "url": "about:blank", "browserContextId": context, "newWindow": true, "width": 1280, "height": 900 });
        let window = text(&self.command("Target.createTarget", window)["targetId"]);
        Place { context, window }
    }

    /// Closes all windows of a place and forgets what was kept in it.
    pub(super) fn clear(&mut self, place: Place) {
        let context = json!({ "browserContextId": place.context });
        self.command("Target.disposeBrowserContext", context);
    }

    fn command(&mut self, name: &str, parameters: Value) -> Value {
        self.commands += 1;
        let command = json!({ "id": self.commands, "method": name, "params": parameters });
        let command = Message::text(command.to_string());
        self.devtools.send(command).unwrap();
        loop {
            let said = self.devtools.read().unwrap().into_text().unwrap();
            let said: Value = serde_json::from_str(&said).unwrap();
            if said["id"] == self.commands {
                assert!(said["error"].is_null(), "{name}: {said}");
                return said["result"].clone();
            }
        }
    }
}

impl Drop for SharedBrowser {
    fn drop(&mut self) {
        // One that is gone already has ended.
        let _ = ureq::delete(&self.session).call();
    }
}

/// What a driver answers.
fn value(answer: &str) -> Value {
    let answer: Value = serde_json::from_str(answer).unwrap();
    answer["value"].clone()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}
