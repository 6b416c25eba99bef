//! A markdown table for each document.

use std::io;

use crate::{
    Document, allocations,
    contenders::{CONTENDERS, Contender, Write},
    data::Inputs,
    instructions, measure,
    verify::{Verdict, verify},
};

/// Verifies, measures and prints.
///
/// # Errors
///
/// If callgrind or the program that counts allocations fails.
pub fn print(document: Document) -> io::Result<()> {
    let inputs = Inputs::new();
    let able: Vec<(&Contender, Write, Verdict)> = CONTENDERS
        .iter()
        .filter_map(|contender| Some((contender, contender.write(document)?, verify(contender, document, &inputs)?)))
        .collect();
    let writes: Vec<Write> = able.iter().map(|(_, write, _)| *write).collect();
    let times = measure::times(&writes, &inputs);
    println!("## {}\n", document.title());
    println!("| | instructions | × floor | ns (min) | ns (median) | × floor | allocations | bytes allocated | bytes |");
    println!("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
    let mut floor = None;
    let mut rows = Vec::new();
    for ((contender, write, verdict), time) in able.into_iter().zip(times) {
        let instructions = instructions::count(contender, document)?;
        let floor = *floor.get_or_insert(instructions);
        let (count, ratio) = match instructions.zip(floor) {
            #[expect(clippy::cast_precision_loss, reason = "of a ratio with two decimals")]
            Some((count, floor)) => (grouped(count), format!("{:.2}", count as f64 / floor as f64)),
            None => ("–".to_owned(), "–".to_owned()),
        };
        let (calls, bytes) = match allocations::count(contender, document)? {
            Some(allocations) => (grouped(allocations.calls), grouped(allocations.bytes)),
            None => ("–".to_owned(), "–".to_owned()),
        };
        let measure::Time { min, median, ratio: time } = time;
        let name = match verdict {
            Verdict::Same | Verdict::Equal => contender.name.to_owned(),
            Verdict::Indented => format!("{} (indents)", contender.name),
        };
        let length = grouped(write(&inputs).len() as u64);
        let row = format!(
            "| {name} | {count} | {ratio} | {min:.0} | {median:.0} | {time:.2} | {calls} | {bytes} | {length} |"
        );
        rows.push((instructions.unwrap_or(0), median, row));
    }
    rows.sort_by(|left, right| left.0.cmp(&right.0).then(left.1.total_cmp(&right.1)));
    for (_, _, row) in rows {
        println!("{row}");
    }
    println!();
    Ok(())
}

/// Groups of three digits.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
