//! Shows the pictures of a page large, one after the other.
//!
//! Entry points: [`open`] for a click on a picture, or for the first one in sight; [`act`] for the buttons, [`press`] for
//! keys.
//!
//! The window in front is the browser's own (`<dialog>`): it keeps the focus, closes with Escape and gives the focus
//! back. A picture is enlarged by its width, so one moves in it as in every page: by finger, wheel or arrow keys.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

use super::{Pen, Tools, panel};
use crate::browser::focus::focus;
use crate::browser::{each, guard, property};
use crate::story::digits::digits;
use crate::view::words::ToolWord;

/// Class of the window.
const BOX: &str = "lightbox";
/// Pictures that belong to the page. Those that lead to a story are links.
const PICTURES: &str = "main figure img";
/// Widths, in hundredths of the window's.
const WIDTHS: [u32; 5] = [100, 150, 200, 300, 400];

/// What is shown large.
#[derive(Default)]
pub(in crate::tools) struct Large {
    pictures: RefCell<Vec<Element>>,
    shown: Cell<usize>,
    width: Cell<usize>,
}

/// Shows a picture that was clicked; without one, the first in sight, or the first of all. `None` when there is none.
pub(in crate::tools) fn open(tools: &'static Tools, clicked: Option<&Element>) -> Option<()> {
    if dialog(tools).is_some() {
        return None;
    }
    let large = &tools.large;
    let pictures = RefCell::new(Vec::new());
    each(&tools.document, PICTURES, &|picture| {
        if !matches!(picture.closest("a"), Ok(Some(_))) {
            pictures.borrow_mut().push(picture);
        }
    });
    let pictures = pictures.into_inner();
    let wanted = match clicked {
        Some(clicked) => pictures.iter().position(|picture| picture == clicked)?,
        None => {
            let below = |picture: &Element| picture.get_bounding_client_rect().bottom() > 0.0;
            pictures.iter().position(below).unwrap_or(0)
        }
    };
    pictures.get(wanted)?;
    large.pictures.replace(pictures);
    large.shown.set(wanted);
    large.width.set(0);
    let dialog = tools.document.create_element("dialog").ok()?;
    dialog.set_class_name(BOX);
    super::speak(tools, &dialog);
    tools.body.append_child(&dialog).ok()?;
    let dialog: HtmlDialogElement = dialog.unchecked_into();
    let closed = dialog.clone();
    guard::on(&dialog, "close", move |_| closed.remove());
    draw(tools, &dialog);
    dialog.show_modal().ok()
}

/// Another page is shown.
pub(super) fn close(tools: &Tools) {
    if let Some(dialog) = dialog(tools) {
        dialog.close();
    }
}

fn dialog(tools: &Tools) -> Option<HtmlDialogElement> {
    let dialog = tools.document.query_selector(&[".", BOX].concat()).ok()??;
    dialog.dyn_into().ok()
}

fn draw(tools: &'static Tools, dialog: &HtmlDialogElement) {
    let large = &tools.large;
    let pictures = large.pictures.borrow();
    let Some(picture) = pictures.get(large.shown.get()) else {
        return;
    };
    let focused = panel::same_control(tools, dialog);
    dialog.set_text_content(None);
    let mut pen = Pen::new(tools, dialog.clone().into());
    pen.label(ToolWord::Pictures)
        .open("div", "class=view tabindex=0");
    pen.label(ToolWord::Pictures).open("img", "");
    let width = WIDTHS.get(large.width.get()).copied().unwrap_or(100);
    pen.set("src", &source(picture))
        .set("alt", &picture.get_attribute("alt").unwrap_or_default());
    pen.set("data-width", &digits(width)).close().close();
    let caption = picture.closest("figure").ok().flatten();
    let caption = caption.and_then(|figure| figure.query_selector("figcaption").ok()?);
    pen.open("p", "")
        .write(
            &caption
                .and_then(|caption| caption.text_content())
                .unwrap_or_default(),
        )
        .close();
    pen.open("div", "class=bar");
    if pictures.len() > 1 {
        let place = [
            &digits(large.shown.get() + 1),
            " / ",
            &digits(pictures.len()),
        ]
        .concat();
        pen.act("picture -1", ToolWord::PictureBefore)
            .open("span", "")
            .write(&place)
            .close();
        pen.act("picture 1", ToolWord::PictureAfter);
    }
    pen.act("zoom -1", ToolWord::Smaller)
        .act("zoom 1", ToolWord::Larger)
        .act("close-picture", ToolWord::Close);
    panel::give_back(dialog, focused);
    if !dialog.contains(tools.document.active_element().as_deref())
        && let Ok(Some(view)) = dialog.query_selector(".view")
        && let Some(view) = view.dyn_ref()
    {
        focus(view);
    }
}

/// The widest of what the picture offers.
fn source(picture: &Element) -> String {
    let offered = picture.parent_element();
    let offered = offered.and_then(|around| around.query_selector("source").ok()?);
    let widths = offered.and_then(|source| source.get_attribute("srcset"));
    let widest = widths.as_deref().and_then(|widths| {
        widths
            .split(',')
            .fold("", |_, one| one)
            .trim()
            .split(' ')
            .next()
    });
    let own = || property(picture, "src").as_string().unwrap_or_default();
    widest.map_or_else(own, str::to_owned)
}

/// Does what a button says.
pub(super) fn act(tools: &'static Tools, verb: &str, value: &str) {
    let Some(dialog) = dialog(tools) else {
        return;
    };
    let large = &tools.large;
    let step: isize = value.parse().unwrap_or_default();
    match verb {
        "close-picture" => return dialog.close(),
        "zoom" => {
            let wanted = large.width.get().checked_add_signed(step);
            large.width.set(
                wanted
                    .filter(|place| *place < WIDTHS.len())
                    .unwrap_or(large.width.get()),
            );
        }
        _ => {
            let all = large.pictures.borrow().len();
            large
                .shown
                .set((large.shown.get() + all).wrapping_add_signed(step) % all.max(1));
            large.width.set(0);
        }
    }
    draw(tools, &dialog);
}

/// Heeds a key; `true` when it was for the picture.
pub(super) fn press(tools: &'static Tools, key: &str) -> bool {
    if dialog(tools).is_none() {
        return false;
    }
    let mirrored = tools.shown.borrow().direction.as_str() == "rtl";
    let (verb, value) = match key {
        "+" | "=" => ("zoom", "1"),
        "-" => ("zoom", "-1"),
        // In a larger one they move it.
        "ArrowLeft" | "ArrowRight" if tools.large.width.get() == 0 => (
            "picture",
            if (key == "ArrowRight") == mirrored {
                "-1"
            } else {
                "1"
            },
        ),
        _ => return false,
    };
    act(tools, verb, value);
    true
}
