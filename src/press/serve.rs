//! Serves a printed folder on this machine, as a plain static host does.
//!
//! Entry point: [`serve`].

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use super::hosting::FOR_EVER;
use anyhow::{Context, Result, bail};
use axum::Router;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::http::{Extensions, HeaderMap, HeaderValue, StatusCode, Version};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};

/// Serves a folder until it is interrupted. `said` is called with the URL once requests are answered; port 0 takes any
/// free one.
///
/// # Errors
/// The folder holds no paper, or the port is taken.
pub fn serve(folder: &Path, port: u16, said: impl FnOnce(SocketAddr)) -> Result<()> {
    if !folder.join("index.html").is_file() {
        bail!(
            "{} holds no printed paper: `newsprint build PAPER --out DIR` prints one",
            folder.display()
        );
    }
    let small = CompressionLayer::new().compress_when(is_worth_it);
    listen(router(folder).layer(small), port, said)
}

/// Answers requests until the process is interrupted.
///
/// # Errors
/// The port is taken.
pub(super) fn listen(router: Router, port: u16, said: impl FnOnce(SocketAddr)) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let listener = tokio::net::TcpListener::bind(address)
            .await
            .with_context(|| format!("port {port} cannot be used; choose another with --port"))?;
        said(listener.local_addr()?);
        let interrupted = async {
            // Without a signal handler the default one ends the process just the same.
            let _ = tokio::signal::ctrl_c().await;
        };
        // Not a graceful end: it would wait for whoever still listens.
        tokio::select! {
            served = async { axum::serve(listener, router).await } => served?,
            () = interrupted => {}
        }
        Ok(())
    })
}

/// Answers from a printed folder.
pub(super) fn router(folder: &Path) -> Router {
    let missing = ServeFile::new(folder.join("404.html"));
    let files = ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip();
    Router::new()
        .fallback_service(files.not_found_service(missing))
        .layer(from_fn(headers))
}

/// Texts and the reader are sent smaller to browsers that take them so: from a copy that `build --compress` laid beside
/// them, or made on the way. The rest is compressed already.
fn is_worth_it(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let kind = headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    let starts = |start: &&str| kind.is_some_and(|kind| kind.starts_with(start.as_bytes()));
    ["text/", "application/", "image/svg"].iter().any(starts)
}

/// What never changes under its name may be kept for ever; the rest is asked for again.
async fn headers(request: Request, next: Next) -> Response {
    let hashed = request.uri().path().contains("/assets/");
    let mut response = next.run(request).await;
    let keep = if hashed && response.status().is_success() {
        FOR_EVER
    } else {
        "no-cache"
    };
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static(keep));
    response
        .headers_mut()
        .insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}
