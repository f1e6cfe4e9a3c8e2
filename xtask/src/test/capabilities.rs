//! What the tests in the browser ask of Chromium, as WebDriver capabilities.

use std::path::Path;

use serde_json::json;

/// Quiet, without a window, and always of the same size. `no-sandbox` is for
/// containers, where the tests run as root; they open no page but their own.
const ARGUMENTS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--window-size=1280,900",
];

/// The JSON that `wasm-bindgen-test-runner` hands to the driver.
pub(crate) fn chromium(program: &Path) -> String {
    json!({
        "goog:chromeOptions": {
            "binary": program,
            "args": ARGUMENTS,
        }
    })
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_that_was_found_is_the_one_that_is_started() {
        let text = chromium(Path::new("/usr/bin/chromium"));
        let value: Option<serde_json::Value> = serde_json::from_str(&text).ok();
        let binary = value
            .as_ref()
            .map(|value| &value["goog:chromeOptions"]["binary"]);
        assert_eq!(binary, Some(&json!("/usr/bin/chromium")));
    }
}
