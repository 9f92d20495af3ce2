import ConfluenceModel
import ConfluenceToolkit
import Diagnosis
import Documents
import Testing

@Suite("An excerpt points at what is to blame and shows no secret")
struct ExcerptWriterTests {
    private static let secret = "ATATT3xFfGF0q9canaryq9canaryq9canary=0A1B2C3D"

    /// What is shown for a cause in a field of a configuration.
    private func excerpt(
        _ cause: CauseID, _ field: ConfigurationField, in text: String, file: String = "site.yaml"
    ) throws -> ConfigurationExcerpt? {
        let document = try DocumentReader.read(Array(text.utf8), file: file)
        let configuration = try #require(try ConfigurationReader.read(document).first)
        let found = FoundCause(
            id: cause, title: "", explanation: "", confidence: 1, isProven: true,
            field: configuration.path(of: field), evidence: [], fix: .init(who: .you, steps: []))
        let report = DiagnosisReport(verdict: .problem, deployment: .init(kind: .cloud), causes: [found])
        return ExcerptWriter(DocumentText(Array(text.utf8)), document, configuration).annotate(report)
            .causes[0].excerpt
    }

    /// The shown line with the characters that are marked in brackets.
    private func marked(_ excerpt: ConfigurationExcerpt?) -> String? {
        guard let excerpt, let text = excerpt.text else { return nil }
        var characters = Array(text).map(String.init)
        for mark in excerpt.highlights {
            characters[mark.lowerBound] = "[" + characters[mark.lowerBound]
            characters[mark.upperBound - 1] += "]"
        }
        return characters.joined()
    }

    @Test(
        "stray characters are shown as escapes, the secret around them as a mask",
        arguments: [
            (
                "site.json", #"{"base_url": "https://a.example", "api_key": "SECRET\n"}"#,
                #"…"api_key": "••••••[\n]"}"#, 1
            ),
            (
                "site.yaml", "base_url: https://a.example\napi_key: \"SECRET\u{200B}\"",
                #"api_key: "••••••[\u{200B}]""#, 2
            ),
            ("site.yaml", "base_url: https://a.example\napi_key: '\u{A0}SECRET '", #"api_key: '[\u{A0}]••••••[␠]'"#, 2),
            ("site.yaml", "base_url: https://a.example\napi_key: |\n  SECRET\n", "  ••••••[␊]", 3),
        ])
    func strays(file: String, text: String, shown: String, line: Int) throws {
        let text = text.replacing("SECRET", with: Self.secret)
        let excerpt = try excerpt(.whitespace, .apiKey, in: text, file: file)
        #expect(marked(excerpt) == shown)
        #expect(excerpt?.line == line)
        #expect(excerpt?.label?.isEmpty == false)
    }

    @Test(
        "what stands around a secret is shown, the secret is not",
        arguments: [
            (CauseID.schemeInSecret, "token: Bearer SECRET", "token: [Bearer␠]••••••"),
            (.quoted, "token: '\"SECRET\"'", "token: '[\"]••••••[\"]'"),
            (.userInSecret, "token: bot@acme.example:SECRET", "token: [••••••:]••••••"),
            (.tokenRevoked, "token: SECRET", "token: [••••••]"),
            (.tokenRevoked, "token: SECRET # was q9canary-old", "token: [••••••]…"),
        ])
    func slips(cause: CauseID, line: String, shown: String) throws {
        let text = "base_url: https://a.example\n" + line.replacing("SECRET", with: Self.secret)
        let excerpt = try excerpt(cause, .token, in: text)
        #expect(marked(excerpt) == shown)
    }

    @Test(
        "what stands around a whole token may be a secret as well",
        arguments: [
            ("PAT / Passwort: Q9canary", "token: •••••• [/] [Passwort:] [••••••]"),
            ("export CONFLUENCE_API_TOKEN=PAT", "token: [export] [CONFLUENCE_API_TOKEN=]••••••"),
            ("{clientSecret:q9canary,rawToken:PAT}", nil), ("PAT MjA0MTQ5MTM1NzA3OuWuNwExdYWKkCanaryrVwIBBcan", nil),
        ] as [(String, String?)])
    func around(value: String, shown: String?) throws {
        let token = "NjE1Nzg5MDEyMzQ1Oi1xFkK3JrBEAWJ8qfusMvXIUw+x"
        let text = "base_url: https://a.example\ntoken: \"\(value.replacing("PAT", with: token))\""
        let excerpt = try excerpt(.quoted, .token, in: text)
        #expect(excerpt?.text?.lowercased().contains("canary") != true)
        #expect(excerpt?.text?.contains(token) != true)
        if let shown { #expect(marked(excerpt)?.replacing("\"", with: "") == shown) }
    }

    @Test("a token that is not whole is none with other text around it", arguments: ["ATATT3", "ATCTT3"])
    func notWhole(head: String) throws {
        // 44 characters of the alphabet in which Data Center writes its tokens, and more behind them.
        let long = head + "xFfGF0WYcM0hNCSMu7G8o3jsRQ50GjEdF256Kn_5Vs7FpNz9HnmBmfJ89e0_gvpQwxxvr0G7sYG5T5GeDs80oIQ"
        let text = "base_url: https://a.example\nusername: a@a.example\napi_key: \(long)"
        for cause in [CauseID.quoted, .truncated, .tokenRevoked, .otherProduct] {
            #expect(marked(try excerpt(cause, .apiKey, in: text)) == "api_key: [••••••]")
        }
        #expect(SecretSlip.find(in: Secret(long), user: "a@a.example")?.slip != .surrounded("a whole token"))
    }

    @Test("an address is shown but for a password in it")
    func address() throws {
        let shown = try excerpt(.plainHTTP, .baseURL, in: "base_url: http://a.example/wiki\ntoken: t")
        #expect(marked(shown) == "base_url: [http:]//a.example/wiki")
        let comma = try excerpt(.trailingCharacters, .baseURL, in: "base_url: https://a.example/wiki,\ntoken: t")
        #expect(marked(comma) == "base_url: https://a.example/wiki[,]")
        #expect(comma?.column == 33)
        #expect(comma?.endColumn == 34)
        let password = try excerpt(.unreachable, .baseURL, in: "base_url: https://me:q9canary@a.example\ntoken: t")
        #expect(password?.text?.contains("q9canary") == false)
    }

    @Test("other fields of the same line are left out")
    func oneLine() throws {
        let text =
            #"{"settings": {"confluence_configuration": {"api_key": "q9canary-q9canary", "token": "q9canary-2q9canary", "#
            + #""base_url": "https://a.example", "username": "bot"}, "space_key": "docs"}}"#
        let excerpt = try excerpt(.spaceKeyCase, .spaceKey, in: text, file: "a.json")
        #expect(marked(excerpt) == #"…"space_key": "[docs]"}}"#)
    }

    @Test("a field that is missing points at where it belongs")
    func missing() throws {
        let text = "settings:\n  confluence_configuration:\n    base_url: https://a.example\n"
        let excerpt = try excerpt(.secretMissing, .apiKey, in: text)
        #expect(excerpt?.line == 3)
        #expect(excerpt?.column == 5)
        #expect(excerpt?.text == nil)
        #expect(excerpt?.label == "missing here")
    }

    @Test("no cause in no field shows a canary", arguments: CauseCatalogue.all.map(\.id))
    func canaries(cause: CauseID) throws {
        let secret = Self.secret
        let texts = [
            "base_url: https://u:\(secret)@a.example/wiki\nusername: \(secret)\ntoken: \" \(secret)\\n\"\nspace: x",
            #"{"base_url":"https://a.example","api_key":"\#(secret) \#(secret)","username":"\#(secret):x","token":"“\#(secret)”"}"#,
            "base_url: https://a.example\napi_key: Bearer \(secret)\ntoken: bot@a.example:\(secret)\nusername: bot@a.example",
        ]
        for (number, text) in texts.enumerated() {
            for field in ConfigurationField.allCases {
                let file = number == 1 ? "a.json" : "a.yaml"
                let excerpt = try excerpt(cause, field, in: text, file: file)
                #expect(excerpt?.text?.contains("canary") != true, "\(field)")
                #expect(excerpt?.label?.contains("canary") != true, "\(field)")
            }
        }
    }
}
