import ConfluenceModel

/// Reads what two lines of a text say together, of which neither tells anything alone: the same request with two answers, or
/// what was written and is not found a moment later.
enum ContrastReader {
    static func clues(in text: FoldedText) -> [Clue] {
        var clues = [manifest(text)]
        // Few texts have what two lines could be compared by.
        if ["/rest/api/space/", "search?", "/rest/api/content/", "/api/v2/pages/"].contains(where: text.holds) {
            let lines = lines(of: text)
            clues += [spaceOfOneAlone(lines), pageOfOneAlone(lines), notFoundYet(lines)]
        }
        if (text.holds("post ") || text.holds("put ")) && text.holds("get ") {
            clues.append(readsAlone(lines(of: text)))
        }
        if text.holds("-u ") {
            clues.append(oneUserAlone(lines(of: text)))
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

    private static let page = Pattern(
        /(?:\/rest\/api\/content|\/api\/v2\/pages)\/(\d{2,18})(?!\d|\/property)[^\n]{0,80}?\b(200|404|403)\b/)
    private static let writing = Pattern(/\b(?:put|post|delete|patch)\b/)

    /// A page that one account may read, and another one may not.
    private static func pageOfOneAlone(_ lines: [Line]) -> Clue? {
        var shown: Set<String> = []
        var hidden: [String: Range<Int>] = [:]
        for line in lines where line.words.contains("/content/") || line.words.contains("/pages/") {
            guard writing.first(in: line.words) == nil else { continue }
            for (id, status) in page.all(in: line.words, read: { (String($0.1), String($0.2)) }) {
                if status == "200" { shown.insert(id) } else { hidden[id] = hidden[id] ?? line.range }
            }
        }
        let contradicted = hidden.filter { shown.contains($0.key) }.map(\.value)
        guard let range = contradicted.min(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
        return Clue(
            name: "page-of-one-alone", strength: .strong, shares: [.pageRestricted: 0.8, .spaceNoAccess: 0.2],
            meaning: "the same page is shown to one account and not to the other", range: range, isStatus: false,
            trust: 1)
    }

    // MARK: Two requests, or two users

    private static let reading = Pattern(/\bget\b[^\n]{0,20}(?:\/rest\/api\/|\/api\/v2\/)[^\n]{0,120}\b200\b/)
    private static let refused = Pattern(
        /\b(?:post|put)\b[^\n]{0,20}?(\/ex\/confluence\/|https?:|\/)[^\n]{0,160}?\b(401|403)\b/)

    /// What may be read and not written: a right of the space, or a token's scope.
    private static func readsAlone(_ lines: [Line]) -> Clue? {
        guard lines.contains(where: { $0.words.contains("200") && reading.first(in: $0.words) != nil }),
            let line = lines.first(where: { line in
                (line.words.contains("401") || line.words.contains("403")) && refused.first(in: line.words) != nil
            })
        else { return nil }
        let isGateway = line.words.contains("/ex/confluence/")
        let isFile = line.words.contains("/child/attachment")
        guard isGateway || line.words.contains("403") else { return nil }
        return Clue(
            name: "reads-alone", strength: .strong,
            shares: isGateway
                ? [.scopeMissing: 0.84, .spaceNoWrite: 0.16]
                : isFile
                    ? [.spaceNoWrite: 0.44, .xsrf: 0.46, .pageRestricted: 0.1]
                    : [.spaceNoWrite: 0.74, .pageRestricted: 0.14, .readOnly: 0.06, .anonymous: 0.06],
            meaning: "what is read is answered, and what is written is refused", range: line.range, isStatus: false,
            trust: 1)
    }

    private static let login = Pattern(/(?:-u|--user) ["']?([a-z0-9._@\\+-]{2,60}):[^\n]{0,200}?\b(200|401|403)\b/)

    /// A login that one name gets through, and another one doesn't.
    private static func oneUserAlone(_ lines: [Line]) -> Clue? {
        var shown: Set<String> = []
        var hidden: [String: Range<Int>] = [:]
        for line in lines where line.words.contains("-u") {
            for (user, status) in login.all(in: line.words, read: { (String($0.1), String($0.2)) }) {
                if status == "200" { shown.insert(user) } else { hidden[user] = hidden[user] ?? line.range }
            }
        }
        guard !shown.isEmpty,
            let range = hidden.filter({ !shown.contains($0.key) }).map(\.value)
                .min(by: { $0.lowerBound < $1.lowerBound })
        else { return nil }
        return Clue(
            name: "wrong-user", strength: .strong, shares: [.wrongUser: 0.86, .noProductAccess: 0.14],
            meaning: "one user name is let in, and another one isn't", range: range, isStatus: false, trust: 1)
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
