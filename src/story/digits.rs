//! Numbers as text.
//!
//! Entry point: [`digits`]. The standard library writes numbers as part of its formatting, which the reader needs for
//! nothing else and would pay for with a hundredth of its bytes.

/// A whole number in decimal digits. One that no memory could count to is 0.
pub fn digits(number: impl TryInto<usize>) -> String {
    written(number.try_into().unwrap_or_default())
}

fn written(number: usize) -> String {
    let mut text = match number {
        0..10 => String::new(),
        _ => written(number / 10),
    };
    // A remainder of ten fits into a byte.
    text.push(char::from(b'0' + (number % 10) as u8));
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::digits;

    proptest! {
        #[test]
        fn a_number_is_written_as_the_standard_library_writes_it(number: usize) {
            prop_assert_eq!(digits(number), number.to_string());
        }
    }
}
