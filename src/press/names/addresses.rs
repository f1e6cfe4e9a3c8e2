//! Gives each name an address of its own.
//!
//! Entry point: [`addresses`].
//!
//! Names of one slug (陈伟 and 陈薇, C and C++) cannot all have it. The name that the paper printed first has the slug,
//! so that no page moves when somebody of the same sound writes, or a name is mistyped, later. The others have the slug
//! with a few digits, which follow from the name alone.

use std::collections::{HashMap, HashSet};

use super::{hash, slug_of};

/// A name that is to have an address.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Claim {
    /// The name's [`identity`](super::identity).
    pub identity: String,
    /// The name as the oldest story writes it.
    pub spelling: String,
    /// When that story appeared, in seconds since 1970.
    pub since: i64,
}

/// Digits behind a slug that several names have: enough for a paper, and more are taken where they are not.
const DIGITS: usize = 6;

/// Names that no file or folder may have on Windows.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The slug of each name, by identity.
pub fn addresses(claims: Vec<Claim>) -> HashMap<String, String> {
    let mut claims: Vec<(String, Claim)> = claims
        .into_iter()
        .map(|claim| (slug_of(&claim.spelling), claim))
        .collect();
    claims.sort_by(|one, other| key(one).cmp(&key(other)));
    let mut taken: HashSet<String> = claims.iter().map(|(slug, _)| slug.clone()).collect();
    let mut addresses = HashMap::with_capacity(claims.len());
    let mut before = String::new();
    for (slug, claim) in claims {
        let own = match slug != before && !is_device(&slug) {
            true => slug.clone(),
            false => apart(&slug, &claim.identity, &taken),
        };
        taken.insert(own.clone());
        addresses.insert(claim.identity, own);
        before = slug;
    }
    addresses
}

/// By slug, then by who has it: the oldest; of one age the name that the slug says whole.
fn key((slug, claim): &(String, Claim)) -> (&str, i64, bool, &str) {
    let whole = claim.identity.replace(' ', "-") == *slug;
    (slug, claim.since, !whole, &claim.identity)
}

fn apart(slug: &str, identity: &str, taken: &HashSet<String>) -> String {
    let digits = hash(identity);
    let longer = (DIGITS..digits.len()).map(|count| format!("{slug}-{}", &digits[..count]));
    let mut free = longer.filter(|slug| !taken.contains(slug));
    free.next().unwrap_or_else(|| format!("{slug}-{digits}"))
}

/// Whether a slug names a device on Windows: `con`, `com1`.
fn is_device(slug: &str) -> bool {
    let numbered = slug.len() == 4 && slug.ends_with(|c: char| c.is_ascii_digit());
    DEVICES.contains(&slug) || (numbered && (slug.starts_with("com") || slug.starts_with("lpt")))
}

#[cfg(test)]
mod tests {
    use super::super::identity;
    use super::*;

    fn claim((name, since): (&str, i64)) -> Claim {
        Claim {
            identity: identity(name),
            spelling: name.to_owned(),
            since,
        }
    }

    fn given(names: &[(&str, i64)]) -> Vec<String> {
        let addresses = addresses(names.iter().copied().map(claim).collect());
        let names = names.iter();
        names
            .map(|(name, _)| addresses[&identity(name)].clone())
            .collect()
    }

    #[test]
    fn a_name_whose_slug_no_other_has_stands_under_it() {
        assert_eq!(given(&[("陈伟", 9), ("Page", 1)]), ["chen-wei", "page"]);
    }

    #[test]
    fn of_names_with_one_slug_the_one_that_was_printed_first_has_it() {
        let [first, second] = &given(&[("陈薇", 1), ("陈伟", 2)])[..] else {
            panic!("two names")
        };
        assert_eq!(first, "chen-wei");
        assert!(
            second.starts_with("chen-wei-") && second.len() == 15,
            "{second}"
        );
    }

    #[test]
    fn the_address_of_a_later_name_follows_from_the_name_alone() {
        let two = given(&[("公园", 1), ("公元", 5)]);
        let more = given(&[("公园", 1), ("公元", 3), ("公圆", 2), ("gong yuan", 4)]);
        assert_eq!(two[..], more[..2]);
        assert_eq!(more.iter().collect::<HashSet<_>>().len(), 4, "{more:?}");
    }

    #[test]
    fn the_order_in_which_names_are_found_decides_nothing() {
        let there = given(&[("C++", 4), ("C", 4), ("C#", 4)]);
        let mut back = given(&[("C#", 4), ("C", 4), ("C++", 4)]);
        back.reverse();
        assert_eq!(there, back);
        // Of one age, the name that is its slug.
        assert_eq!(there[1], "c");
    }

    #[test]
    fn an_address_with_digits_is_never_that_of_another_name() {
        let digits = &given(&[("C", 1), ("C++", 2)])[1];
        let twin = digits.replace('-', " ");
        let all = given(&[("C", 1), ("C++", 2), (&twin, 3)]);
        assert_eq!(all[2], *digits, "it is the name's own slug");
        assert_ne!(all[1], all[2]);
    }

    #[test]
    fn no_address_is_the_name_of_a_device() {
        for name in ["Con", "AUX", "Com1", "LPT9"] {
            let given = &given(&[(name, 1)])[0];
            assert!(given.len() > name.len() + DIGITS, "{given}");
        }
        assert_eq!(given(&[("Comet", 1)]), ["comet"]);
    }

    #[test]
    fn every_address_is_one_that_every_file_system_takes() {
        let long = "城".repeat(200);
        for slug in given(&[("علي", 1), ("عالي", 1), (&long, 1), ("ߒߞߏ", 1), ("🐟", 1)])
        {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            assert!(slug.len() < 150 && slug.chars().all(plain), "{slug}");
        }
    }
}
