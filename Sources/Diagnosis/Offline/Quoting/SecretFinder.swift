import ConfluenceModel
import Synchronization

/// Finds what may be a secret in a text by its shape and by what stands before it.
///
/// It rather takes out a harmless word than leave a secret in: what it finds is never shown again.
struct SecretFinder {
    static let emailMark = "‹e-mail›"

    /// Places of secrets; what a pattern captures is the secret, the rest only shows that it is one. They are compiled once,
    /// for one thread at a time.
    private static let patterns = Mutex<[Regex<(Substring, Substring)>]>([
        /authorization["'\\]*\s*[,:=]\s*(?:["'\\]*value["'\\]*\s*[:=]\s*)?["'\\]*(?:(?:basic|bearer|token|digest|negotiate|oauth)\s+)?([^\s"'\\,;)}]+)/
            .ignoresCase(),
        /cookie2?["'\\]*\s*[,:=]\s*(?:["'\\]*value["'\\]*\s*[:=]\s*)?["'\\]*([^\s"'\\].*)$/.ignoresCase(),
        /\b(?:bearer|basic)\s+((?:(?=\S*[0-9=])[A-Za-z0-9+\/=_.~-]{6,})|[A-Za-z0-9+\/=_.~-]{20,})/.ignoresCase(),
        /(?:pass|password|passwd|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?|session|sessionid|jsessionid|signature|_pat)["'\\]*\s*(?:=>|[:=])\s*[urb]?["'\\]+([^"'\\]{3,})["'\\]/
            .ignoresCase(),
        /(?:pass|password|passwd|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?|session|sessionid|jsessionid|signature|_pat)["'\\]*\s*(?:=>|[:=])\s*([^\s"'\\&,;}\])]{3,})/
            .ignoresCase(),
        // Quoted whole: quotes of the other kind, and escaped ones, belong to the secret.
        /(?:pass|password|passwd|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?|session|sessionid|jsessionid|signature|_pat)["']?\s*(?:=>|[:=])\s*[urb]?"((?:[^"\\]|\\.){3,})"/
            .ignoresCase(),
        /(?:pass|password|passwd|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?|session|sessionid|jsessionid|signature|_pat)["']?\s*(?:=>|[:=])\s*[urb]?'((?:[^'\\]|\\.){3,})'/
            .ignoresCase(),
        /(?:"name"|'name')\s*:\s*["'](?:[\w-]*(?:token|secret|password|key|session))["']\s*,\s*["']value["']\s*:\s*["']([^"']+)["']/
            .ignoresCase(),
        /:\/\/([^\s\/@:"']+:[^\s\/@"']+)@/,
        /(?:\s|^)(?:-u|--user|--username|-p|--password|--pass|--token|--api-token|--api-key|--pat)[ =]+["'\\]*([^\s"'\\]+)/,
        /\b(AT[A-Z]{3}3?[A-Za-z0-9_=+\/.-]{16,})/,
        /\b(eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)?)/,
        /\b((?:gh[pousr]_|glpat-|sk-|xox[abp]-|AKIA)[A-Za-z0-9_-]{12,})/,
    ])
    private static let runs = Pattern(/[A-Za-z0-9+\/_=-]{20,}/)
    private static let email = Pattern(/[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}/)

    /// Values that stand where secrets do and are none.
    private static let harmless: Set<String> = [
        "no-check", "nocheck", "none", "null", "undefined", "true", "false", "nil", "missing", "expired", "invalid",
        "required",
    ]

    /// The parts of a line that must not be shown, without overlaps.
    func ranges(in line: String) -> [Range<String.Index>] {
        let named = Self.patterns.withLock { patterns in
            patterns.flatMap { line.matches(of: $0) }.map { $0.output.1.startIndex..<$0.output.1.endIndex }
        }
        let runs = Self.runs.all(in: line)
        return Self.merged(named.filter { !isHarmless(line[$0]) } + runs.filter { looksRandom(line[$0]) })
    }

    func emails(in line: String) -> [Range<String.Index>] {
        Self.email.all(in: line)
    }

    /// The secrets of a whole paste, for a redactor; only lines that may hold one are looked at.
    func secrets(in paste: Paste) -> [String] {
        var secrets: Set<String> = []
        var budget = Self.mostCharacters
        for line in paste.lines where budget > 0 && Self.mayHoldSecret(line.bytes) {
            let part = line.bytes.prefix(Self.mostOfLine)
            budget -= part.count
            let text = String(decoding: part, as: UTF8.self)
            for range in ranges(in: text) { secrets.insert(String(text[range])) }
        }
        return secrets.filter { $0.count >= 6 }
    }

    /// How much is looked at; each quote is looked at for itself, so nothing beyond is shown.
    private static let mostCharacters = 120_000
    private static let mostOfLine = 4000

    private static let words = PhraseIndex<Bool>(
        [
            "auth", "Auth", "AUTH", "pass", "Pass", "PASS", "pwd=", "pwd:", "secret", "Secret", "SECRET", "token",
            "Token",
            "TOKEN", "ookie", "OOKIE", "earer", "asic ", "key=", "key:", "key\"", "key'", "Key\"", "Key:", "KEY=",
            "KEY:", "http",
            "--us", " -u ", " -p ", "sess", "SESS", "Sess", "sign", "redent", "ATAT", "ATCT", "ATST", "eyJh", "eyJ0",
            "ghp_", "glpat",
            "AKIA", "_pat=", "_PAT=",
        ].map { (Phrase($0), true) })

    private static func mayHoldSecret(_ bytes: [UInt8]) -> Bool {
        !words.hits(in: bytes).isEmpty
    }

    private func isHarmless(_ value: Substring) -> Bool {
        Self.harmless.contains(value.lowercased()) || value.hasPrefix("{{") || value.hasPrefix("${")
            || value.hasPrefix("***")
            || value.hasPrefix("<") || value.hasPrefix("[") || value.hasPrefix("‹")
    }

    /// Whether a long run of letters and digits reads like no word, path or name.
    private func looksRandom(_ run: Substring) -> Bool {
        let capitals = run.count { $0.isUppercase }
        let digits = run.count { $0.isNumber }
        let small = run.count { $0.isLowercase }
        guard capitals > 1, digits > 1, small > 1 else { return false }
        return Double(capitals + digits) >= 0.33 * Double(run.count)
    }

    static func merged(_ ranges: [Range<String.Index>]) -> [Range<String.Index>] {
        var merged: [Range<String.Index>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}
