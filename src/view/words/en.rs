//! Interface texts in English.

use super::Words;

pub(super) const WORDS: Words = Words {
    language: "en",
    #[cfg(not(target_arch = "wasm32"))]
    skip_to_content: "Skip to the story",
    sections: "Sections",
    lead_stories: "Top stories",
    latest: "Latest",
    section: "Section",
    topic: "Topic",
    topics: "Topics",
    author: "Author",
    archive: "Archive",
    #[cfg(not(target_arch = "wasm32"))]
    stories: &[("one", "{count} story"), ("other", "{count} stories")],
    by: "By {names}",
    and: " and ",
    comma: ", ",
    updated: "Updated",
    live: "Live",
    #[cfg(not(target_arch = "wasm32"))]
    reading_time: &[
        ("one", "{minutes} min read"),
        ("other", "{minutes} min read"),
    ],
    more_in_section: "More in {section}",
    related: "Related stories",
    see_also: "See also",
    correction: "Correction",
    key_points: "Key points",
    fact_box: "In brief",
    timeline: "Timeline",
    footnotes: "Notes",
    back_to_text: "Back to the text",
    gallery: "Pictures",
    picture_credit: "Picture: {credit}",
    table: "Table",
    audio: "Audio",
    video: "Video",
    download_audio: "Download the audio",
    download_video: "Download the video",
    transcript: "Transcript",
    load_embed: "Load from {provider}",
    embed_notice: "{provider} will be contacted and may set cookies.",
    unsupported_block: "This part of the story ({kind}) cannot be shown here.",
    faulty_block: "This part of the story contains an error and cannot be shown.",
    page: "Page {page} of {pages}",
    pagination: "Pages",
    newer: "Newer stories",
    older: "Older stories",
    not_found_title: "There is no such page",
    not_found_text: "The story may have moved, or the address may be mistyped. The front page has everything in today’s edition.",
    front_page: "Front page",
    licence: "Licence",
    contact: "Contact",
    loading: "Loading the story…",
    loaded: "{title}, page loaded",
    error_title: "This page did not arrive",
    error_offline: "You seem to be offline. What you were reading is still here.",
    error_timeout: "The page took too long to arrive. What you were reading is still here.",
    error_broken: "What arrived is not a page of this paper.",
    error_server: "The server answered with an error ({status}).",
    retry: "Try again",
    dismiss: "Close",
    open_as_link: "Open it as an ordinary page",
    #[cfg(not(target_arch = "wasm32"))]
    draft: "Draft",
    #[cfg(not(target_arch = "wasm32"))]
    scheduled: "Scheduled",
    #[cfg(not(target_arch = "wasm32"))]
    search: "Search",
    #[cfg(not(target_arch = "wasm32"))]
    search_words: "Words to look for",
    #[cfg(not(target_arch = "wasm32"))]
    search_places: "Every story, by section and date",
    #[cfg(not(target_arch = "wasm32"))]
    found: "Stories found: {count}",
    #[cfg(not(target_arch = "wasm32"))]
    found_nothing: "No story has these words. Fewer words, or other ones, may find some.",
    #[cfg(not(target_arch = "wasm32"))]
    more_found: "More stories",
    #[cfg(not(target_arch = "wasm32"))]
    narrow: "Narrow the search",
    #[cfg(not(target_arch = "wasm32"))]
    any: "Any",
    #[cfg(not(target_arch = "wasm32"))]
    year: "Year",
    #[cfg(not(target_arch = "wasm32"))]
    in_language: "Language",
    #[cfg(not(target_arch = "wasm32"))]
    error_search: "The search could not be completed: a part of the index did not arrive. The sections and the archive below lead to every story.",
};
