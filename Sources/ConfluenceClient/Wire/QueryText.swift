package import ConfluenceWire

/// Query strings as Python's `urlencode` writes them for this client: blanks as `+`, commas as they are.
package enum QueryText {
    package static func encode(_ items: [QueryItem]) -> String {
        items.map { "\(encode($0.name))=\(encode($0.value))" }.joined(separator: "&")
    }

    private static func encode(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false)
            .map { PercentEncoding.encode(String($0), allowed: .queryItem) }
            .joined(separator: "+")
    }
}
