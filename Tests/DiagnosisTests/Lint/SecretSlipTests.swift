import ConfluenceModel
import Diagnosis
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
            ("\"mira@acme.example:TOKEN\"", .user),
        ], [api, personal])
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
        let swapped = SecretSlip.find(in: Secret("mira@acme.example"), user: Self.api)
        #expect(swapped?.slip == .swapped)
        #expect(swapped?.user == "mira@acme.example")
        #expect(swapped?.secret?.revealed(for: .lint) == Self.api)
    }
}
