import ConfluenceModel
import ConfluenceWire

/// What a site says that takes no user names with passwords: Confluence itself, and each app for single sign-on in its own words.
enum RefusalOfPasswords {
    /// What is refused, in small letters, as the languages of Confluence call it.
    private static let subjects = [
        "basic auth", "basic_auth", "basic-auth", "basicauth", "basisauth", "standardauthentifizierung",
        "authentification de base", "authentification basic", "autenticación básica", "autenticação básica",
        "autenticazione di base", "basisverificatie", "uwierzytelnianie podstawowe", "базовая аутентификация", "基本認証",
        "ベーシック認証", "basic 認証", "基本身份验证", "基本认证", "기본 인증", "password auth", "password login", "login with password",
        "username and password", "user name and password",
    ]
    private static let refusals = [
        "disabled", "not allowed", "not supported", "not permitted", "not enabled", "not accepted", "deactivated",
        "turned off", "switched off", "is blocked", "deaktiviert", "nicht erlaubt", "nicht unterstützt", "désactiv",
        "pas autoris", "pas pris", "deshabilitad", "desactivad", "no está permitid", "desativad", "não é permitid",
        "disabilitat", "disattivat", "non è consentit", "uitgeschakeld", "niet toegestaan", "wyłączon", "отключена",
        "無効", "禁用", "비활성",
    ]

    /// The sentence that says so; `nil` where none does. What the two halves of stands apart says nothing.
    static func words(in response: Response) -> String? {
        let text = String(response.text.prefix(20_000))
        let json = response.json
        let said = json.map(sentences) ?? sentences(inPage: text)
        return said.first { sentence in
            let small = sentence.lowercased()
            return subjects.contains(where: small.contains) && refusals.contains(where: small.contains)
        }?.cut(to: 300)
    }

    /// All texts of an object, one level deep.
    private static func sentences(in json: JSON) -> [String] {
        let own = [json["message"], json["error"], json["error_description"], json["detail"], json["reason"]]
        let texts = own + [json["error"]?["message"], json["errorMessages"]?[0], json["errors"]?[0]?["message"]]
        return texts.compactMap { $0?.stringValue }
    }

    private static func sentences(inPage text: String) -> [String] {
        text.replacing(/<(?:script|style)[^>]*>.*?<\/(?:script|style)>/.ignoresCase().dotMatchesNewlines(), with: " ")
            .split(separator: /<[^>]*>/).flatMap { $0.split(separator: /[.!?]\s+/) }
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }
}
