//! `twiml-bench [DOCUMENT…]`: the tables of these documents, of all if none is named. See `run`.

use std::{env, io, process::ExitCode};

use twiml_bench::{Document, contenders::CONTENDERS, instructions, table};

fn main() -> io::Result<ExitCode> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [first, contender, document, times] = arguments.as_slice()
        && first == instructions::ARGUMENT
    {
        let contender = CONTENDERS.iter().find(|known| known.name == contender);
        if let (Some(contender), Some(document), Ok(times)) = (contender, Document::named(document), times.parse()) {
            instructions::run(contender, document, times);
            return Ok(ExitCode::SUCCESS);
        }
    }
    let mut documents = Vec::new();
    for name in &arguments {
        let Some(document) = Document::named(name) else {
            eprintln!("documents: {}", Document::ALL.map(Document::name).join(" "));
            return Ok(ExitCode::FAILURE);
        };
        documents.push(document);
    }
    if documents.is_empty() {
        documents.extend(Document::ALL);
    }
    for document in documents {
        table::print(document)?;
    }
    Ok(ExitCode::SUCCESS)
}
