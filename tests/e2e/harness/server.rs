//! A plain static server for the printed paper, which can be told to fail. Entry point: [`Server`].
//!
//! Faults are made here and not in the browser, so that every engine meets the same ones.

use std::collections::HashMap;
use std::env;
use std::future::pending;
use std::net::{Ipv4Addr, SocketAddr};
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, ETAG, IF_MODIFIED_SINCE, IF_NONE_MATCH,
    LOCATION, SET_COOKIE,
};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tokio::net::{TcpListener, TcpSocket};
use tokio::task::JoinHandle;
use tower_http::services::{ServeDir, ServeFile};

/// What goes wrong with one path.
#[derive(Clone)]
pub(crate) enum Fault {
    /// The answer has this status, and no body.
    Status(u16),
    /// The answer is a page of HTML with status 200, whatever was asked for.
    Html,
    /// Half the answer comes, and it pretends to be all of it.
    CutOff,
    /// The connection is closed without an answer.
    Dropped,
    /// No answer ever comes.
    Hang,
    /// The answer is another one.
    Changed(fn(Vec<u8>) -> Vec<u8>),
    /// The answer may not be kept.
    NoStore,
    /// The answer leads to another path of the paper.
    LeadsTo(&'static str),
    /// Whoever has no cookie of it gets one, and is led to the very path again, as where people sign in.
    SignIn,
}

#[derive(Default)]
struct Told {
    /// By path below the paper's folder.
    faults: Mutex<HashMap<String, Fault>>,
    requests: Mutex<Vec<String>>,
    gone: Mutex<bool>,
    folder: &'static str,
}

/// A server on a port of its own.
pub(crate) struct Server {
    told: Arc<Told>,
    address: SocketAddr,
    serving: Mutex<JoinHandle<()>>,
}

impl Server {
    /// Serves the printed paper below a folder.
    pub(crate) async fn start(folder: &'static str) -> Self {
        let told = Arc::new(Told {
            folder,
            ..Told::default()
        });
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let serving = Mutex::new(serve(listener, told.clone()));
        Self {
            told,
            address,
            serving,
        }
    }

    /// Absolute URL of a path of the paper.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{}{path}", self.address, self.told.folder)
    }

    /// Has a path fail from now on.
    pub(crate) fn fail(&self, path: &str, fault: Fault) {
        self.told
            .faults
            .lock()
            .unwrap()
            .insert(path.to_owned(), fault);
    }

    /// Has a path answer again as it should.
    pub(crate) fn mend(&self, path: &str) {
        let mended = self.told.faults.lock().unwrap().remove(path);
        assert!(mended.is_some(), "{path} had no fault");
    }

    /// Goes away: open connections are dropped, new ones refused.
    pub(crate) async fn go_away(&self) {
        *self.told.gone.lock().unwrap() = true;
        let nothing = tokio::spawn(async {});
        let serving = std::mem::replace(&mut *self.serving.lock().unwrap(), nothing);
        serving.abort();
        // Only when the task has ended is the port closed.
        let _ = serving.await;
    }

    /// Comes back where it was.
    pub(crate) fn come_back(&self) {
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_reuseaddr(true).unwrap();
        socket.bind(self.address).unwrap();
        let listener = socket.listen(64).unwrap();
        *self.told.gone.lock().unwrap() = false;
        *self.serving.lock().unwrap() = serve(listener, self.told.clone());
    }

    /// Paths that were asked for, in order; a path outside the paper's folder starts with a slash.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.told.requests.lock().unwrap().clone()
    }

    /// How often a path was asked for.
    pub(crate) fn times_asked(&self, path: &str) -> usize {
        self.requests()
            .iter()
            .filter(|asked| *asked == path)
            .count()
    }
}

/// Where the printed paper lies.
pub(crate) fn paper() -> PathBuf {
    let folder = env::var_os("NEWSPRINT_E2E_DIST")
        .map(PathBuf::from)
        .unwrap_or_else(|| {
            panic!("NEWSPRINT_E2E_DIST has to name a printed paper; `cargo xtask test` prints one")
        });
    assert!(
        folder.join("index.html").is_file(),
        "{} holds no printed paper",
        folder.display()
    );
    folder
}

fn serve(listener: TcpListener, told: Arc<Told>) -> JoinHandle<()> {
    let missing = ServeFile::new(paper().join("404.html"));
    let files = ServeDir::new(paper()).not_found_service(missing);
    let router = match told.folder.trim_end_matches('/') {
        "" => Router::new().fallback_service(files),
        folder => Router::new().nest_service(folder, files),
    };
    let router = router.layer(from_fn_with_state(told, answer));
    tokio::spawn(async move {
        axum::serve(listener, router).await.unwrap();
    })
}

async fn answer(State(told): State<Arc<Told>>, mut request: Request, next: Next) -> Response {
    if *told.gone.lock().unwrap() {
        drop_connection();
    }
    let path = request.uri().path();
    let path = path.strip_prefix(told.folder).unwrap_or(path).to_owned();
    told.requests.lock().unwrap().push(path.clone());
    // A fault has to be seen, so nothing is answered from what the browser already has.
    for name in [IF_MODIFIED_SINCE, IF_NONE_MATCH] {
        request.headers_mut().remove(name);
    }
    let fault = told.faults.lock().unwrap().get(&path).cloned();
    let mut response = match fault.clone() {
        None => next.run(request).await,
        Some(Fault::Status(status)) => StatusCode::from_u16(status).unwrap().into_response(),
        Some(Fault::Html) => {
            axum::response::Html("<!doctype html><title>Log in</title><h1>Log in</h1>")
                .into_response()
        }
        Some(Fault::CutOff) => {
            changed(next.run(request).await, |body| {
                body[..body.len() / 2].to_vec()
            })
            .await
        }
        Some(Fault::Changed(change)) => changed(next.run(request).await, change).await,
        Some(Fault::LeadsTo(other)) => lead_to(&format!("{}{other}", told.folder)),
        Some(Fault::SignIn) if !request.headers().contains_key(COOKIE) => {
            let mut response = lead_to(request.uri().path());
            let cookie = HeaderValue::from_static("signed-in=yes; Path=/");
            response.headers_mut().insert(SET_COOKIE, cookie);
            response
        }
        Some(Fault::SignIn | Fault::NoStore) => next.run(request).await,
        Some(Fault::Dropped) => drop_connection(),
        Some(Fault::Hang) => pending().await,
    };
    let caching = match fault {
        Some(Fault::NoStore) => "no-store",
        _ if path.starts_with("assets/") => return response,
        _ => "no-cache",
    };
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    response
}

fn lead_to(path: &str) -> Response {
    let location = [(LOCATION, path.to_owned())];
    (StatusCode::FOUND, location).into_response()
}

async fn changed(response: Response, change: fn(Vec<u8>) -> Vec<u8>) -> Response {
    let (mut head, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    for name in [CONTENT_LENGTH, ETAG] {
        head.headers.remove(name);
    }
    assert!(
        head.headers.contains_key(CONTENT_TYPE),
        "only a file can be changed"
    );
    Response::from_parts(head, Body::from(change(body.to_vec())))
}

/// Ends the task that serves the connection, and with it the connection. Unlike `panic!` it says nothing.
fn drop_connection() -> ! {
    resume_unwind(Box::new("the connection was dropped"))
}
