//! An app that fetches pages of a paper, and shows them beside what is its own.

#[cfg(target_arch = "wasm32")]
fn main() {
    app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This app runs in a browser: docs/embedding.md says how it is built.");
}

#[cfg(target_arch = "wasm32")]
mod app {
    use std::rc::Rc;

    use embedded_story::{FromThePaper, page};
    use gloo_net::http::Request;
    use newsprint::paper::page::Page;
    use wasm_bindgen_futures::spawn_local;
    use yew::prelude::*;

    /// Where the paper stands.
    const PAPER: &str = "/paper/";
    /// What is shown of it: a story, and the newest of its front page.
    const ADDRESSES: [&str; 2] = ["2026/11/ferry-returns/", ""];

    pub(super) fn start() {
        yew::Renderer::<App>::new().render();
    }

    /// The app's own line, and what comes from the paper.
    #[component]
    fn App() -> Html {
        let pages = use_state(Vec::<Rc<Page>>::new);
        let fetched = pages.setter();
        use_effect_with((), move |()| {
            spawn_local(async move {
                let mut pages = Vec::new();
                for address in ADDRESSES {
                    pages.extend(fetch(address).await);
                }
                fetched.set(pages);
            });
        });
        html! {
            <>
                <p>{ "This line is mine; what stands below is the paper's." }</p>
                for page in &*pages {
                    <FromThePaper key={&*page.address} {page} paper={PAPER} />
                }
            </>
        }
    }

    /// Fetches the page at an address of the paper.
    async fn fetch(address: &str) -> Option<Rc<Page>> {
        let url = [PAPER, address, "index.json"].concat();
        let answer = Request::get(&url).send().await.ok()?;
        page(&answer.text().await.ok()?).ok()
    }
}
