//! Asks the paper's host for a file.
//!
//! Entry point: [`text`].

use gloo_net::http::Request;
use web_sys::RequestInit;

use super::failure::{self, Failure};

/// The text of a file.
///
/// # Errors
/// [`Failure::NoNetwork`] when no whole answer comes; what its status means when it is another file's.
pub(crate) async fn text(url: &str, options: &RequestInit) -> Result<String, Failure> {
    // Made without gloo's builder, which takes URLs apart and brings the code for it.
    let request = web_sys::Request::new_with_str_and_init(url, options);
    let request = request.map_err(|_| Failure::NoData)?;
    let response = Request::from(request).send().await;
    let response = response.map_err(|_| Failure::NoNetwork)?;
    if let Some(failure) = failure::of_status(response.status()) {
        return Err(failure);
    }
    response.text().await.map_err(|_| Failure::NoNetwork)
}
