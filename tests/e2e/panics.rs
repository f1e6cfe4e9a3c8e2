//! A reader that breaks leaves the page readable and its links ordinary.

use crate::harness::{Reading, read};

const STORY: &str = "stories/heron-returns/";
const NEXT: &str = "stories/dry-dock-overrun/";
const SEE_ALSO: &str = "main nav.see-also a";

/// Has the browser refuse what Yew cannot do without, and notes that a panic came of it.
const BREAK: &str = "Node.prototype.insertBefore = () => { throw new Error('broken by the test'); }; \
     window.panics = 0; for (const kind of ['error', 'unhandledrejection']) \
     addEventListener(kind, event => { if ((event.error || event.reason) instanceof WebAssembly.RuntimeError) window.panics += 1; })";

async fn open_and_break(reading: &Reading) {
    reading.open(STORY).await;
    reading.browser.mark().await;
    reading.browser.run(BREAK).await;
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_reader_that_panics_while_it_draws_sends_the_browser_where_one_was_going() {
    read(async |reading| {
        open_and_break(&reading).await;
        reading
            .browser
            .run(&format!("document.querySelector('{SEE_ALSO}').click()"))
            .await;
        reading.until_at(NEXT).await;
        assert!(!reading.browser.is_marked().await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_reader_that_panics_while_one_reads_changes_nothing_on_the_page_and_the_next_link_is_ordinary()
{
    read(async |reading| {
        open_and_break(&reading).await;
        let words = "document.querySelector('main').textContent";
        let before = reading.browser.text(words).await;
        reading.browser.hover(SEE_ALSO).await;
        reading.browser.until("window.panics == 1").await;
        assert_eq!(reading.browser.text(words).await, before);
        assert!(reading.browser.is_marked().await);
        reading.browser.click(SEE_ALSO).await;
        reading.until_at(NEXT).await;
        assert!(!reading.browser.is_marked().await);
    });
}
