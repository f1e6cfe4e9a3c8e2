//! The Content-Security-Policy of a page: nothing runs, loads or frames but what is named here.
//!
//! Entry point: [`policy`].

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// The hash of an inline element's text, as a policy names it (CSP Level 3, 2.3.1).
pub fn hash(text: &str) -> String {
    format!(
        "sha256-{}",
        BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()))
    )
}

/// What every page of a bundle has in common: all but the hash of its style. The one Trusted Types policy lets the address
/// of the paper's service worker pass and nothing else (`reader_files`).
fn common(script_hash: &str) -> String {
    // In the order that compresses best.
    format!(
        "form-action 'none';frame-src https:;script-src 'self' 'wasm-unsafe-eval' '{script_hash}';\
         require-trusted-types-for 'script';object-src 'none';base-uri 'none';trusted-types newsprint"
    )
}

/// The policy of a page with these inline elements. Whatever it does not name comes from the paper itself.
pub fn policy(style_hash: &str, script_hash: &str) -> String {
    let common = common(script_hash);
    format!("default-src 'self';style-src 'self' '{style_hash}';{common}")
}

/// The policy that a host may send with every file of a bundle. A browser obeys it and the one in the page, so it says
/// nothing of styles, whose hashes differ from page to page, and so no default either; and it says what a page itself
/// cannot: who may frame it.
pub fn of_host(script_hash: &str) -> String {
    let common = common(script_hash);
    format!(
        "{common};img-src 'self';media-src 'self';font-src 'self';connect-src 'self';manifest-src 'self';\
         worker-src 'self';frame-ancestors 'self'"
    )
}
