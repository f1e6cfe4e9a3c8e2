//! Serves the printed pages with a script that hears of every round.
//!
//! Entry point: [`router`]. The script is a file of this host, so the pages' own policy allows it.

use std::convert::Infallible;
use std::path::Path;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, IF_MODIFIED_SINCE};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use tokio::sync::watch::Receiver;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};

/// The script.
const SCRIPT: &str = include_str!("../../../static/dev.js");

/// What loads it.
const TAG: &str = "<script src=\"/.newsprint/dev.js\" defer></script>";

/// What is shown while there is nothing to show.
const NOTHING: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Nothing is printed yet</title></head>\
    <body><p>Nothing is printed yet.</p></body></html>";

/// Answers from a printed folder, and tells pages of every round.
pub(super) fn router(printed: &Path, heard: Receiver<String>) -> Router {
    let start = printed.join("index.html");
    let pages = crate::press::serve::router(printed).layer(from_fn_with_state(start, with_script));
    Router::new()
        .route("/.newsprint/dev.js", get(script))
        .route("/.newsprint/news", get(news))
        .with_state(heard)
        .fallback_service(pages)
}

async fn script() -> impl IntoResponse {
    let headers = [
        (CONTENT_TYPE, "text/javascript"),
        (CACHE_CONTROL, "no-store"),
    ];
    (headers, SCRIPT)
}

async fn news(
    State(heard): State<Receiver<String>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let news = WatchStream::new(heard).map(|round| Ok(Event::default().data(round)));
    Sse::new(news).keep_alive(KeepAlive::default())
}

/// Adds the script to every page on its way to the browser.
async fn with_script(
    State(start): State<std::path::PathBuf>,
    mut request: Request,
    next: Next,
) -> Response {
    // A page of an earlier run may be younger by its date than the print of this one.
    request.headers_mut().remove(IF_MODIFIED_SINCE);
    let response = next.run(request).await;
    if !start.is_file() {
        return (StatusCode::SERVICE_UNAVAILABLE, Html(added(NOTHING))).into_response();
    }
    if !is_page(response.headers()) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    parts.headers.remove(CONTENT_LENGTH);
    let html = added(&String::from_utf8_lossy(&bytes));
    Response::from_parts(parts, Body::from(html))
}

fn is_page(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

fn added(html: &str) -> String {
    html.replacen("</head>", &format!("{TAG}</head>"), 1)
}
