import ConfluenceModel

/// Reads what two lines of a text say together, of which neither tells anything alone: the same request with two answers, or
/// what was written and is not found a moment later.
enum ContrastReader {
    static func clues(in text: FoldedText) -> [Clue] {
        var clues = [manifest(text)]
        // Few texts have what two lines could be compared by.
        if text.holds("/rest/api/space/") || text.holds("search?") {
            let lines = lines(of: text)
            clues += [spaceOfOneAlone(lines), notFoundYet(lines)]
        }
        return clues.compactMap(\.self)
    }

    private struct Line {
        var words: String
        var range: Range<Int>
    }

    private static func lines(of text: FoldedText) -> [Line] {
        var lines: [Line] = []
        var start = 0
        for index in text.bytes.indices
        where index + 1 == text.bytes.count || text.lines[index + 1] != text.lines[index] {
            lines.append(
                Line(words: String(decoding: text.bytes[start...index], as: UTF8.self), range: start..<(index + 1)))
            start = index + 1
        }
        return lines
    }

    // MARK: One request, two answers

    private static let space = Pattern(/\/rest\/api\/space\/([a-z0-9~._-]{2,30})\b[^\n]{0,30}?\b(200|404|403)\b/)

    /// A space that one account is shown, and another one is told not to be there.
    private static func spaceOfOneAlone(_ lines: [Line]) -> Clue? {
        var shown: Set<String> = []
        var hidden: [String: Range<Int>] = [:]
        for line in lines where line.words.contains("/rest/api/space/") {
            for (key, status) in space.all(in: line.words, read: { (String($0.1), String($0.2)) }) {
                if status == "200" { shown.insert(key) } else { hidden[key] = hidden[key] ?? line.range }
            }
        }
        let contradicted = hidden.filter { shown.contains($0.key) }.map(\.value)
        guard let range = contradicted.min(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
        return Clue(
            name: "space-of-one-alone", strength: .stated, shares: [.spaceNoAccess: 0.96, .spaceNotFound: 0.04],
            meaning: "the same space is shown to one account and not to the other", range: range, isStatus: false,
            trust: 1)
    }

    // MARK: Written, and not found yet

    private static let written = Pattern(
        /\b(?:post|put)\b[^\n]{0,40}(?:\/api\/v2\/pages|\/rest\/api\/content)\b[^\n]{0,60}\b20[01]\b/)
    private static let searched = Pattern(
        /search\?[^\n]{0,200}(?:size["']?\s?[=:]?\s?0\b|results["']?\s?[=:]\s?\[\]|\b0 (?:results|hits|pages)\b)/)

    private static func notFoundYet(_ lines: [Line]) -> Clue? {
        guard let first = lines.firstIndex(where: { $0.words.contains("20") && written.first(in: $0.words) != nil }),
            let search = lines[first...].first(where: {
                $0.words.contains("search?") && searched.first(in: $0.words) != nil
            })
        else { return nil }
        return Clue(
            name: "not-found-yet", strength: .stated, shares: [.indexLag: 0.96, .cqlError: 0.04],
            meaning: "a page was written, and a search right behind it does not find it", range: search.range,
            isStatus: false, trust: 1)
    }

    // MARK: A secret of Kubernetes as it is stored

    private static let entry = Pattern(/\bdata:\s+[a-z0-9_.-]*(?:token|pat|key|secret|password)[a-z0-9_.-]*:\s+/)

    /// The manifest holds each value in base64, and people copy it from there.
    private static func manifest(_ text: FoldedText) -> Clue? {
        guard text.holds("kind: secret") else { return nil }
        let words = String(decoding: text.bytes, as: UTF8.self)
        guard let place = entry.first(in: words) else { return nil }
        let start = words.utf8.distance(from: words.startIndex, to: place.lowerBound)
        let end = words.utf8.distance(from: words.startIndex, to: place.upperBound)
        return Clue(
            name: "encoded-secret", strength: .strong, shares: [.encodedSecret: 0.9, .tokenRevoked: 0.1],
            meaning: "the value is shown as Kubernetes keeps it, in base64", range: start..<end, isStatus: false,
            trust: 1)
    }
}

extension FoldedText {
    fileprivate func holds(_ words: String) -> Bool { bytes.firstRange(of: Array(words.utf8)) != nil }
}
