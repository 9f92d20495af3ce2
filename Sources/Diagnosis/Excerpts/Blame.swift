import ConfluenceModel
import ConfluenceToolkit

/// Which characters of a field's value a cause means, and which of a secret's may be shown.
struct Blame {
    /// The code points of the value that are meant.
    var meant: Set<Int>
    /// Those of a secret that are none of it, such as the word “Bearer” before it.
    var harmless: Set<Int> = []
    var label: String?

    /// - Parameter value: The field's value as the file has it.
    init(_ cause: CauseID, in value: String, of field: ConfigurationField, user: String?, allowsInnerSpaces: Bool) {
        let scalars = Array(value.unicodeScalars)
        meant = Set(scalars.indices)
        switch cause {
        case .whitespace:
            let found = StrayCharacter.places(in: value, allowsInnerSpaces: allowsInnerSpaces)
            guard !found.isEmpty else { return }
            meant = Set(found.map(\.index))
            label = found.map(\.character).summary
        case .quoted:
            let found = SecretSlip.find(in: Secret(value), user: user).flatMap { found in
                found.secret.map { (name: $0.revealed(for: .lint), slip: found.slip) }
            }
            guard let inner = UserNameSlip.find(in: value) ?? found, let kept = Self.range(of: inner.name, in: scalars)
            else { return }
            surround(kept, scalars)
            label = inner.slip == .quoted ? "quotation marks" : "what is pasted around it"
        case .schemeInSecret, .userInSecret:
            guard let found = SecretSlip.find(in: Secret(value), user: user), let secret = found.secret,
                let kept = Self.range(of: secret.revealed(for: .lint), in: scalars)
            else { return }
            meant = Set(0..<kept.lowerBound)
            harmless = cause == .schemeInSecret ? meant : meant.filter { scalars[$0] == ":" }
            label = found.slip.words
        case .trailingCharacters:
            guard let kept = AddressForm.withoutTrailingCharacters(value.trimmingEdges()),
                let range = Self.range(of: kept, in: scalars)
            else { return }
            meant = Set(range.upperBound..<scalars.count)
            label = "copied along with the address"
        case .plainHTTP:
            guard value.hasPrefix("http:") else { return }
            meant = Set(0..<5)
        default: break
        }
    }

    private mutating func surround(_ kept: Range<Int>, _ scalars: [Unicode.Scalar]) {
        meant = Set(scalars.indices.filter { !kept.contains($0) && !scalars[$0].isStray })
        harmless = []
        var word: [Int] = []
        for index in scalars.indices {
            let isInWord = meant.contains(index) && !"\"'=:,;".unicodeScalars.contains(scalars[index])
            if isInWord { word.append(index) }
            guard !isInWord || index == scalars.count - 1 else { continue }
            if Self.isPlain(word.map { scalars[$0] }) { harmless.formUnion(word) }
            word = []
            if !isInWord, meant.contains(index) { harmless.insert(index) }
        }
    }

    /// Whether a word around a secret says what stands there: whatever else does may be a secret, too.
    private static func isPlain(_ word: [Unicode.Scalar]) -> Bool {
        let text = String(String.UnicodeScalarView(word)).lowercased()
        let parts = text.split { !$0.isLetter && !$0.isNumber }
        return parts.allSatisfy { known.contains($0) || SecretLabel.isLabel($0) }
    }

    /// What commands, settings and lists write beside a secret.
    private static let known: Set<Substring> = [
        "export", "set", "env", "let", "var", "const", "curl", "h", "u", "user", "header", "authorization", "bearer",
        "basic", "confluence", "atlassian", "cloud", "api", "access", "personal", "my", "the", "valid", "until",
        "expires",
    ]

    /// Where a text stands in another, the last time.
    private static func range(of text: String, in scalars: [Unicode.Scalar]) -> Range<Int>? {
        let wanted = Array(text.unicodeScalars)
        guard !wanted.isEmpty, wanted.count <= scalars.count else { return nil }
        for start in stride(from: scalars.count - wanted.count, through: 0, by: -1)
        where Array(scalars[start..<(start + wanted.count)]) == wanted {
            return start..<(start + wanted.count)
        }
        return nil
    }
}

extension ConfigurationField {
    /// The code points of a value that nobody but its owner may see.
    func secretScalars(of value: String) -> Set<Int> {
        let scalars = Array(value.unicodeScalars)
        let all = Set(scalars.indices)
        switch self {
        case .apiKey, .token, .customHeaders: return all
        // A token that was pasted into the wrong field is no less secret there.
        case .username: return SecretShape(of: Secret(value)) == .password ? [] : all
        case .baseURL:
            guard let scheme = value.firstRange(of: "://")?.upperBound else { return [] }
            let authority = value[scheme...].prefix { !"/?#".contains($0) }
            guard let at = authority.lastIndex(of: "@") else { return [] }
            let start = value[..<scheme].unicodeScalars.count
            return Set(start..<(start + value[scheme..<at].unicodeScalars.count))
        default: return []
        }
    }
}
