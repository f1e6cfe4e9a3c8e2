//! Reads a document that has faulty parts: each is named and put aside until the rest reads.
//!
//! Entry point: [`repair`].
//!
//! 1. serde stops at the first faulty part. It is recorded, a stand-in takes its place, and serde reads again. The
//!    stand-in is the first of a few plain values that serde accepts there, so that nothing moves and every later
//!    path is still that of the file. Blocks are read one by one before the whole, so that this stays quick.
//! 2. Then the parts with stand-ins are cut out: a block becomes a labelled gap that keeps what it held, an
//!    element of another list and an optional field go; a required field keeps its stand-in.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::{Document, path_of};
use crate::press::check::wording::{WrongType, missing_field, quoted};
use crate::press::check::{Aim, Fault};
use crate::story::Block;
use crate::story::walk::{JsonPath, Step};

/// Fields that hold lists of blocks, wherever they occur.
const BLOCK_LISTS: &[&str] = &["body", "answer", "transcript"];

/// Faulty parts after which a file is given up.
const MOST: usize = 1_000;

/// What a repair leaves.
pub(super) struct Mended<T> {
    /// The document, when anything of it can be read.
    pub(super) document: Option<T>,
    /// The faulty parts.
    pub(super) faults: Vec<Fault>,
    /// The fields that serde passed over.
    pub(super) ignored: Vec<JsonPath>,
    /// The elements that were cut out of lists, first to last.
    pub(super) removed: Vec<Removed>,
}

/// Path in the file of an element that was cut out of its list.
pub(in crate::press) struct Removed(Vec<Step>);

/// Makes a path in the repaired document one in the file: elements were cut out before it.
pub(in crate::press) fn restore(path: &mut JsonPath, removed: &[Removed]) {
    for Removed(gap) in removed {
        let Some((Step::Index(gone), list)) = gap.split_last() else {
            continue;
        };
        if path.0.starts_with(list)
            && let Some(Step::Index(index)) = path.0.get_mut(list.len())
            && *index >= *gone
        {
            *index += 1;
        }
    }
}

/// Reads a document, however many of its parts are faulty.
pub(super) fn repair<T: Document>(value: &mut Value, file: &str) -> Mended<T> {
    let pristine = value.clone();
    let mut repair = Repair {
        file,
        pristine: &pristine,
        faults: Vec::new(),
        stand_ins: Vec::new(),
    };
    let blocks = T::BLOCKS.and_then(|field| Some((field, value.get_mut(field)?.as_array_mut()?)));
    let mut readable = true;
    if let Some((field, blocks)) = blocks {
        for (index, block) in blocks.iter_mut().enumerate() {
            let at = [Step::Field(field.to_owned()), Step::Index(index)];
            readable &= repair.settle::<Block>(block, &at);
        }
    }
    readable = readable && repair.settle::<T>(value, &[]);
    let (mut ignored, mut removed) = (Vec::new(), Vec::new());
    if readable {
        let _: Result<T, _> =
            serde_ignored::deserialize(&*value, |path| ignored.push(path_of(&path)));
        ignored.retain(|path| !repair.is_stand_in(&path.0));
        removed = repair.cut(value, T::REQUIRED);
    }
    Mended {
        document: readable.then(|| T::deserialize(&*value).ok()).flatten(),
        faults: repair.faults,
        ignored,
        removed,
    }
}

struct Repair<'a> {
    file: &'a str,
    pristine: &'a Value,
    faults: Vec<Fault>,
    /// Where stand-ins are; a fault inside one is not the file's.
    stand_ins: Vec<Vec<Step>>,
}

/// Where serde stopped, and why.
struct Stop {
    at: Vec<Step>,
    message: String,
}

impl Stop {
    /// The part that is faulty: the value, or the field that it lacks.
    fn target(&self) -> Vec<Step> {
        let mut target = self.at.clone();
        target.extend(missing_field(&self.message).map(|name| Step::Field(name.to_owned())));
        target
    }
}

fn attempt<T: DeserializeOwned>(value: &Value) -> Result<(), Stop> {
    use serde_path_to_error::Segment;
    serde_path_to_error::deserialize::<_, T>(value)
        .map(|_| ())
        .map_err(|error| Stop {
            at: error
                .path()
                .iter()
                .map_while(|segment| match segment {
                    Segment::Seq { index } => Some(Step::Index(*index)),
                    Segment::Map { key } => Some(Step::Field(key.clone())),
                    Segment::Enum { .. } | Segment::Unknown => None,
                })
                .collect(),
            message: error.inner().to_string(),
        })
}

impl Repair<'_> {
    /// Puts stand-ins into a part of the document until it reads; `false` when it cannot be made to.
    fn settle<T: DeserializeOwned>(&mut self, part: &mut Value, place: &[Step]) -> bool {
        while self.stand_ins.len() < MOST {
            let Err(stop) = attempt::<T>(part) else {
                return true;
            };
            let target = stop.target();
            if !self.is_stand_in(&[place, &target].concat()) {
                let fault = self.fault(&stop, [place, &stop.at].concat());
                self.faults.push(fault);
            }
            let Some(target) = stand_in::<T>(part, target, place.is_empty()) else {
                return false;
            };
            self.stand_ins.push([place, &target].concat());
        }
        false
    }

    fn is_stand_in(&self, path: &[Step]) -> bool {
        self.stand_ins.iter().any(|known| path.starts_with(known))
    }

    fn fault(&self, stop: &Stop, at: Vec<Step>) -> Fault {
        let path = JsonPath(at);
        if let Some(name) = missing_field(&stop.message) {
            let message = match path.0.is_empty() {
                true => format!("the file has no `{name}`"),
                false => format!("{} has no `{name}`", quoted(&path.to_string())),
            };
            return Fault::error("missing-field", self.file, path, message)
                .help(format!("add {}", example(name)))
                .aimed(Aim::Key);
        }
        let found = get(self.pristine, &path.0).unwrap_or(&Value::Null);
        let WrongType { message, help } = WrongType::read(&stop.message, found);
        Fault::error("wrong-type", self.file, path, message).help(help)
    }

    /// Cuts out the parts that stand-ins took the place of.
    fn cut(&self, value: &mut Value, required: &[&str]) -> Vec<Removed> {
        let mut cuts: Vec<Cut> = self
            .stand_ins
            .iter()
            .filter_map(|path| Cut::of(path, required))
            .collect();
        // From the back, so that no cut moves what a later one names.
        cuts.sort_by(|one, other| order(other.path(), one.path()));
        cuts.dedup();
        let mut removed = Vec::new();
        for cut in cuts {
            match cut {
                Cut::Replace(path) => {
                    let gap = gap(get(self.pristine, &path).unwrap_or(&Value::Null));
                    set(value, &path, gap);
                }
                Cut::Remove(path) => {
                    remove(value, &path);
                    removed.push(Removed(path));
                }
            }
        }
        removed.reverse();
        removed
    }
}

/// Puts the first plain value there that moves the fault away, or one step further up; tells where.
fn stand_in<T: DeserializeOwned>(
    part: &mut Value,
    mut target: Vec<Step>,
    whole: bool,
) -> Option<Vec<Step>> {
    // A whole file has no stand-in: nothing of it would be left.
    while !(whole && target.is_empty()) {
        for plain in [
            json!(""),
            json!([]),
            json!(0),
            json!(false),
            json!({}),
            Value::Null,
        ] {
            if !set(part, &target, plain) {
                break;
            }
            match attempt::<T>(part) {
                Err(stop) if target.starts_with(&stop.target()) => {}
                _ => return Some(target),
            }
        }
        target.pop()?;
    }
    None
}

/// What to do about a part that cannot be read.
#[derive(PartialEq)]
enum Cut {
    Replace(Vec<Step>),
    Remove(Vec<Step>),
}

impl Cut {
    fn of(path: &[Step], required: &[&str]) -> Option<Self> {
        let is_block = |end: &usize| matches!(&path[end - 1..=*end], [Step::Field(list), Step::Index(_)] if BLOCK_LISTS.contains(&list.as_str()));
        let is_element = |end: &usize| matches!(path[*end], Step::Index(_));
        let places = || (1..path.len()).rev();
        if let Some(end) = places().find(is_block) {
            return Some(Self::Replace(path[..=end].to_vec()));
        }
        if let Some(end) = places().find(is_element) {
            return Some(Self::Remove(path[..=end].to_vec()));
        }
        match path.first()? {
            Step::Field(name) if required.contains(&name.as_str()) => None,
            first => Some(Self::Remove(vec![first.clone()])),
        }
    }

    fn path(&self) -> &[Step] {
        match self {
            Self::Replace(path) | Self::Remove(path) => path,
        }
    }
}

fn order(one: &[Step], other: &[Step]) -> std::cmp::Ordering {
    let key = |step: &Step| match step {
        Step::Index(index) => (*index, String::new()),
        Step::Field(name) => (0, name.clone()),
    };
    one.iter().map(key).cmp(other.iter().map(key))
}

/// The block that says that a block could not be read.
fn gap(content: &Value) -> Value {
    let kind = content
        .as_object()
        .and_then(|block| block.keys().next())
        .map_or("unknown", String::as_str);
    json!({ "unsupported": { "kind": kind, "faulty": true, "content": content } })
}

fn example(name: &str) -> String {
    match name {
        "body" | "sections" | "items" | "rows" | "pictures" | "entries" | "answer" => {
            format!("`\"{name}\": [ … ]`")
        }
        "published" | "date" => format!("`\"{name}\": \"2026-11-20\"`"),
        "language" => format!("`\"{name}\": \"en\"`"),
        "width" => format!("`\"{name}\": 640`"),
        name => format!("`\"{name}\": \"…\"`"),
    }
}

/// The value at a path.
fn get<'a>(value: &'a Value, path: &[Step]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, step| match step {
        Step::Field(name) => value.get(name),
        Step::Index(index) => value.get(index),
    })
}

fn get_mut<'a>(value: &'a mut Value, path: &[Step]) -> Option<&'a mut Value> {
    path.iter().try_fold(value, |value, step| match step {
        Step::Field(name) => value.get_mut(name),
        Step::Index(index) => value.get_mut(index),
    })
}

/// Puts a value at a path; `false` when there is no such place.
fn set(value: &mut Value, path: &[Step], new: Value) -> bool {
    let Some((last, parent)) = path.split_last() else {
        *value = new;
        return true;
    };
    match (get_mut(value, parent), last) {
        (Some(Value::Object(fields)), Step::Field(name)) => {
            fields.insert(name.clone(), new);
            true
        }
        (Some(Value::Array(list)), Step::Index(index)) if *index < list.len() => {
            list[*index] = new;
            true
        }
        _ => false,
    }
}

fn remove(value: &mut Value, path: &[Step]) {
    let Some((last, parent)) = path.split_last() else {
        return;
    };
    match (get_mut(value, parent), last) {
        (Some(Value::Object(fields)), Step::Field(name)) => {
            Map::remove(fields, name);
        }
        (Some(Value::Array(list)), Step::Index(index)) if *index < list.len() => {
            list.remove(*index);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests;
