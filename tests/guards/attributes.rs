//! Rules between attributes: each of them absent, a literal, a value, or a value that may be missing.

use twiml_core::vocabulary::{self, Attribute, Kind, Rule, RuleKind, Term};

use super::{
    oracle::{Facts, document, errors, literal, read, sample},
    program::{self, Function, Outcome},
};

/// How an attribute is written, if it is.
#[derive(Clone, Debug)]
enum Mode {
    Literal(String),
    Value,
    Optional,
}

#[derive(Clone, Debug)]
struct Written {
    row: &'static Attribute,
    mode: Mode,
    /// What it may be.
    domain: Vec<String>,
}

/// One element with its attributes.
struct Case {
    row: &'static vocabulary::Element,
    rule: &'static Rule,
    place: &'static str,
    written: Vec<Written>,
}

fn parameter_type(row: &Attribute) -> String {
    match row.kind {
        Kind::Bool => "bool".to_owned(),
        Kind::Int => "u32".to_owned(),
        Kind::Enum(list) | Kind::EnumSet(list) | Kind::IntOr(list) => format!("::twiml::values::{}", list.name),
        _ => "&str".to_owned(),
    }
}

fn argument(row: &Attribute, value: &str) -> String {
    match row.kind {
        Kind::Bool | Kind::Int => value.to_owned(),
        Kind::Enum(_) | Kind::EnumSet(_) | Kind::IntOr(_) => format!("{value:?}.parse().unwrap()"),
        _ => format!("{value:?}"),
    }
}

/// Values that decide differently: the words of the rules, and others.
fn domain(row: &'static vocabulary::Element, rule: &'static Rule, attribute: &'static Attribute) -> Vec<String> {
    let (mut values, mut decisive): (Vec<String>, Vec<&str>) = (Vec::new(), Vec::new());
    for notation in rule.when.iter().chain(rule.needs).chain(rule.forbids) {
        match Term::parse(notation) {
            Some((_, Term::Is(name, words) | Term::IsNot(name, words))) if name == attribute.name => {
                values.extend(words.iter().take(2).map(str::to_owned));
                decisive.extend(words.iter());
            }
            Some((_, Term::Has(name, _))) if name == attribute.name => {
                values.extend(["+15551234567", "whatsapp:+15551234567", "client:joe"].map(str::to_owned));
            }
            _ => {}
        }
    }
    assert!(row.attribute(attribute.name).is_some());
    let others: Vec<String> = match attribute.kind {
        Kind::Bool => ["true", "false"].map(str::to_owned).into(),
        Kind::Enum(list) | Kind::EnumSet(list) => list.values.iter().map(|word| word.value.to_owned()).collect(),
        _ => vec![sample(attribute)],
    };
    values.extend(others.into_iter().find(|value| !values.contains(value) && !decisive.contains(&value.as_str())));
    values
}

/// The attributes that a rule is about, if it is about attributes alone.
fn concerned(
    row: &'static vocabulary::Element,
    rule: &'static Rule,
    at_fault: Option<&'static str>,
) -> Option<Vec<&'static Attribute>> {
    if !matches!(rule.kind, RuleKind::Requires | RuleKind::Conflicts) {
        return None;
    }
    let mut names: Vec<&'static str> = at_fault.into_iter().collect();
    for notation in rule.when.iter().chain(rule.needs).chain(rule.forbids) {
        let name = Term::parse(notation)?.1.attribute()?;
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.into_iter().map(|name| row.attribute(name)).collect()
}

fn combinations(choices: &[Vec<Option<Written>>]) -> Vec<Vec<Written>> {
    let Some((first, rest)) = choices.split_first() else { return vec![Vec::new()] };
    let rest = combinations(rest);
    let with = |choice: &Option<Written>| {
        rest.iter().map(|rest| choice.iter().chain(rest).cloned().collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    first.iter().flat_map(with).collect()
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for row in vocabulary::all() {
        let rules = row.rules.iter().flat_map(|rule| {
            let places = if rule.places.is_empty() {
                row.parents().map(|row| row.name).take(1).collect()
            } else {
                rule.places.to_vec()
            };
            let faults = if rule.attributes.is_empty() {
                vec![None]
            } else {
                rule.attributes.iter().copied().map(Some).collect()
            };
            places.into_iter().flat_map(move |place| faults.clone().into_iter().map(move |fault| (rule, place, fault)))
        });
        for (rule, place, fault) in rules {
            if !errors(row, place).any(|error| std::ptr::eq(error, rule)) {
                continue;
            }
            let Some(attributes) = concerned(row, rule, fault) else { continue };
            let choices: Vec<Vec<Option<Written>>> = attributes
                .into_iter()
                .map(|attribute| {
                    let domain = domain(row, rule, attribute);
                    let mut modes: Vec<Mode> = domain.iter().cloned().map(Mode::Literal).collect();
                    modes.push(Mode::Value);
                    if !attribute.required {
                        modes.push(Mode::Optional);
                    }
                    let written =
                        modes.into_iter().map(|mode| Some(Written { row: attribute, mode, domain: domain.clone() }));
                    written.chain((!attribute.required).then_some(None)).collect()
                })
                .collect();
            cases.extend(combinations(&choices).into_iter().map(|written| Case { row, rule, place, written }));
        }
    }
    cases
}

impl Case {
    /// Required attributes that the rule does not speak of.
    fn required(&self) -> Vec<&'static Attribute> {
        let is_written = |attribute: &Attribute| self.written.iter().any(|written| written.row.name == attribute.name);
        self.row.attributes.iter().filter(|attribute| attribute.required && !is_written(attribute)).collect()
    }

    fn markup(&self) -> String {
        let required = self.required().into_iter().map(|attribute| literal(attribute.name, &sample(attribute)));
        let written = self.written.iter().enumerate().map(|(index, written)| match &written.mode {
            Mode::Literal(value) => literal(written.row.name, value),
            Mode::Value | Mode::Optional => format!(" {}={{a{index}}}", written.row.name),
        });
        let element = format!("<{}{}/>", self.row.name, required.chain(written).collect::<String>());
        document(self.row, self.place, &element)
    }

    /// All that the attributes may be at run time.
    fn assignments(&self) -> Vec<Vec<Option<String>>> {
        let mut assignments = vec![Vec::new()];
        for written in &self.written {
            let values: Vec<Option<String>> = match &written.mode {
                Mode::Literal(value) => vec![Some(value.clone())],
                Mode::Value => written.domain.iter().cloned().map(Some).collect(),
                Mode::Optional => written.domain.iter().cloned().map(Some).chain([None]).collect(),
            };
            let with = |assignment: &Vec<Option<String>>| {
                values.iter().map(|value| [assignment.clone(), vec![value.clone()]].concat()).collect::<Vec<_>>()
            };
            assignments = assignments.iter().flat_map(with).collect();
        }
        assignments
    }

    fn facts(&self, assignment: &[Option<String>]) -> Facts {
        let required = self.required().into_iter().map(|attribute| (attribute.name, sample(attribute)));
        let written =
            self.written.iter().zip(assignment).filter_map(|(written, value)| Some((written.row.name, value.clone()?)));
        Facts { attributes: required.chain(written).collect(), ..Facts::default() }
    }

    /// Why no run of it could be as it is written, or some run could not be mended.
    fn hopeless(&self) -> Option<String> {
        let runs: Vec<Facts> = self.assignments().iter().map(|assignment| self.facts(assignment)).collect();
        for written in &self.written {
            let name = written.row.name;
            let is_there = |facts: &&Facts| facts.attributes.iter().any(|(there, _)| *there == name);
            let is_left_out =
                |facts: &Facts| !facts.mended(self.row, self.place).attributes.iter().any(|(there, _)| *there == name);
            if runs.iter().filter(is_there).all(is_left_out) {
                return Some(format!("`{name}` is never written"));
            }
        }
        let of_element = errors(self.row, self.place).filter(|rule| rule.attributes.is_empty());
        let broken = of_element.into_iter().find(|rule| runs.iter().any(|facts| facts.breaks(self.row, rule)));
        broken.map(|rule| format!("{} may be broken", rule.id))
    }

    fn function(&self) -> Function {
        let parameters = self.written.iter().enumerate().filter_map(|(index, written)| match written.mode {
            Mode::Literal(_) => None,
            Mode::Value => Some(format!("a{index}: {}", parameter_type(written.row))),
            Mode::Optional => Some(format!("a{index}: Option<{}>", parameter_type(written.row))),
        });
        let parameters = parameters.collect::<Vec<_>>().join(", ");
        let call = |assignment: &Vec<Option<String>>| {
            let arguments = self.written.iter().zip(assignment).filter_map(|(written, value)| {
                let value = value.as_ref().map(|value| argument(written.row, value));
                match written.mode {
                    Mode::Literal(_) => None,
                    Mode::Value => value,
                    Mode::Optional => Some(value.map_or("None".to_owned(), |value| format!("Some({value})"))),
                }
            });
            arguments.collect::<Vec<_>>().join(", ")
        };
        let calls = self.assignments().iter().map(call).collect();
        Function { source: format!("({parameters}) -> String {{ twiml! {{ {} }}.to_string() }}", self.markup()), calls }
    }

    fn faults(&self, outcome: &Outcome) -> Vec<String> {
        match (outcome, self.hopeless()) {
            (Outcome::Refused(_), Some(_)) => Vec::new(),
            (Outcome::Refused(errors), None) => vec![format!("refused needlessly: {}", errors.join("; "))],
            (Outcome::Written(_), Some(why)) => vec![format!("accepted, although {why}")],
            (Outcome::Written(documents), None) => {
                let assignments = self.assignments();
                assert_eq!(documents.len(), assignments.len());
                let runs = documents.iter().zip(&assignments).filter_map(|(document, assignment)| {
                    let found = read(document, self.row);
                    let expected = self.facts(assignment).mended(self.row, self.place);
                    let broken = errors(self.row, self.place).find(|rule| found.breaks(self.row, rule));
                    if let Some(rule) = broken {
                        return Some(format!("{assignment:?} breaks {}: {document}", rule.id));
                    }
                    (found != expected).then(|| format!("{assignment:?} gives {document}"))
                });
                runs.collect()
            }
        }
    }
}

#[test]
fn every_combination_of_attributes() {
    let cases = cases();
    let functions: Vec<_> = cases.iter().map(Case::function).collect();
    let outcomes = program::run("attributes", "use twiml::twiml;", &functions);
    let mut faults = Vec::new();
    for (case, outcome) in cases.iter().zip(&outcomes) {
        for fault in case.faults(outcome) {
            faults.push(format!("{}: {}\n  {fault}", case.rule.id, case.markup()));
        }
    }
    let refused = outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Refused(_))).count();
    let runs: usize =
        outcomes.iter().map(|outcome| if let Outcome::Written(runs) = outcome { runs.len() } else { 0 }).sum();
    println!("{} combinations: {refused} refused, the others written {runs} times", cases.len());
    assert!(refused > 50 && runs > 1000 || !faults.is_empty(), "the cases are gone");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
