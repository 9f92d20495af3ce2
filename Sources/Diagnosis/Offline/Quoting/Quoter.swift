import ConfluenceModel

/// Shows the words of a paste with what may be secret taken out.
struct Quoter {
    private let paste: Paste
    private let finder = SecretFinder()
    private let secrets: [String]
    private let linesOfKeys: Set<Int>

    /// How much of a long line is shown before and after the words.
    private static let margin = 60
    /// How much of a long line is searched for secrets before and after the words.
    private static let window = 600

    init(_ paste: Paste) {
        self.paste = paste
        secrets = finder.secrets(in: paste).sorted { $0.count > $1.count }
        linesOfKeys = Self.linesOfPrivateKeys(paste)
    }

    /// A second wall for every other text of the report.
    var redactor: Redactor { Redactor(secrets: secrets) }

    /// The words at a place of the folded text, as they were pasted.
    func quote(_ range: Range<Int>, of text: FoldedText) -> Quote? {
        guard text.bytes.indices.contains(range.lowerBound), !range.isEmpty else { return nil }
        let number = Int(text.lines[range.lowerBound])
        guard paste.lines.indices.contains(number), !linesOfKeys.contains(number) else { return nil }
        let line = paste.lines[number]
        let start = min(Int(text.offsets[range.lowerBound]), line.bytes.count)
        var last = range.upperBound - 1
        while last > range.lowerBound, text.lines[last] != text.lines[range.lowerBound] { last -= 1 }
        var end = min(Int(text.offsets[last]) + 1, line.bytes.count)
        // The folded byte may stand for a character of several bytes.
        while end < line.bytes.count, line.bytes[end] & 0xC0 == 0x80 { end += 1 }
        let (shown, highlight) = cut(line.text, start, max(start, end))
        let place: Quote.Place =
            switch line.place {
            case .line(let number): .line(number)
            case .entry(let number): .entry(number)
            }
        return Quote(place: place, text: shown, highlight: highlight)
    }

    /// The words with a little around them, without secrets; the highlight counts characters of what is shown.
    private func cut(_ line: String, _ start: Int, _ end: Int) -> (String, Range<Int>) {
        let utf8 = line.utf8
        let lower = utf8.index(utf8.startIndex, offsetBy: start, limitedBy: utf8.endIndex) ?? utf8.endIndex
        let upper = utf8.index(utf8.startIndex, offsetBy: end, limitedBy: utf8.endIndex) ?? utf8.endIndex
        // What is cut off could hold the beginning of a secret: look at more than is shown.
        let from = line.index(lower, offsetBy: -Self.window, limitedBy: line.startIndex) ?? line.startIndex
        let to = line.index(upper, offsetBy: Self.window, limitedBy: line.endIndex) ?? line.endIndex
        let window = String(line[from..<to])
        let hidden = hiddenParts(of: window)
        let offset = line.distance(from: from, to: lower)
        let length = line.distance(from: lower, to: upper)
        var shown = ""
        var highlight = 0..<0
        var position = 0
        var index = window.startIndex
        var first = -1
        var lastEnd = 0
        while index < window.endIndex {
            let isWithin = position >= offset && position < offset + max(1, length)
            let isNear = position >= offset - Self.margin && position < offset + length + Self.margin
            if let part = hidden.first(where: { $0.range.lowerBound == index }) {
                let count = window.distance(from: part.range.lowerBound, to: part.range.upperBound)
                let isHit = position < offset + length && position + count > offset
                if isNear || isHit {
                    if isHit, first < 0 { first = shown.count }
                    shown += part.mark
                    if isHit { lastEnd = shown.count }
                }
                position += count
                index = part.range.upperBound
                continue
            }
            if isNear {
                if isWithin, first < 0 { first = shown.count }
                let character = window[index]
                shown.append(character == "\t" ? " " : character)
                if isWithin { lastEnd = shown.count }
            }
            position += 1
            index = window.index(after: index)
        }
        if first >= 0 { highlight = first..<max(first + 1, lastEnd) }
        return ellipsed(
            shown, highlight, cutBefore: from > line.startIndex || offset > Self.margin,
            cutAfter: to < line.endIndex || position > offset + length + Self.margin)
    }

    /// The text without blanks at its ends, with dots where something was left out.
    private func ellipsed(_ text: String, _ highlight: Range<Int>, cutBefore: Bool, cutAfter: Bool) -> (
        String, Range<Int>
    ) {
        let blanks = text.prefix { $0 == " " }.count
        let trimmed = String(text.dropFirst(blanks))
        let lead = cutBefore ? "…" : ""
        let shift = lead.count - blanks
        let shown = lead + trimmed + (cutAfter ? "…" : "")
        let lower = max(0, highlight.lowerBound + shift)
        return (shown, lower..<max(lower, min(shown.count, highlight.upperBound + shift)))
    }

    private func hiddenParts(of text: String) -> [(range: Range<String.Index>, mark: String)] {
        var ranges = finder.ranges(in: text)
        for secret in secrets { ranges += text.ranges(of: secret) }
        let merged = SecretFinder.merged(ranges)
        let emails = finder.emails(in: text).filter { email in !merged.contains { $0.overlaps(email) } }
        return merged.map { ($0, Redactor.mark) } + emails.map { ($0, SecretFinder.emailMark) }
    }

    private static func linesOfPrivateKeys(_ paste: Paste) -> Set<Int> {
        var lines: Set<Int> = []
        var isInside = false
        for (number, line) in paste.lines.enumerated() {
            guard isInside || line.bytes.contains(UInt8(ascii: "-")) else { continue }
            let text = isInside || line.bytes.count < 400 ? line.text : ""
            if text.contains("-----BEGIN"), text.contains("KEY") { isInside = true }
            if isInside { lines.insert(number) }
            if text.contains("-----END") { isInside = false }
        }
        return lines
    }
}
