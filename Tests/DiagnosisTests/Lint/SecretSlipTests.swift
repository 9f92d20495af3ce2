import ConfluenceModel
import Diagnosis
import Foundation
import Testing

@Suite("What was pasted along with a secret is told from the secret")
struct SecretSlipTests {
    private static let api = "ATATT3xFfGF0abcdefghijklmnopqrstuvwxyz0123456789-_ABCDEFGHIJKLMNOPQRSTUVWXYZabcd=0A1B2C3D"
    private static let personal = "MDg4NDY3ODczOTc2Os+8aU0MZj6ybe7z7NuSs0l2j4Jv"

    @Test(
        "a whole token is found in the text around it",
        arguments: [
            ("\"TOKEN\",", SecretSlip.quoted), ("TOKEN\",", .quoted), ("TOKEN\"", .quoted), ("«TOKEN»", .quoted),
            ("TOKEN,", .surrounded("a whole token")), ("<TOKEN>", .surrounded("a whole token")),
            ("TOKEN\\n", .surrounded("a whole token")), ("CONFLUENCE_KEY=TOKEN", .surrounded("a whole token")),
            ("CONFLUENCE_PAT=\"TOKEN\"", .surrounded("a whole token")),
            ("api_key: TOKEN", .surrounded("a whole token")), ("api_token:TOKEN", .surrounded("a whole token")),
            ("Bearer TOKEN", .scheme("Bearer")), ("bearer: TOKEN", .scheme("bearer")),
            ("Token TOKEN", .scheme("Token")),
            ("-H \"Authorization: Bearer TOKEN\"", .scheme("Bearer")), ("Authorization: Basic TOKEN", .scheme("Basic")),
            ("mira@acme.example:TOKEN", .user), ("mira@acme.example TOKEN", .user), ("mira:TOKEN", .user),
            ("\"mira@acme.example:TOKEN\"", .user), ("mira@acme.example/token:TOKEN", .user), ("-u mira:TOKEN", .user),
            ("curl -s -u 'mira:TOKEN' https://acme.example", .user), ("https://mira:TOKEN@acme.example/x", .address),
            ("PAT: TOKEN", .surrounded("a whole token")), ("пароль: TOKEN", .surrounded("a whole token")),
        ] as [(String, SecretSlip)], [api, personal])
    func around(_ text: (String, SecretSlip), _ token: String) throws {
        let found = try #require(
            SecretSlip.find(in: Secret(text.0.replacing("TOKEN", with: token)), user: nil))
        #expect(found.slip == text.1)
        #expect(found.secret?.revealed(for: .lint) == token)
        if found.slip == .user { #expect(found.user?.hasPrefix("mira") == true) }
    }

    @Test(
        "a token by itself, a password and a pair of cookies hold nothing else",
        arguments: [api, personal, "Tr0ub4dor&3"])
    func alone(_ text: String) {
        #expect(SecretSlip.find(in: Secret(text), user: "mira") == nil)
    }

    @Test(
        "one slip within another is taken off with it",
        arguments: [
            (base64("Bearer \(personal)"), SecretSlip.encoded, personal, nil),
            (base64("mira:winter-7-days"), .encoded, "winter-7-days", "mira"),
            ("'mira@acme.example:winter-7'", .quoted, "winter-7", "mira@acme.example"),
            ("Password: 'winter-7'", .labelled, "winter-7", nil), ("[Password: winter-7]", .bracketed, "winter-7", nil),
        ] as [(String, SecretSlip, String, String?)])
    func within(_ text: (String, SecretSlip, String, String?)) {
        let found = SecretSlip.find(in: Secret(text.0), user: nil)
        #expect(found?.slip == text.1)
        #expect(found?.secret?.revealed(for: .lint) == text.2)
        #expect(found?.user == text.3)
    }

    private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

    @Test("what is no token is told by its own form")
    func others() {
        func slip(_ text: String, user: String? = nil) -> SecretSlip? {
            SecretSlip.find(in: Secret(text), user: user)?.slip
        }
        #expect(slip("mira:winter-7") == .user)
        #expect(slip("mira:winter-7", user: "jonas") == nil)
        #expect(slip("token:winter-7") == nil)
        #expect(slip("http://x") == nil)
        #expect(slip("\(Self.personal) \(Self.personal)") == .repeated)
        #expect(slip(String(Self.api.dropFirst(5))) == .truncated)
        #expect(slip(String(Self.api.dropLast(5))) == .truncated)
        #expect(slip("[winter-7]") == .bracketed)
        #expect(slip("Password: winter-7") == .labelled)
        #expect(slip("Kennwort = winter-7") == .labelled)
        #expect(slip("JSESSIONID=0123456789ABCDEF") == nil)
        #expect(slip("<angle>brackets<5>") == nil)
        #expect(slip("mira", user: "Winter#2025!") == .swapped)
        #expect(slip("svc_wiki", user: "Harbour_stone4417") == .swapped)
        #expect(slip("winter", user: "Harbour_stone4417") == nil)
        #expect(slip("winter-day", user: "mira.sand") == nil)
        #expect(slip("winter-7", user: "mira") == nil)
        #expect(slip("winter%217") == .escaped(by: .address))
        #expect(slip("Winter%587") == nil)
        #expect(slip("mira:Winter%217", user: "mira") == .user)
        #expect(slip("mira/winter-7", user: "mira") == .user)
        #expect(slip("JSESSIONID=88AC5D73; seraph.confluence=59a37c90%3A115d57") == nil)
        #expect(
            slip("-----BEGIN PRIVATE KEY-----\nbFpM\n-----END PRIVATE KEY-----")
                == .foreign("a key or a certificate (PEM)"))
        #expect(slip(String(Self.personal.dropFirst(2))) == .truncated)
        let swapped = SecretSlip.find(in: Secret("mira@acme.example"), user: Self.api)
        #expect(swapped?.slip == .swapped)
        #expect(swapped?.user == "mira@acme.example")
        #expect(swapped?.secret?.revealed(for: .lint) == Self.api)
    }
}
