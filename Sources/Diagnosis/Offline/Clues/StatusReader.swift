/// A status of HTTP that a text tells of.
struct StatusClue: Sendable, Hashable {
    var status: Int
    var range: Range<Int>
}

/// Finds the statuses in a folded text, and tells them from line numbers, sizes and ports.
enum StatusReader {
    /// - Parameter alsoAlone: Whether a status counts that nothing but its number shows, as in a text that is about a site.
    static func statuses(in folded: FoldedText, alsoAlone: Bool = false) -> [StatusClue] {
        let text = folded.bytes
        var clues: [StatusClue] = []
        var index = 0
        while index + 2 < text.count {
            guard isDigit(text[index]) else {
                index += 1
                continue
            }
            var end = index
            while end < text.count, isDigit(text[end]) { end += 1 }
            if end - index == 3,
                let status = status(text, index..<end) ?? lastWord(folded, index..<end)
                    ?? (alsoAlone ? byItself(text, index..<end) : nil)
            {
                clues.append(StatusClue(status: status, range: index..<end))
            }
            index = end
        }
        return clues
    }

    private static func status(_ text: [UInt8], _ range: Range<Int>) -> Int? {
        let status = text[range].reduce(0) { $0 * 10 + Int($1 - 48) }
        guard (400...599).contains(status), isAlone(text, range) else { return nil }
        let before = String(decoding: text[max(0, range.lowerBound - 28)..<range.lowerBound], as: UTF8.self)
        let after = String(decoding: text[range.upperBound..<min(text.count, range.upperBound + 32)], as: UTF8.self)
        if unitsAfter.contains(where: after.hasPrefix) || isInTitle(text, range.lowerBound) { return nil }
        if endings.contains(where: before.hasSuffix) || after.hasPrefix(", message=") { return status }
        if phrases[status]?.contains(where: {
            after.hasPrefix(" " + $0) || after.hasPrefix(" - " + $0) || after.hasPrefix(": " + $0)
                || after.hasPrefix(", " + $0) || after.hasPrefix(" (" + $0) || after.hasPrefix(" \"" + $0)
        }) ?? false {
            return status
        }
        if isInProse(status, before, after) { return status }
        // An access log: `"GET /rest/api/content HTTP/1.1" 403 556`.
        if before.hasSuffix("\" "), before.contains("http/1") || before.contains("http/2") { return status }
        if statusesOfLastWords.contains(status), isAmongIdeographs(text, range) { return status }
        if before.hasSuffix("("), after.hasPrefix(")") {
            return before.contains("error") || before.contains("unauthorized") || before.contains("forbidden")
                || before.contains("request") || before.contains("credentials") || before.contains("limited")
                || before.contains("not found") ? status : nil
        }
        return nil
    }

    /// Whether a sentence names it: “we get a 401 from the site”, “Result: 403 for https://…”.
    private static func isInProse(_ status: Int, _ before: String, _ after: String) -> Bool {
        guard statusesOfLastWords.contains(status) else { return false }
        if wordsBehind.contains(where: { after.hasPrefix($0 + " http") || after.hasPrefix($0 + " url") }) {
            return true
        }
        guard wordsBefore.contains(where: before.hasSuffix) else { return false }
        return after.isEmpty || [".", ",", ";", ")", "?", "!", "'", "\"", ":"].contains(where: after.hasPrefix)
            || wordsBehind.contains(where: { after.hasPrefix($0 + " ") })
    }

    private static let wordsBefore = [
        " a ", " the ", " with ", " says ", " say ", " was ", " throws ", " gets ", " get ", " see ", " receive ",
        " receives ", " is ", " only ", " always ", " status code '", " code '", "status '", "→ ",
    ]
    private static let wordsBehind = [
        " error", " from", " for", " on", " at", " when", " and", " but", " because", " in", " response", " status",
        " again", " every", " since", " if", " while", " as", " instead", " to", " whenever", " although", " though",
    ]

    /// Whether it stands in the title of a page that an answer lists.
    private static func isInTitle(_ text: [UInt8], _ start: Int) -> Bool {
        let before = text[max(0, start - 200)..<start]
        guard let name = before.ranges(of: Array("\"title\":".utf8)).last else { return false }
        let isOfContent = ["\"status\":\"current\"", "\"type\":\"page\""].contains {
            before.firstRange(of: Array($0.utf8)) != nil
        }
        return isOfContent && before[name.upperBound...].count { $0 == UInt8(ascii: "\"") } == 1
    }

    /// A status that ends a line, where the line names an address: `Failed to fetch …: 401`.
    private static func lastWord(_ folded: FoldedText, _ range: Range<Int>) -> Int? {
        let text = folded.bytes
        let status = text[range].reduce(0) { $0 * 10 + Int($1 - 48) }
        guard statusesOfLastWords.contains(status), isAlone(text, range) else { return nil }
        let line = folded.lines[range.lowerBound]
        // The blank between two lines belongs to the first.
        let next = range.upperBound + 1
        guard next >= text.count || folded.lines[next] != line else { return nil }
        // Two numbers in a row are a status and a size.
        guard range.lowerBound > 1, text[range.lowerBound - 1] == 0x20, !isDigit(text[range.lowerBound - 2]) else {
            return nil
        }
        var start = range.lowerBound
        while start > 0, folded.lines[start - 1] == line, range.lowerBound - start < 400 { start -= 1 }
        let before = text[start..<range.lowerBound]
        return before.firstRange(of: Array("://".utf8)) != nil || before.firstRange(of: Array("/rest/".utf8)) != nil
            ? status : nil
    }

    /// A 401 or 403 among words: hardly anything else has these numbers where a site is spoken of.
    private static func byItself(_ text: [UInt8], _ range: Range<Int>) -> Int? {
        let status = text[range].reduce(0) { $0 * 10 + Int($1 - 48) }
        guard [401, 403].contains(status), isAlone(text, range) else { return nil }
        let before = String(decoding: text[max(0, range.lowerBound - 12)..<range.lowerBound], as: UTF8.self)
        let after = String(decoding: text[range.upperBound..<min(text.count, range.upperBound + 12)], as: UTF8.self)
        guard before.last.map({ " (\"'[".contains($0) }) ?? true,
            after.first.map({ " .,;)\"'?!]".contains($0) }) ?? true,
            !unitsAfter.contains(where: after.hasPrefix), !(after.dropFirst().first?.isNumber ?? false),
            !notBeforeStatuses.contains(where: before.hasSuffix), !isInTitle(text, range.lowerBound)
        else { return nil }
        return status
    }

    private static let notBeforeStatuses = [
        "line ", "line: ", "port ", "page ", "row ", "# ", "id ", "of ", "id: ", "version ", "pid ", "node ", "size ",
        "in ", "(id ",
    ]

    private static let statusesOfLastWords: Set = [
        400, 401, 403, 404, 405, 407, 409, 410, 413, 429, 500, 502, 503, 504,
    ]

    /// Whether the number stands by itself and is no part of a version, a time or a file's line.
    private static func isAlone(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        let joining = Array("._-#%".utf8)
        if range.lowerBound > 0, !isIdeographBefore(text, range.lowerBound),
            joining.contains(text[range.lowerBound - 1]) || isLetter(text[range.lowerBound - 1])
        {
            return false
        }
        guard range.upperBound < text.count else { return true }
        let next = text[range.upperBound]
        if isIdeograph(next) { return true }
        if isLetter(next) || next == UInt8(ascii: "%") { return false }
        let isFraction = next == UInt8(ascii: ".") || next == UInt8(ascii: "-") || next == UInt8(ascii: ":")
        return !(isFraction && range.upperBound + 1 < text.count && isDigit(text[range.upperBound + 1]))
    }

    /// Whether Japanese, Chinese or Korean stands right beside it, which has no blanks, and counts nothing with it.
    private static func isAmongIdeographs(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        var next = range.upperBound
        if next < text.count, text[next] == 0x20 { next += 1 }
        let follows = next < text.count && isIdeograph(text[next])
        var previous = range.lowerBound
        if previous > 0, text[previous - 1] == 0x20 { previous -= 1 }
        guard follows || isIdeographBefore(text, previous) else { return false }
        let after = text[next...].prefix(6)
        return !countersAfter.contains { after.starts(with: $0) }
    }

    /// What is counted in these languages.
    private static let countersAfter = [
        "件", "個", "秒", "行", "円", "人", "分", "字", "回", "頁", "页", "个", "条", "次", "明", "ページ", "文字", "ミリ", "毫秒",
        "명", "개", "건", "초", "バイト", "日", "天", "台", "番", "号", "枚", "部", "本", "年", "月", "時", "时", "小时",
    ].map { Array($0.utf8) }

    /// The first byte of characters of three bytes, from kana on.
    private static func isIdeograph(_ byte: UInt8) -> Bool { (0xE3...0xED).contains(byte) }
    private static func isIdeographBefore(_ text: [UInt8], _ end: Int) -> Bool {
        end >= 3 && isIdeograph(text[end - 3]) && text[end - 2] >= 0x80 && text[end - 1] >= 0x80
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) || byte >= 0x80 }

    private static let unitsAfter = [
        " ms", " s ", " bytes", " kb", " seconds", " items", " pages", " tests", " files", " lines",
    ]

    /// What stands right before a status.
    private static let endings: [String] = {
        let words = [
            "status", "status code", "statuscode", "status_code", "\"statuscode\"", "\"status\"", "'status'",
            "'statuscode'", "\"code\"", "'code'", "\"status_code\"", "status-code", "http status", "http",
            "http error", "http code", "response code", "error code", "responded with", "response", "returned",
            "received", "returned status", "unexpected status", "unexpected status code", "statuscode=",
            "status=", "code=", "with status", "response status", "with status code", "http_status", "failed with",
            "got", "http response", "respond with", "got a", "returned a", "occurred", "returns", "gives", "gave",
            "error",
            "answered", "receives", "server returned", "httperror", "returned error", "->", "=>", "status_code=",
            "response code:",
            "responsecode", "https response code", "return code", "getting a", "getting", "get a", "an", "httpstatus",
            "http.status", "status>", "<status-code>", "rsp", "http response status", "statut", "statuscode>",
            "errorcode", "error_code", "httpcode", "http_code", "http-status", "failed", "http exception",
            "fehler", "fehlercode", "erreur", "código", "codigo", "erro", "errore", "błąd", "ошибка", "ошибку",
            "ошибкой",
            "код", "fout", "hata", "chyba", "chybu", "kod", "statuskode", "statuskod", "felkod", "virhe",
        ]
        let joints = [" ", ": ", ":", "=", " = ", " [", "[", " (", "", " <", "<response [", ": [", " code ", " was "]
        var endings: [String] = [
            "http/1.1 ", "http/1.0 ", "http/2 ", "http/2.0 ", "http/3 ", "<response [", "<status-code>", "response [",
            "response<", "> ", "-> ", "→ ",
        ]
        for word in words {
            for joint in joints where !(joint.isEmpty && !word.hasSuffix(">") && !word.hasSuffix("=")) {
                endings.append(word + joint)
            }
        }
        // Too common in prose to be a sign without more.
        return endings.filter { !["an ", "> ", "an:", "got:", "an ["].contains($0) }
    }()

    /// The reason phrases of HTTP.
    private static let phrases: [Int: [String]] = {
        var phrases: [Int: [String]] = [
            400: ["bad request"], 401: ["unauthorized", "unauthorised"], 403: ["forbidden", "access denied"],
            404: ["not found", "page not found"], 405: ["method not allowed"], 407: ["proxy"], 408: ["request time"],
            409: ["conflict"], 410: ["gone"], 411: ["length required"],
            413: ["request entity", "payload", "content too"], 415: ["unsupported media"], 422: ["unprocessable"],
            429: ["too many"],
            500: ["internal server"], 501: ["not implemented"], 502: ["bad gateway", "proxy error"],
            503: ["service unavailable", "service temporarily"], 504: ["gateway time"],
        ]
        for status in 400..<500 { phrases[status, default: []] += ["client error", "error", "response"] }
        for status in 500..<600 { phrases[status, default: []] += ["server error", "error", "response"] }
        return phrases
    }()
}
