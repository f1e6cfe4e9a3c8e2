//! Decodes JPEG with libjpeg, as browsers do: what they show of a file is what is made of it, however odd the file is.
//!
//! Entry point: [`decode`]. libjpeg tells of an error by unwinding, and goes on over damage with no more than a warning;
//! here both are said.

use std::any::Any;
use std::cell::Cell;
use std::ffi::c_int;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::ptr::null;

use anyhow::{Result, anyhow};
use mozjpeg::ColorSpace;
use mozjpeg::decompress::DecompressBuilder;
use mozjpeg_sys::{jpeg_common_struct, jpeg_error_mgr};

/// What the samples of a decoded file are.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Colours {
    /// One of luminance.
    Grey,
    /// Red, green and blue.
    Light,
    /// Cyan, magenta, yellow and black, upside down: 255 is no ink. So do all programs write them, and browsers read
    /// them so whether or not the file says that one of Adobe's wrote it.
    Inks,
}

/// A decoded file.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) size: (u32, u32),
    pub(super) colours: Colours,
    pub(super) samples: Vec<u8>,
    /// Whether something was missing or did not fit, and was guessed.
    pub(super) is_guessed: bool,
}

/// Decodes a JPEG that nothing stands in but what its picture is drawn of.
pub(super) fn decode(file: &[u8]) -> Result<Decoded> {
    let builder = DecompressBuilder::new().with_err(error_manager());
    let decoded = catch_unwind(AssertUnwindSafe(|| read(builder, file)));
    let decoded = decoded.unwrap_or_else(|_| Err(anyhow!("libjpeg: {}", reason(file))))?;
    Ok(decoded)
}

fn read(builder: DecompressBuilder<'_>, file: &[u8]) -> Result<Decoded> {
    let header = builder.from_mem(file)?;
    // What is odd in the header does no harm to the picture.
    WARNINGS.set(0);
    let (colours, mut rows) = match header.color_space() {
        ColorSpace::JCS_GRAYSCALE => (Colours::Grey, header.grayscale()?),
        ColorSpace::JCS_CMYK | ColorSpace::JCS_YCCK => {
            (Colours::Inks, header.to_colorspace(ColorSpace::JCS_CMYK)?)
        }
        _ => (Colours::Light, header.rgb()?),
    };
    let samples = rows.read_scanlines()?;
    Ok(Decoded {
        size: (u32::try_from(rows.width())?, u32::try_from(rows.height())?),
        colours,
        samples,
        is_guessed: WARNINGS.get() > 0,
    })
}

/// Why libjpeg gave up, in its own words, which only the manager of the library can put together.
fn reason(file: &[u8]) -> String {
    let again = catch_unwind(AssertUnwindSafe(|| read(DecompressBuilder::new(), file)));
    let words = |fault: Box<dyn Any + Send>| fault.downcast::<String>().ok();
    let said = again.err().and_then(words);
    said.map_or_else(|| "it cannot be decoded".to_owned(), |said| *said)
}

thread_local! {
    /// How often libjpeg went on over something that did not fit, on this core.
    static WARNINGS: Cell<usize> = const { Cell::new(0) };
}

/// What libjpeg calls when something is not as it should be.
fn error_manager() -> jpeg_error_mgr {
    jpeg_error_mgr {
        error_exit: Some(give_up),
        emit_message: Some(note),
        output_message: Some(nothing),
        format_message: None,
        reset_error_mgr: Some(nothing),
        msg_code: 0,
        msg_parm: Default::default(),
        trace_level: 0,
        num_warnings: 0,
        jpeg_message_table: null(),
        last_jpeg_message: 0,
        addon_message_table: null(),
        first_addon_message: 0,
        last_addon_message: 0,
    }
}

extern "C-unwind" fn give_up(_: &mut jpeg_common_struct) {
    // Not a panic: nothing is printed.
    resume_unwind(Box::new(()));
}

/// Warnings have a level below zero.
extern "C-unwind" fn note(_: &mut jpeg_common_struct, level: c_int) {
    if level < 0 {
        WARNINGS.set(WARNINGS.get() + 1);
    }
}

extern "C-unwind" fn nothing(_: &mut jpeg_common_struct) {}
