import ConfluenceWire
import StorageFormat
import Testing

/// Makes bodies and markup of all sorts; the same seed makes the same ones.
private struct BodyMaker {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func number(below bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(below: elements.count)] }

    private mutating func words() -> String {
        (0...number(below: 3)).map { _ in pick(["alpha", "ß&amp;", "x &lt; y", "日本", "😀", "end.", "&quot;q&quot;"]) }
            .joined(separator: " ")
    }

    private mutating func inline(_ depth: Int) -> String {
        let text = words()
        guard depth > 0 else { return text }
        switch number(below: 12) {
        case 0: return "<strong>\(text)</strong> \(inline(depth - 1))"
        case 1: return "<em>\(text)</em>, \(inline(depth - 1))"
        case 2: return "<a href=\"https://acme.example/?a=1&amp;b=2\">\(text)</a>"
        case 3: return "<span style=\"color: rgb(1,2,3);\">\(text)</span>"
        case 4: return "\(text)<br />\(inline(depth - 1))"
        case 5: return "\(text) <time datetime=\"20\(10 + number(below: 80))-02-28\" />"
        case 6: return "\(text) <ac:link><ri:user ri:account-id=\"557058:mira\" /></ac:link>"
        case 7:
            return
                "\(text) <ac:structured-macro ac:name=\"status\"><ac:parameter ac:name=\"title\">\(text)</ac:parameter></ac:structured-macro>"
        case 8: return "<code>\(text)</code>"
        default: return text
        }
    }

    private mutating func list(_ depth: Int) -> String {
        let name = pick(["ul", "ol"])
        let items = (0...number(below: 2)).map { _ in
            "<li><p>\(inline(2))</p>" + (depth > 0 && number(below: 3) == 0 ? list(depth - 1) : "") + "</li>"
        }
        return "<\(name)>\(items.joined())</\(name)>"
    }

    private mutating func block(_ depth: Int) -> String {
        switch number(below: depth > 0 ? 9 : 4) {
        case 0:
            let level = 1 + number(below: 6)
            return "<h\(level)>\(words())</h\(level)>"
        case 1: return "<hr />"
        case 2:
            return
                "<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[\(pick(["a && b", "<x>", " y "]))]]></ac:plain-text-body></ac:structured-macro>"
        case 4: return list(2)
        case 5:
            let name = pick(["info", "tip", "note", "warning", "expand"])
            return
                "<ac:structured-macro ac:name=\"\(name)\"><ac:rich-text-body>\(blocks(depth - 1))</ac:rich-text-body></ac:structured-macro>"
        case 6:
            let rows = (0...number(below: 2)).map { _ in
                "<tr><th><p>\(inline(1))</p></th><td>\(blocks(0))</td></tr>"
            }
            return "<table><tbody>\(rows.joined())</tbody></table>"
        case 7: return "<blockquote><p>\(inline(2))</p></blockquote>"
        case 8:
            return
                "<ac:structured-macro ac:name=\"excerpt\" ac:schema-version=\"1\" ac:macro-id=\"m\(number(below: 99))\"><ac:parameter ac:name=\"name\">\(words())</ac:parameter><ac:rich-text-body>\(blocks(depth - 1))</ac:rich-text-body></ac:structured-macro>"
        default: return "<p>\(inline(3))</p>"
        }
    }

    mutating func blocks(_ depth: Int) -> String {
        (0...number(below: 3)).map { _ in block(depth) }.joined()
    }

    mutating func markup() -> String {
        (0..<(1 + number(below: 12))).map { _ in
            pick([
                "*", "_", "{", "}", "[", "]", "|", "||", "!", "\\", "\n", "\n\n", "h1. ", "* ", "# ", "- ", "bq. ",
                "----",
                "{code}", "{info}", "{panel:title=a|b=c}", "{color:red}", "{color}", "{status:title=x}", "{{", "}}",
                "a", "b c",
                "<p>", "&", "&nbsp;", "http://a.b/c", "^", "~", "#", ":", "?", "??", "(/)", "😀", "\u{E001}",
                "!a.png|width=1!",
                "[a|b#c^d]", "{expand}", "{quote}", "{toc}", "{noformat}",
            ])
        }.joined()
    }
}

@Suite("Bodies of all sorts")
struct BodyPropertyTests {
    @Test("written anew they say the same, and what is kept is kept again as it is", arguments: 1...60)
    func writing(seed: Int) throws {
        var maker = BodyMaker(seed: UInt64(seed))
        let source = maker.blocks(3)
        let document = try StorageDocument(parsing: source)
        #expect(try StorageDocument(parsing: document.source) == document, "\(source)")
        let kept = try StorageFormat.kept(source) { "id-\($0)" }
        #expect(try StorageFormat.kept(kept) { "other-\($0)" } == kept, "\(source)")
        #expect(StorageFormat.plainText(kept) == StorageFormat.plainText(source))
    }

    @Test("by way of a document they come back", arguments: 1...120)
    func documents(seed: Int) throws {
        var maker = BodyMaker(seed: UInt64(seed))
        let source = try StorageDocument(parsing: maker.blocks(3)).source
        let document = try StorageFormat.atlasDocFormat(source)
        #expect(try StorageFormat.fromAtlasDocFormat(document) == source, "by way of \(document)")
    }

    @Test("their views are well-formed, in every form", arguments: 1...60)
    func views(seed: Int) throws {
        var maker = BodyMaker(seed: UInt64(seed))
        let source = maker.blocks(3)
        for form in [ViewForm.view, .export, .styled] {
            var context = SmallSite().context
            context.form = form
            let html = try StorageFormat.viewHTML(source, context: context)
            try StorageFormat.validate(html)
            #expect(!html.contains("<ac:"))
        }
    }

    @Test("whatever wiki markup holds, what comes of it can be saved and shown", arguments: 1...300)
    func markup(seed: Int) throws {
        var maker = BodyMaker(seed: UInt64(seed))
        let source = maker.markup()
        let storage = StorageFormat.fromWiki(source)
        try StorageFormat.validate(storage)
        _ = try StorageFormat.viewHTML(storage, context: SmallSite().context)
        let document = try StorageFormat.atlasDocFormat(storage)
        _ = try StorageFormat.fromAtlasDocFormat(document)
    }
}
