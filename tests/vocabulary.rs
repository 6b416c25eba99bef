//! The tables of the vocabulary, against themselves.

use std::collections::{BTreeMap, BTreeSet};

use twiml::List;
use twiml_check::literal::check_attribute;
use twiml_core::vocabulary::{
    self, Attribute, Basis, Dialect, Element, Kind, Rule, RuleKind, Scope, Severity, Status, Term, Terminal,
    TextPresence,
};

fn elements() -> impl Iterator<Item = &'static Element> {
    vocabulary::all()
}

fn attributes() -> impl Iterator<Item = (&'static Element, &'static Attribute)> {
    elements().flat_map(|element| element.attributes.iter().map(move |attribute| (element, attribute)))
}

fn rules() -> impl Iterator<Item = (&'static Element, &'static Rule)> {
    elements().flat_map(|element| element.rules.iter().map(move |rule| (element, rule)))
}

fn list(attribute: &Attribute) -> Option<&'static List> {
    match attribute.kind {
        Kind::Enum(list) | Kind::EnumSet(list) | Kind::IntOr(list) => Some(list),
        _ => None,
    }
}

/// Fails with all offenders instead of the first.
#[track_caller]
fn assert_none(offenders: impl Iterator<Item = String>) {
    let offenders: Vec<_> = offenders.collect();
    assert!(offenders.is_empty(), "{offenders:#?}");
}

fn repeated<T: Ord + Copy>(names: impl Iterator<Item = T>) -> BTreeSet<T> {
    let mut seen = BTreeSet::new();
    names.filter(|name| !seen.insert(*name)).collect()
}

fn is_current(status: Status) -> bool {
    status == Status::Current
}

#[test]
fn the_vocabulary_has_its_size() {
    let per_dialect = |dialect| {
        let attributes = vocabulary::elements(dialect).map(|element| element.attributes.len()).sum::<usize>();
        let nestings = vocabulary::elements(dialect).map(|element| element.children.len()).sum::<usize>();
        (vocabulary::elements(dialect).count(), nestings, attributes)
    };
    assert_eq!(per_dialect(Dialect::Voice), (63, 138, 332));
    assert_eq!(per_dialect(Dialect::Messaging), (6, 5, 11));
    assert_eq!(per_dialect(Dialect::Fax), (2, 1, 5));
}

#[test]
fn so_many_are_required_or_not_current() {
    let outdated = |status| matches!(status, Status::Deprecated(_) | Status::Retired(_));
    assert_eq!(elements().filter(|element| outdated(element.status)).count(), 6);
    assert_eq!(elements().filter(|element| element.status == Status::Undocumented).count(), 9);
    assert_eq!(attributes().filter(|(_, attribute)| outdated(attribute.status)).count(), 7);
    assert_eq!(attributes().filter(|(_, attribute)| attribute.status == Status::Undocumented).count(), 44);
    assert_eq!(attributes().filter(|(_, attribute)| attribute.required).count(), 16);
}

#[test]
fn so_many_lists_with_so_many_values() {
    let lists: BTreeMap<_, _> =
        attributes().filter_map(|(_, attribute)| list(attribute)).map(|list| (list.name, list)).collect();
    assert_eq!(lists.len(), 45);
    assert_eq!(lists.values().filter(|list| list.open).count(), 15);
    assert_eq!(lists.values().map(|list| list.values.len()).sum::<usize>(), 229);
    let known: BTreeSet<_> = attributes().map(|(_, attribute)| attribute.known.len()).collect();
    assert_eq!(known, BTreeSet::from([0, 16, 37, 73, 132, 909]));
}

/// What is taken with a warning, or known by its beginning.
#[test]
fn so_many_words_are_half_known() {
    let contested: Vec<_> = attributes().flat_map(|(_, attribute)| attribute.contested).collect();
    assert_eq!(contested, [&"auto"]);
    assert_eq!(attributes().map(|(_, attribute)| attribute.legacy.len()).sum::<usize>(), 6);
    let lists: BTreeMap<_, _> =
        attributes().filter_map(|(_, attribute)| list(attribute)).map(|list| (list.name, list.prefixes)).collect();
    assert_eq!(lists.values().map(|prefixes| prefixes.len()).sum::<usize>(), 2);
    assert_eq!(lists["SpeechModel"], ["deepgram_nova-2-", "deepgram_nova-3-"]);
}

#[test]
fn so_many_rules_of_each_kind() {
    let mut kinds = BTreeMap::new();
    for (_, rule) in rules() {
        *kinds.entry(format!("{:?}", rule.kind)).or_insert(0) += 1;
    }
    let expected = [
        ("Alone", 2),
        ("AtMost", 5),
        ("CombinedLength", 1),
        ("Conflicts", 29),
        ("ExactlyOne", 2),
        ("FirstOnly", 2),
        ("MaxBytes", 3),
        ("Misplaced", 2),
        ("NeedsCallback", 36),
        ("NotLast", 1),
        ("Requires", 63),
        ("SameValue", 1),
        ("Unique", 4),
        ("Unreachable", 13),
    ];
    assert_eq!(kinds, expected.map(|(kind, count)| (kind.to_owned(), count)).into());
    let count = |test: fn(&Rule) -> bool| rules().filter(|(_, rule)| test(rule)).count();
    assert_eq!(count(|rule| rule.severity == Severity::Error), 44);
    assert_eq!(count(|rule| rule.severity == Severity::Warning), 120);
    assert_eq!(count(|rule| rule.basis == Basis::Implied), 83);
    assert_eq!(count(|rule| rule.basis == Basis::Stated), 69);
    assert_eq!(count(|rule| rule.basis == Basis::ErrorCode), 12);
}

#[test]
fn names_are_unique_where_they_stand() {
    assert_eq!(repeated(elements().map(|element| element.id)), BTreeSet::new());
    assert_eq!(repeated(rules().map(|(_, rule)| rule.id)), BTreeSet::new());
    assert_none(elements().flat_map(|element| {
        let children = repeated(element.children.iter().map(|child| child.name));
        let attributes = repeated(element.attributes.iter().map(|attribute| attribute.name));
        children.into_iter().chain(attributes).map(|name| format!("{}: {name}", element.id))
    }));
}

#[test]
fn every_element_but_the_roots_has_a_parent_of_its_dialect() {
    assert_none(elements().filter_map(|element| {
        let placed = element.parents().next().is_some() || element.is_document();
        let own = element.children.iter().all(|child| child.dialect == element.dialect);
        (!placed || !own).then(|| element.id.to_owned())
    }));
    assert!(vocabulary::documents().all(|root| root.parents().next().is_none()));
}

#[test]
fn documentation_is_whole_sentences() {
    let is_sentence = |text: &str| text.starts_with(char::is_uppercase) && text.ends_with('.') && !text.contains("  ");
    let of_elements = elements().map(|element| (element.id, element.doc));
    let of_attributes = attributes().map(|(_, attribute)| (attribute.name, attribute.doc));
    let of_lists = attributes().filter_map(|(_, attribute)| list(attribute)).map(|list| (list.name, list.doc));
    let notes = elements()
        .map(|element| (element.id, element.notes, element.status, element.text.doc))
        .chain(attributes().map(|(_, attribute)| (attribute.name, attribute.notes, attribute.status, None)))
        .flat_map(|(name, notes, status, text)| {
            let status = match status {
                Status::Deprecated(instead) | Status::Retired(instead) => Some(instead),
                Status::Current | Status::Undocumented => None,
            };
            [notes, status, text].into_iter().flatten().map(move |text| (name, text))
        });
    let texts = of_elements.chain(of_attributes).chain(of_lists);
    assert_none(texts.filter(|(_, text)| !is_sentence(text)).map(|(name, text)| format!("{name}: {text}")));
    assert_none(notes.filter(|(_, text)| !text.ends_with('.')).map(|(name, text)| format!("{name}: {text}")));
}

#[test]
fn values_are_documented_by_sentences() {
    let words = attributes().filter_map(|(_, attribute)| list(attribute)).flat_map(|list| list.values);
    assert_none(words.filter(|word| !word.doc.ends_with('.')).map(|word| format!("{}: {}", word.value, word.doc)));
}

#[test]
fn every_default_is_taken_by_its_own_attribute() {
    assert_none(attributes().filter_map(|(element, attribute)| {
        let default = attribute.default?;
        let problems = check_attribute(attribute, default);
        (!problems.is_empty()).then(|| format!("{} {}={default:?}: {problems:?}", element.id, attribute.name))
    }));
}

#[test]
fn defaults_of_lists_are_values_of_the_list() {
    assert_none(attributes().filter_map(|(element, attribute)| {
        let (default, list) = (attribute.default?, list(attribute)?);
        let known = default.split(' ').all(|word| list.word(word).is_some());
        (!known && !matches!(attribute.kind, Kind::IntOr(_))).then(|| format!("{} {}", element.id, attribute.name))
    }));
}

#[test]
fn bounds_are_in_order() {
    assert_none(attributes().filter_map(|(element, attribute)| {
        let bounds = [attribute.min, attribute.soft_min, attribute.soft_max, attribute.max];
        let sorted = bounds.into_iter().flatten().is_sorted();
        let required = attribute.required && attribute.default.is_some();
        (!sorted || required).then(|| format!("{} {}", element.id, attribute.name))
    }));
    assert!(elements().flat_map(|element| element.limits).all(|limit| limit.min <= limit.max));
}

#[test]
fn limits_count_children() {
    assert_none(elements().flat_map(|element| {
        let strangers = element.limits.iter().filter(|limit| element.child(limit.child).is_none());
        strangers.map(|limit| format!("{}: {}", element.id, limit.child))
    }));
}

#[test]
fn older_forms_lead_to_known_ones() {
    assert_none(attributes().flat_map(|(element, attribute)| {
        let strange = attribute.legacy.iter().filter(|(old, new)| {
            attribute.known.contains(old)
                || !attribute.known.contains(new)
                || !check_attribute(attribute, new).is_empty()
        });
        strange.map(|(old, _)| format!("{} {}={old}", element.id, attribute.name)).collect::<Vec<_>>()
    }));
}

#[test]
fn contested_words_are_no_words_that_all_pages_allow() {
    assert_none(attributes().flat_map(|(element, attribute)| {
        let listed = |word: &str| list(attribute).is_some_and(|list| list.word(word).is_some());
        let strange = attribute.contested.iter().filter(move |word| attribute.words.contains(word) || listed(word));
        strange.map(|word| format!("{} {}={word}", element.id, attribute.name)).collect::<Vec<_>>()
    }));
}

#[test]
fn only_open_lists_go_on_after_a_beginning() {
    let lists = || attributes().filter_map(|(_, attribute)| list(attribute));
    assert_none(lists().filter(|list| !list.open && !list.prefixes.is_empty()).map(|list| list.name.to_owned()));
    assert!(lists().flat_map(|list| list.prefixes).all(|prefix| !prefix.is_empty()));
}

/// What a term names that its element does not have.
fn strangers(element: &'static Element, notation: &'static str) -> Vec<String> {
    let Some((_, term)) = Term::parse(notation) else { return vec![format!("{notation} is no term")] };
    let value = |attribute: Option<&Attribute>, word: &str| {
        attribute.is_some_and(|attribute| list(attribute).is_none_or(|list| list.word(word).is_some() || list.open))
    };
    let sound = match term {
        Term::Written(name) | Term::Has(name, _) => element.attribute(name).is_some(),
        Term::Is(name, words) | Term::IsNot(name, words) => {
            words.iter().all(|word| !word.is_empty() && value(element.attribute(name), word))
        }
        Term::Text => element.text.presence != TextPresence::None,
        Term::Child(words) => words.iter().all(|child| element.child(child).is_some()),
        Term::ChildWith(child, name, words) => {
            element.child(child).is_some_and(|child| words.iter().all(|word| value(child.attribute(name), word)))
        }
    };
    if sound { Vec::new() } else { vec![notation.to_owned()] }
}

#[test]
fn terms_of_rules_name_what_is_there() {
    assert_none(rules().flat_map(|(element, rule)| {
        let terms = rule.when.iter().chain(rule.needs).chain(rule.forbids);
        let of_terms = terms.flat_map(|term| strangers(element, term));
        let of_attributes =
            rule.attributes.iter().filter(|name| element.attribute(name).is_none()).map(|&name| name.to_owned());
        let of_lists = rule.of.iter().flat_map(|name| strangers(element, name));
        of_terms.chain(of_attributes).chain(of_lists).map(|term| format!("{}: {term}", rule.id)).collect::<Vec<_>>()
    }));
}

#[test]
fn places_and_exceptions_of_rules_are_where_elements_stand() {
    assert_none(rules().flat_map(|(element, rule)| {
        let parents: Vec<_> = element.parents().collect();
        let places = rule.places.iter().filter(|place| !parents.iter().any(|parent| parent.name == **place));
        let siblings = rule.except.iter().filter(|name| !parents.iter().any(|parent| parent.child(name).is_some()));
        places.chain(siblings).map(|name| format!("{}: {name}", rule.id)).collect::<Vec<_>>()
    }));
}

#[test]
fn rules_have_what_their_kind_needs() {
    assert_none(rules().filter_map(|(_, rule)| {
        let sound = match rule.kind {
            RuleKind::Requires | RuleKind::NeedsCallback => !rule.needs.is_empty() && rule.forbids.is_empty(),
            RuleKind::Conflicts => rule.needs.is_empty() && !(rule.forbids.is_empty() && rule.attributes.is_empty()),
            RuleKind::AtMost | RuleKind::CombinedLength => !rule.of.is_empty() && rule.count > 0,
            RuleKind::ExactlyOne | RuleKind::Alone | RuleKind::Unique => !rule.of.is_empty(),
            RuleKind::SameValue => rule.of.len() == 2,
            RuleKind::Misplaced => !rule.places.is_empty(),
            RuleKind::MaxBytes => rule.count == 65536,
            _ => true,
        };
        let scoped = rule.scope == Scope::Siblings || rule.kind == RuleKind::Unique;
        let callback = rule.kind != RuleKind::NeedsCallback || !rule.attributes.is_empty();
        (!(sound && scoped && callback)).then(|| rule.id.to_owned())
    }));
}

#[test]
fn messages_of_rules_are_parts_of_sentences() {
    assert_none(rules().filter_map(|(_, rule)| {
        let message = rule.message;
        let plain = message.replace("{attribute}", "");
        let sound = !message.is_empty()
            && !message.starts_with(char::is_uppercase)
            && !message.ends_with('.')
            && !plain.contains(['{', '}'])
            && (message == plain || !rule.attributes.is_empty())
            && message.matches('`').count() % 2 == 0;
        (!sound).then(|| format!("{}: {message}", rule.id))
    }));
    assert!(rules().all(|(_, rule)| !rule.source.is_empty() && !rule.source.starts_with('/')));
}

#[test]
fn what_ends_a_document_agrees_with_its_rule() {
    assert_none(elements().filter_map(|element| {
        let rule = element.rules.iter().find(|rule| rule.kind == RuleKind::Unreachable);
        let sound = match (element.terminal, rule) {
            (Terminal::Never, rule) => rule.is_none(),
            (Terminal::Always, Some(rule)) => rule.when.is_empty(),
            (Terminal::Written(name), Some(rule)) => rule.when == [format!("@{name}")],
            (Terminal::Is(name, value), Some(rule)) => rule.when == [format!("@{name}={value}")],
            (_, None) => false,
        };
        (!sound).then(|| element.id.to_owned())
    }));
}

/// Guards look at the values that were given: one that is left out itself must not make another one stay.
#[test]
fn no_attribute_hangs_on_one_that_may_be_left_out() {
    assert_none(elements().flat_map(|element| {
        let errors = || element.rules.iter().filter(|rule| rule.severity == Severity::Error);
        let guarded: BTreeSet<_> = errors().flat_map(|rule| rule.attributes).copied().collect();
        errors()
            .flat_map(|rule| rule.attributes.iter().map(move |name| (rule, *name)))
            .filter(|(rule, name)| {
                rule.needs.iter().any(|term| {
                    let attribute = Term::parse(term).and_then(|(_, term)| match term {
                        Term::Written(name) | Term::Is(name, _) | Term::IsNot(name, _) | Term::Has(name, _) => {
                            Some(name)
                        }
                        _ => None,
                    });
                    attribute.is_some_and(|other| other != *name && guarded.contains(other))
                })
            })
            .map(|(rule, name)| format!("{} {name}", rule.id))
            .collect::<Vec<_>>()
    }));
}

#[test]
fn pages_are_addresses_at_twilio() {
    assert_none(elements().filter_map(|element| {
        let sound = match element.page {
            Some(page) => page.strip_prefix("https://www.twilio.com/docs/").is_some_and(|path| !path.is_empty()),
            None => !is_current(element.status),
        };
        (!sound).then(|| element.id.to_owned())
    }));
}

#[test]
fn known_lists_hold_literals_of_their_kind() {
    assert_none(attributes().flat_map(|(element, attribute)| {
        let refused = attribute.known.iter().filter(|word| !check_attribute(attribute, word).is_empty());
        refused.map(|word| format!("{} {}={word}", element.id, attribute.name)).collect::<Vec<_>>()
    }));
    assert_none(attributes().flat_map(|(element, attribute)| {
        let words = list(attribute).map_or(&[][..], |list| list.values).iter().map(|word| word.value);
        let refused =
            words.chain(attribute.words.iter().copied()).filter(|word| !check_attribute(attribute, word).is_empty());
        refused.map(|word| format!("{} {}={word}", element.id, attribute.name)).collect::<Vec<_>>()
    }));
}
