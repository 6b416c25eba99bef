use alloc::format;

use super::forms;

fn has(url: &str, form: &str) -> bool {
    forms(url).iter().any(|known| known == form)
}

#[test]
fn the_scheme_as_it_is_and_in_lower_case() {
    assert!(has("HTTPS://Example.com/a", "HTTPS://Example.com/a"));
    assert!(has("HTTPS://Example.com/a", "https://Example.com/a"));
    assert!(has("HTTPS://Example.com/a", "https://Example.com:443/a"));
    assert!(!has("HTTPS://Example.com/a", "https://example.com/a"));
    assert!(!has("https://example.com/a", "HTTPS://example.com/a"));
}

#[test]
fn the_ports_of_each_scheme() {
    for (scheme, ports) in
        [("https", [true, false]), ("http", [false, true]), ("wss", [true, true]), ("ws", [false, true])]
    {
        let known = [443, 80].map(|port| has(&format!("{scheme}://h/a"), &format!("{scheme}://h:{port}/a")));
        assert_eq!(known, ports, "{scheme}");
    }
    assert!(has("wss://h:8443/a", "wss://h/a") && has("wss://h:8443/a", "wss://h:8443/a"));
    assert!(!has("wss://h:8443/a", "wss://h:443/a") && !has("wss://h:8443/a", "wss://h:80/a"));
}

#[test]
fn no_form_comes_twice() {
    for (url, count) in [
        ("https://h/a?b=1", 2),
        ("HTTPS://h/a", 4),
        ("https://u@h/it's?it's", 8),
        ("wss://h:8443/a", 4),
        ("wss://h/a/", 3),
        ("no address", 1),
    ] {
        let known = forms(url);
        assert_eq!(known.len(), count, "{known:?}");
        assert!(known.iter().enumerate().all(|(index, form)| !known[..index].contains(form)), "{known:?}");
    }
}
