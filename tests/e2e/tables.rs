//! A table that is larger than its place scrolls, and its headers stay.

use crate::harness::read;

/// A story with a table.
const STORY: &str = "stories/al-mina-wa-al-lugha/";
const TABLE: &str = "document.querySelector('.table')";

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_head_and_the_first_column_of_a_table_stay_while_it_scrolls() {
    read(async |reading| {
        reading.browser.narrow_to(320).await;
        reading.open(STORY).await;
        reading
            .browser
            .run(&format!(
                "{TABLE}.style.maxHeight = '120px'; {TABLE}.firstElementChild.style.width = '900px'; {TABLE}.scrollTo(-300, 60)"
            ))
            .await;
        let scrolled = format!("{TABLE}.scrollTop > 0 && {TABLE}.scrollLeft < 0");
        assert!(
            reading.browser.holds(&scrolled).await,
            "it scrolls both ways"
        );
        let head = format!(
            "Math.round({TABLE}.querySelector('thead th').getBoundingClientRect().top - {TABLE}.getBoundingClientRect().top)"
        );
        assert_eq!(reading.browser.number(&head).await, 0.0);
        // Arabic: the first column is the one on the right.
        let first = format!(
            "Math.round({TABLE}.getBoundingClientRect().left + {TABLE}.clientLeft + {TABLE}.clientWidth - {TABLE}.querySelector('thead th').getBoundingClientRect().right)"
        );
        let gap = reading.browser.number(&first).await;
        assert!(
            gap.abs() <= 20.0,
            "{gap} pixels from the edge, which may have a scrollbar"
        );
    });
}
