import ConfluenceModel
import ConfluenceWire
import Diagnosis
import Foundation

/// Makes a text of the form of a secret, and of nothing else of it, to stand in its place.
///
/// An analysis that is repeated from a bundle looks at forms: stray characters and their places, quotation
/// marks, a scheme's name, the public beginning of a token, when a signed token ends. Those are kept; each other letter
/// and digit is replaced.
enum StandIn {
    /// - Parameter user: The configured user name, which may stand before the secret in its field.
    static func text(for secret: String, user: String?) -> String {
        let core = secret.trimmingEdges()
        if let pair = splitUser(core, user: user) {
            return secret.replacing(core, with: "\(pair.name):\(text(for: pair.rest, user: nil))", maxReplacements: 1)
        }
        if core.utf8.count >= 12, core.utf8.count % 4 == 0, let data = Data(base64Encoded: core),
            let inner = String(data: data, encoding: .utf8), inner.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
        {
            let encoded = Data(text(for: inner, user: user).utf8).base64EncodedString()
            return secret.replacing(core, with: encoded, maxReplacements: 1)
        }
        if let token = signedToken(in: secret) { return token }
        return filled(secret)
    }

    /// Another signed token that ends at the same moment, with what stands around the secret's own.
    private static func signedToken(in secret: String) -> String? {
        guard let word = secret.unicodeScalars.split(whereSeparator: \.isEdge).last.map({ String($0) }),
            let token = AccessToken(Secret(word)), let place = secret.range(of: word, options: .backwards)
        else { return nil }
        let claims: JSON = token.end.map { ["exp": .integer(Int64($0.timeIntervalSince1970))] } ?? [:]
        let parts = [["alg": "none"], claims].map { base64URL(JSONWriter.compact($0)) } + ["Redacted"]
        return filled(String(secret[..<place.lowerBound])) + parts.joined(separator: ".")
            + secret[place.upperBound...]
    }

    private static func base64URL(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private static func splitUser(_ text: String, user: String?) -> (name: String, rest: String)? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let name = String(text[..<colon])
        guard name == user?.trimmingEdges() || EmailForm.isOne(name) else { return nil }
        return (name, String(text[text.index(after: colon)...]))
    }

    private static func filled(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var kept = Set(markers(in: text))
        // A token of Cloud ends in a check sum, whose digits are replaced by noughts.
        let isTokenOfCloud = text.contains("ATATT3")
        let tail = scalars.lastIndex(of: "=").flatMap { isTokenOfCloud ? $0 : nil } ?? scalars.count
        let isPersonal = isPersonalAccessToken(text.trimmingEdges())
        let head = Array(isPersonal ? Self.personalHead.unicodeScalars : "".unicodeScalars)
        let first = scalars.firstIndex { !$0.isEdge } ?? 0
        if isPersonal { kept = [] }
        let hasDigits = scalars.contains { ("0"..."9").contains($0) }
        let isEmail = EmailForm.isOne(text.trimmingEdges())
        let filler = Array((hasDigits ? "Redacted0" : "Redacted").unicodeScalars)
        var standIn = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            if kept.contains(index) || scalar.isForm || isEmail && (scalar == "@" || scalar == ".") {
                standIn.append(scalar)
            } else if !scalar.isASCII {
                // Whether a header can carry it is part of its form.
                standIn.append(scalar.value <= 0xFF ? "\u{E4}" : "\u{142}")
            } else if index > tail {
                standIn.append("0")
            } else if index - first < head.count, index >= first {
                standIn.append(head[index - first])
            } else {
                standIn.append(filler[index % filler.count])
            }
        }
        return String(standIn)
    }

    /// The base64 of “000000000000:”, as every personal access token begins with a number and a colon.
    private static let personalHead = "MDAwMDAwMDAwMDAwOlJl"

    private static func isPersonalAccessToken(_ text: String) -> Bool {
        guard (20...44).contains(text.utf8.count), let head = Data(base64Encoded: String(text.prefix(20))) else {
            return false
        }
        let digits = head.prefix { (48...57).contains($0) }
        return digits.count >= 9 && head.dropFirst(digits.count).first == UInt8(ascii: ":")
    }

    /// The places of what everybody knows of a secret: the name of a scheme or product before it.
    private static func markers(in text: String) -> [Int] {
        var places: [Int] = []
        var start = text.startIndex
        var offset = 0
        // A scheme's name may stand before a product's, and quotation marks before both.
        search: while start < text.endIndex {
            for marker in markers where text[start...].lowercased().hasPrefix(marker.lowercased()) {
                places += offset..<offset + marker.unicodeScalars.count
                start = text.index(start, offsetBy: marker.count)
                offset += marker.unicodeScalars.count
                continue search
            }
            guard let scalar = text[start].unicodeScalars.first, scalar.isEdge else { break }
            offset += text[start].unicodeScalars.count
            start = text.index(after: start)
        }
        return places
    }

    private static let markers = [
        "Authorization:", "Bearer ", "Basic ", "Token ", "ATATT3", "ATATT", "ATCTT", "ATSTT", "ATBB", "ATOA", "ghp_",
        "gho_",
        "github_pat_", "glpat-", "xoxb-", "xoxp-", "sk-", "AKIA", "AIza", "hf_", "npm_", "lin_api_", "eyJ", "dapi",
        "JSESSIONID=",
    ]
}

extension Unicode.Scalar {
    /// Whether it is part of a secret's form: no letter, no digit, no sign that somebody chose for a password.
    fileprivate var isForm: Bool { isEdge || "=;:".unicodeScalars.contains(self) }

    /// Whether it may stand around a secret and be none of it.
    fileprivate var isEdge: Bool {
        !(0x21...0x7E).contains(value) && !properties.isAlphabetic || "\"'`".unicodeScalars.contains(self)
    }
}
