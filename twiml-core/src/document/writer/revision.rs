//! Taking back what has been written: what turns out to break a rule once it is there.
//!
//! Values hold no angle brackets and no double quotes of their own, so that each bracket belongs to a tag, and each quote to an
//! attribute.

use alloc::string::String;

use super::Writer;

/// Markup at a bracket: the tag without its brackets, and the text behind it.
fn split_tag(part: &str) -> (&str, &str) {
    part.split_once('>').unwrap_or((part, ""))
}

fn name_of(tag: &str) -> &str {
    tag.split([' ', '/']).next().unwrap_or_default()
}

/// How a tag changes the depth.
fn depth_behind(depth: usize, tag: &str) -> usize {
    match (tag.starts_with('/'), tag.ends_with('/')) {
        (true, _) => depth.saturating_sub(1),
        (false, true) => depth,
        (false, false) => depth + 1,
    }
}

/// Where the value of an attribute stands in a tag: all of it from the space in front of the name on, and the value alone.
fn find<'a>(tag: &'a str, name: &str) -> Option<(usize, &'a str)> {
    let mut place = 0;
    let mut parts = tag.split('"');
    while let (Some(start), Some(value)) = (parts.next(), parts.next()) {
        if start.strip_suffix('=').and_then(|start| start.strip_suffix(name)).is_some_and(|rest| rest.ends_with(' ')) {
            return Some((place + start.len() - name.len() - 2, value));
        }
        place += start.len() + value.len() + 2;
    }
    None
}

impl Writer {
    fn written(&self, start: usize) -> &str {
        self.buffer.get(start..).unwrap_or_default()
    }

    /// Whether there is such an element among what has been written from `start` on, in no other element.
    pub(crate) fn has_element(&self, start: usize, names: &[&str]) -> bool {
        let mut depth = 0;
        self.written(start).split('<').skip(1).any(|part| {
            let (tag, _) = split_tag(part);
            let is_one = depth == 0 && names.contains(&name_of(tag));
            depth = depth_behind(depth, tag);
            is_one
        })
    }

    /// Takes these elements out with all that is in them.
    #[inline(never)]
    pub(crate) fn remove_elements(&mut self, start: usize, names: &[&str]) {
        let written = self.written(start);
        let mut kept = String::with_capacity(written.len());
        let mut parts = written.split('<');
        kept.push_str(parts.next().unwrap_or_default());
        let (mut depth, mut removes) = (0, false);
        for part in parts {
            let (tag, text) = split_tag(part);
            if depth == 0 {
                removes = names.contains(&name_of(tag));
            }
            if !removes {
                kept.extend(["<", tag, ">"]);
            }
            depth = depth_behind(depth, tag);
            if depth == 0 || !removes {
                kept.push_str(text);
            }
        }
        self.buffer.truncate(start);
        self.buffer.push_str(&kept);
    }

    /// The tag of the element that is being written, without its brackets, and where it begins.
    fn open_tag(&self) -> Option<(usize, &str)> {
        let mut closed = 0_usize;
        for (at, _) in self.buffer.rmatch_indices('<') {
            let (tag, _) = split_tag(self.buffer.get(at + 1..)?);
            match (tag.starts_with('/'), tag.ends_with('/')) {
                (true, _) => closed += 1,
                (false, true) => {}
                (false, false) if closed == 0 => return Some((at + 1, tag)),
                (false, false) => closed -= 1,
            }
        }
        None
    }

    /// The value of an attribute of the element that is being written, escaped.
    pub(crate) fn open_value(&self, name: &str) -> Option<&str> {
        let (_, tag) = self.open_tag()?;
        find(tag, name).map(|(_, value)| value)
    }

    /// Takes an attribute of the element that is being written out again: of how many bytes.
    pub(crate) fn remove_attribute(&mut self, name: &str) -> usize {
        let place = self.open_tag().and_then(|(start, tag)| {
            let (at, value) = find(tag, name)?;
            Some((start + at, name.len() + value.len() + 4))
        });
        let Some((start, length)) = place else { return 0 };
        self.buffer.replace_range(start..start + length, "");
        length
    }

    /// Takes out the element that begins at `start` if these attributes of it have more characters together.
    #[inline(never)]
    pub(crate) fn remove_if_longer(&mut self, start: usize, names: &[&str], most: usize) {
        let (tag, _) = split_tag(self.written(start).trim_start_matches('<'));
        let values = names.iter().filter_map(|name| find(tag, name));
        let characters: usize = values.map(|(_, value)| characters(value)).sum();
        if characters > most {
            self.buffer.truncate(start);
        }
    }
}

/// How many characters an escaped value has.
fn characters(value: &str) -> usize {
    let entities = value.split('&').skip(1).filter_map(|rest| rest.find(';'));
    value.chars().count() - entities.map(|length| length + 1).sum::<usize>()
}
