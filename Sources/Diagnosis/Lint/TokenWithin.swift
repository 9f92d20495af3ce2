import ConfluenceModel
import ConfluenceWire
import Foundation

/// A whole token that stands in a longer text, which nobody means: its form tells where it begins and where it ends.
struct TokenWithin {
    let before: String
    let token: String
    let after: String

    /// `nil` where there is no whole token, or nothing around it.
    init?(_ text: String) {
        let place =
            Self.apiToken.first(in: text)
            ?? TokenForm.runs.all(in: text).first { TokenForm.isPersonalAccessToken(String(text[$0])) }
        guard let place, text[place].count < text.count else { return nil }
        before = String(text[..<place.lowerBound])
        token = String(text[place])
        after = String(text[place.upperBound...])
        // A letter right beside it belongs to it, so that it is no token of that form.
        if [before.last, after.first].contains(where: { $0?.isLetter == true || $0?.isNumber == true }) { return nil }
    }

    /// Whether a text is a token from its beginning to its end.
    static func isWhole(_ text: String) -> Bool {
        apiToken.isWhole(text) || TokenForm.isPersonalAccessToken(text)
    }

    private static let apiToken = Pattern(/ATATT3[A-Za-z0-9_\-]{20,}=[0-9A-Fa-f]{8}/)
    private static let scheme = Pattern(/(?i)\b(Bearer|Basic)\b[\s:]*$/)
    private static let name = Pattern(/[\w.\-]+/)

    /// What the text around the token is.
    func slip(user: String?) -> SecretSlip.Found {
        let marks: Set<Character> = ["\"", "'", "`", "“", "”", "„", "‘", "’", "«", "»"]
        let lead = before.trimmingEdges()
        let around = (before + after).filter { !$0.isWhitespace }
        if around.contains(where: marks.contains), around.allSatisfy({ marks.contains($0) || ",;".contains($0) }) {
            return SecretSlip.Found(slip: .quoted, secret: Secret(token))
        }
        let scheme = Self.scheme.all(in: lead) { String($0.1) }.last ?? (lead.lowercased() == "token" ? lead : nil)
        if let scheme { return SecretSlip.Found(slip: .scheme(scheme), secret: Secret(token)) }
        let name = SecretSlip.withoutMark(lead.trimmingCharacters(in: CharacterSet(charactersIn: ":\"'`,;| ")))
        let isName = name == user?.trimmingEdges() || (name.contains("@") && !name.contains("="))
        // “name TOKEN”, as hand-over mails have it; on Cloud an account's name is an e-mail.
        let isAlone =
            !token.hasPrefix("ATATT") && after.isEmpty && before.last?.isWhitespace == true
            && lead.contains { "-._".contains($0) } && lead.contains(where: \.isLetter)
        let isPair =
            (lead.hasSuffix(":") || isAlone) && Self.name.isWhole(name) && !SecretLabel.isOne(name)
        if !name.isEmpty, !name.contains(where: \.isWhitespace), isName || isPair {
            return SecretSlip.Found(slip: .user, secret: Secret(token), user: name)
        }
        return SecretSlip.Found(slip: .surrounded("a whole token"), secret: Secret(token))
    }
}
