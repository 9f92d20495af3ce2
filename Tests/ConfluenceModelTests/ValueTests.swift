import ConfluenceModel
import Testing

@Suite("Values read what people write")
struct ValueTests {
    @Test(
        "a product version",
        arguments: [
            ("9.2.0", ProductVersion(9, 2, 0)), ("9.2", ProductVersion(9, 2)), ("10", ProductVersion(10, 0)),
        ])
    func version(text: String, expected: ProductVersion) {
        #expect(ProductVersion(text) == expected)
    }

    @Test("no product version", arguments: ["", "nine", "9.", "9.2.0.1", "9.x", ".9"])
    func noVersion(text: String) {
        #expect(ProductVersion(text) == nil)
    }

    @Test("versions are ordered by number, not by text")
    func order() {
        #expect(ProductVersion(7, 19) < ProductVersion(10, 0))
        #expect(ProductVersion(9, 2, 1) > ProductVersion(9, 2, 0))
    }

    @Test(
        "a text holds another one as it is written",
        arguments: [
            ("", "", true), ("abc", "", true), ("", "a", false), ("abc", "abc", true), ("abc", "abcd", false),
            ("aab", "ab", true), ("{a {{b}}", "{{", true), ("{a} {b}", "{{", false), ("größer", "öß", true),
            ("abc", "B", false),
        ])
    func holds(text: String, part: String, expected: Bool) {
        #expect(text.holds(part) == expected)
        #expect("<\(text)>".dropFirst().dropLast().holds(part) == expected)
    }

    @Test(
        "the nearest word",
        arguments: [
            ("read_page_by_di", "read_page_by_id"), ("READ_PAGE_BY_ID", "read_page_by_id"),
            ("site_serach", "site_search"),
        ])
    func nearest(word: String, expected: String) {
        #expect(NearestWord.find(for: word, in: ["read_page_by_id", "site_search", "delete_page"]) == expected)
    }

    @Test("a word that is near to none gets no suggestion")
    func noNearest() {
        #expect(NearestWord.find(for: "photosynthesis", in: ["read_page_by_id", "site_search"]) == nil)
    }

    @Test(
        "edges are trimmed of what can't be seen",
        arguments: [
            ("token\n", "token"), ("\u{FEFF}token\u{200B}", "token"), ("\u{00A0}a b\u{00A0}", "a b"), (" \t\n", ""),
        ])
    func trimming(text: String, expected: String) {
        #expect(text.trimmingEdges() == expected)
    }
}
