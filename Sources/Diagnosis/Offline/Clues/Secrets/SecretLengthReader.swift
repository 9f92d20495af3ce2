import ConfluenceModel

/// Reads how long a secret is said to be: a part of one is shorter than the whole, and one that was pasted twice is twice as long.
enum SecretLengthReader {
    static func clue(in text: FoldedText) -> Clue? {
        let named = lengths.hits(in: text.bytes).filter { isOfSecret($0.range, text) }
            .compactMap { hit in number(text.bytes[hit.range]).map { (length: $0, range: hit.range) } }
        let stated = (named + counted(text)).filter { plausible.contains($0.length) }
        guard let shortest = stated.min(by: { $0.length < $1.length }),
            let longest = stated.max(by: { $0.length < $1.length })
        else { return nil }
        if longest.length == personalAccessToken + 2, isPersonal(text) || text.holds("anonymous"),
            text.holds("0x27") || text.holds("0x22")
        {
            return clue(
                "quoted", .stated, [.quoted: 0.94, .whitespace: 0.06], longest.range,
                "the secret is two characters longer than a token, and begins and ends in quotation marks")
        }
        if longest.length == 2 * personalAccessToken
            || (longest.length == 2 * shortest.length && wholeOfCloud.contains(shortest.length))
        {
            return clue(
                "pasted-twice", .stated, [.repeatedSecret: 0.92, .truncated: 0.08], longest.range,
                "the secret is twice as long as a whole one")
        }
        // Two lengths of one secret, or that of a personal access token, which Data Center makes of one length.
        let isCloudToken =
            text.holds("atatt3") || (text.holds(".atlassian.net") && shortest.length > lengthOfOldTokens)
        let whole =
            shortest.length < longest.length
            ? longest.length : isCloudToken ? apiToken : isPersonal(text) ? personalAccessToken : nil
        guard let whole, shortest.length < whole else { return nil }
        // Of two lengths one is that of a whole secret.
        let isCompared =
            shortest.length < longest.length
            && (longest.length == personalAccessToken || wholeOfCloud.contains(longest.length))
        return clue(
            "truncated", isCompared ? .stated : .strong, [.truncated: 0.92, .tokenRevoked: 0.08], shortest.range,
            "the secret is said to have \(shortest.length) characters, and a whole one has \(whole) or more")
    }

    private static func clue(
        _ name: String, _ strength: Symptom.Strength, _ shares: [CauseID: Double], _ range: Range<Int>,
        _ meaning: String
    ) -> Clue {
        Clue(
            name: name, strength: strength, shares: shares, meaning: meaning, range: range, isStatus: false, trust: 1)
    }

    /// What a personal access token of Data Center has.
    private static let personalAccessToken = 44
    private static let plausible = 8...400
    private static let reach = 60
    private static let reachOfCounted = 220
    /// API tokens of Cloud from before 2023.
    private static let lengthOfOldTokens = 24
    private static let wholeOfCloud = 180...210
    /// What an API token of Cloud has that begins with its usual letters, at the least.
    private static let apiToken = 180

    private static let lengths = PhraseIndex<Bool>(
        [
            "len=#", "len: #", "len(#", "length #",
            "wc -c*#", "wc -m*#",
            "length=#", "length: #", "length is #", "length of #", "length :#",
        ]
        .map { (Phrase($0), true) })
    private static let secrets = [
        "token", "bearer", "pat ", "pat:", "pat;", "pat,", "pat.", "pat)", "secret", "api key", "api_key", "password",
    ]

    private static let units = PhraseIndex<Bool>(
        ["chars", "characters", "zeichen", "caractères", "caracteres", "символ"].map { (Phrase($0), true) },
        wholeWords: true)

    /// “44 chars”, “32 characters”: the number stands before what is counted.
    private static func counted(_ text: FoldedText) -> [(length: Int, range: Range<Int>)] {
        units.hits(in: text.bytes).compactMap { hit in
            var end = hit.range.lowerBound
            if end > 0, " -".utf8.contains(text.bytes[end - 1]) { end -= 1 }
            var start = end
            while start > 0, (48...57).contains(text.bytes[start - 1]) { start -= 1 }
            guard start < end, let length = Int(String(decoding: text.bytes[start..<end], as: UTF8.self)) else {
                return nil
            }
            let before = String(
                decoding: text.bytes[max(0, start - reachOfCounted)..<start], as: UTF8.self)
            return secrets.contains(where: before.contains) ? (length, start..<hit.range.upperBound) : nil
        }
    }

    private static func isOfSecret(_ range: Range<Int>, _ text: FoldedText) -> Bool {
        let before = text.bytes[max(0, range.lowerBound - reach)..<range.lowerBound]
        let line = text.lines[range.lowerBound]
        let sameLine = before.indices.first { text.lines[$0] == line } ?? range.lowerBound
        let words = String(decoding: text.bytes[sameLine..<range.lowerBound], as: UTF8.self)
        return !words.contains("content-length") && secrets.contains(where: words.contains)
    }

    private static func isPersonal(_ text: FoldedText) -> Bool {
        ["bearer", "personal access token", " pat ", " pat,", " pats "].contains(where: text.holds)
            && !text.holds(".atlassian.net")
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        Int(String(decoding: bytes.drop { !(48...57).contains($0) }, as: UTF8.self))
    }
}
