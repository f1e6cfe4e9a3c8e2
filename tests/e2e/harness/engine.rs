//! The browsers that tests run in. Entry point: [`Engine`].

use std::env;

use serde_json::{Value, json};

use super::Setting;

/// Quiet, without a window, and always of the same size. `no-sandbox` is for containers, where the tests run as root;
/// they open no page but their own.
/// Names of other hosts lead nowhere.
const CHROMIUM_ARGUMENTS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--window-size=1280,900",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// A family of browsers, told apart by what draws their pages.
#[derive(Clone, Copy, PartialEq)]
// The end-to-end tests run in Chromium alone (the others: `tests/engines/`).
#[allow(dead_code)]
pub(crate) enum Engine {
    /// Chromium, with chromedriver.
    Chromium,
    /// Firefox, with geckodriver.
    Firefox,
    /// WebKit as GTK has it, in its MiniBrowser, with WebKitWebDriver. It cannot be without a window, so it has a
    /// screen that nobody sees.
    WebKit,
}

impl Engine {
    /// What a session asks of chromedriver that joins a running Chromium.
    pub(super) fn joining(address: &str) -> Value {
        json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "debuggerAddress": address },
            "goog:loggingPrefs": { "browser": "ALL" },
        })
    }

    /// What a session asks of the driver.
    pub(super) fn capabilities(self, setting: &Setting) -> Value {
        match self {
            Self::Chromium => {
                let mut options = json!({ "args": CHROMIUM_ARGUMENTS });
                if let Ok(program) = env::var("NEWSPRINT_E2E_CHROMIUM") {
                    options["binary"] = program.into();
                }
                if !setting.scripts {
                    options["prefs"] =
                        json!({ "profile.managed_default_content_settings.javascript": 2 });
                }
                json!({
                    "browserName": "chrome",
                    "goog:chromeOptions": options,
                    "goog:loggingPrefs": { "browser": "ALL" },
                })
            }
            Self::Firefox => {
                let prefs = json!({
                    "javascript.enabled": setting.scripts,
                    "dom.serviceWorkers.enabled": setting.workers,
                });
                let mut options = json!({ "args": ["-headless"], "prefs": prefs });
                if let Ok(program) = env::var("NEWSPRINT_E2E_FIREFOX") {
                    options["binary"] = program.into();
                }
                json!({ "browserName": "firefox", "moz:firefoxOptions": options })
            }
            Self::WebKit => {
                assert!(
                    setting.scripts && setting.workers,
                    "WebKit can be had only as it is"
                );
                let program = env::var("NEWSPRINT_E2E_WEBKIT");
                let program = program.unwrap_or_else(|_| {
                    panic!("NEWSPRINT_E2E_WEBKIT has to name WebKit's MiniBrowser")
                });
                json!({
                    "browserName": "MiniBrowser",
                    "webkitgtk:browserOptions": { "binary": program, "args": ["--automation"] },
                })
            }
        }
    }
}
