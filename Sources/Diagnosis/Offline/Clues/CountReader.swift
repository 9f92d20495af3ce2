import ConfluenceModel

/// Compares how many things came with how many there are: a round number of them, and more elsewhere, is one page of an
/// answer that has further ones.
enum CountReader {
    private struct Count {
        var number: Int
        var range: Range<Int>
    }

    static func clue(in text: FoldedText) -> Clue? {
        let counts =
            things.hits(in: text.bytes).prefix(most).compactMap { number(before: $0.range, text) }
            + totals.hits(in: text.bytes).prefix(most).compactMap { number(behind: $0.range, text) }
        let limits = Set(limits.hits(in: text.bytes).prefix(most).compactMap { number(behind: $0.range, text)?.number })
        for count in counts {
            guard sizes.contains(count.number) || limits.contains(count.number),
                counts.contains(where: { $0.number > count.number && !isLimit($0.number, limits) })
            else { continue }
            // A limit that somebody asked for is what came; without one, some word must say that it is too few.
            guard limits.contains(count.number) || isTooFew(count, text) else { continue }
            let isToolkits = text.holds("toolkit") && !text.holds("/rest/") && !text.holds("/api/v2/")
            return Clue(
                name: "one-page-of-many", strength: .strong,
                shares: isToolkits
                    ? [.resultLimits: 0.7, .pagingLimit: 0.3] : [.pagingLimit: 0.9, .resultLimits: 0.1],
                meaning: "\(count.number) came, as many as fit into one answer, and there are more", range: count.range,
                isStatus: false, trust: 1)
        }
        return nil
    }

    private static let most = 40
    /// How much answers hold by default, or at the most.
    private static let sizes: Set = [10, 25, 50, 100, 200, 250, 500, 1000]

    private static func isLimit(_ number: Int, _ limits: Set<Int>) -> Bool { limits.contains(number) }

    private static let things = PhraseIndex<Bool>(
        [
            "pages", "documents", "docs", "results", "items", "spaces", "attachments", "comments", "seiten",
            "dokumente", "páginas", "resultados", "résultats", "hits", "entries", "children", "files",
        ].map { (Phrase($0), true) }, wholeWords: true)
    private static let totals = PhraseIndex<Bool>(
        ["\"size\":", "\"totalsize\":", "total of", "space has", "there are", "total:", "totalsize="].map {
            (Phrase($0), true)
        })
    private static let limits = PhraseIndex<Bool>(
        ["limit=", "\"limit\":", "limit:", "limit ", "max results", "page_size=", "pagesize="].map {
            (Phrase($0), true)
        })
    private static let fewWords = [
        "only", "just", "exactly", "never more", "stops at", "stop at", "always", "nur", "genau", "seulement", "sólo",
        "solo",
        "no more than", "but i get", "we get", "i get", "returns",
    ]

    private static func isTooFew(_ count: Count, _ text: FoldedText) -> Bool {
        let near = String(
            decoding: text.bytes[max(0, count.range.lowerBound - 40)..<count.range.lowerBound], as: UTF8.self)
        return fewWords.contains(where: near.contains)
    }

    private static func number(before range: Range<Int>, _ text: FoldedText) -> Count? {
        var end = range.lowerBound
        var words = 0
        // “1312 current pages”: one word may stand between.
        while end > 0, words < 2 {
            while end > 0, text.bytes[end - 1] == 0x20 { end -= 1 }
            var start = end
            while start > 0, (48...57).contains(text.bytes[start - 1]) { start -= 1 }
            if start < end, start == 0 || " (=:".utf8.contains(text.bytes[start - 1]),
                let number = Int(String(decoding: text.bytes[start..<end], as: UTF8.self))
            {
                return number < 1_000_000 ? Count(number: number, range: start..<range.upperBound) : nil
            }
            guard start == end else { return nil }
            while end > 0, (97...122).contains(text.bytes[end - 1]) { end -= 1 }
            words += 1
        }
        return nil
    }

    private static func number(behind range: Range<Int>, _ text: FoldedText) -> Count? {
        var start = range.upperBound
        while start < text.bytes.count, text.bytes[start] == 0x20 { start += 1 }
        let digits = text.bytes[start...].prefix { (48...57).contains($0) }
        guard !digits.isEmpty, digits.count < 7, let number = Int(String(decoding: digits, as: UTF8.self)) else {
            return nil
        }
        return Count(number: number, range: start..<digits.endIndex)
    }
}
