import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis

extension Ailment {
    static let credentialAilments: [Ailment] = [
        Ailment(.tokenRevoked, .cloud, proven: false, field: "confluence_configuration.api_key") {
            try $0.logIn(as: "reader-bot", token: "reader-bot-revoked")
        },
        Ailment(.tokenRevoked, .dataCenter, proven: false, field: "confluence_configuration.token") {
            try $0.logIn(as: "reader-bot", token: "reader-bot-revoked")
        },
        Ailment(.tokenRevoked, .dataCenter, "Basic", proven: false) { $0.useBasic("mira", "an-older-password") },
        // Cloud gives an expired token the answer of a revoked one: the two are named together.
        Ailment(.tokenRevoked, .cloud, "expired", proven: false) {
            try $0.logIn(as: "reader-bot", token: "reader-bot-expired")
        },
        Ailment(.wrongUser, .cloud, "user name", proven: false, field: "confluence_configuration.username") {
            $0.useBasic("reader-bot", try $0.site.token("reader-bot-token"))
        },
        Ailment(.wrongUser, .dataCenter, "e-mail", proven: false) {
            $0.useBasic("mira@acme.example", "mira-password-1")
        },
        Ailment(.passwordOnCloud, .cloud, proven: false) { $0.useBasic("mira@acme.example", "mira-password-1") },
        Ailment(.noProductAccess, .cloud, proven: false) { try $0.logIn(as: "unlicensed") },
        Ailment(.noProductAccess, .dataCenter, proven: true) { try $0.logIn(as: "unlicensed") },
        Ailment(.whitespace, .cloud, "line feed", proven: true, field: "confluence_configuration.api_key") {
            $0.useBasic("reader-bot@acme.example", try $0.site.token("reader-bot-token") + "\n")
        },
        Ailment(.whitespace, .cloud, "user name", proven: true, field: "confluence_configuration.username") {
            $0.useBasic("reader-bot@acme.example\u{A0}", try $0.site.token("reader-bot-token"))
        },
        // A blank at an end may have been chosen along: what is configured is what may use up the one failed login.
        Ailment(.whitespace, .dataCenter, "password", proven: false) { $0.useBasic("mira", " mira-password-1") },
        Ailment(.whitespace, .dataCenter, "password and line feed", proven: true) {
            $0.useBasic("mira", "mira-password-1\n")
        },
        Ailment(.whitespace, .dataCenter, "inside a token", proven: true, field: "confluence_configuration.token") {
            var token = try $0.site.token("reader-bot-token")
            token.insert("\u{200B}", at: token.index(token.startIndex, offsetBy: 7))
            $0.useBearer(token)
        },
        Ailment(.whitespace, .cloud, "base URL", proven: true, field: "confluence_configuration.base_url") {
            $0.configuration.credential.baseURL += " "
        },
        Ailment(.wrongScheme, .cloud, "Bearer", proven: true) { $0.useBearer(try $0.site.token("reader-bot-token")) },
        Ailment(.wrongScheme, .cloud, "Bearer with an e-mail", proven: true) {
            $0.useBearer(try $0.site.token("reader-bot-token"))
            $0.configuration.credential.username = "reader-bot@acme.example"
        },
        Ailment(.wrongScheme, .dataCenter, "token as password", proven: true, field: "confluence_configuration.api_key")
        {
            $0.useBasic("reader-bot", try $0.site.token("reader-bot-token"))
        },
        Ailment(.wrongScheme, .dataCenter, "password as token", proven: true) {
            $0.useBearer("mira-password-1")
            $0.configuration.credential.username = "mira"
        },
        Ailment(.wrongScheme, .dataCenter, "token as API key, no user", proven: true) {
            $0.configuration.credential.apiKey = Secret(try $0.site.token("reader-bot-token"))
            $0.configuration.credential.token = nil
        },
        Ailment(.secretMissing, .cloud, proven: true) { $0.configuration.credential.apiKey = nil },
        Ailment(.secretMissing, .dataCenter, proven: true) { $0.configuration.credential.token = nil },
        Ailment(.secretMissing, .cloud, "no user", proven: true, field: "confluence_configuration.username") {
            $0.configuration.credential.username = nil
        },
        Ailment(.secretMissing, .cloud, "blanks", proven: true, field: "confluence_configuration.api_key") {
            $0.useBasic("reader-bot@acme.example", "   ")
        },
        Ailment(.secretMissing, .dataCenter, "blanks", proven: true, field: "confluence_configuration.token") {
            $0.useBearer("  ")
        },
        Ailment(.secretReference, .cloud, proven: true) {
            $0.configuration.credential.apiKey = nil
            $0.configuration.credential.unresolvedSecret = ["api_key"]
        },
        Ailment(.secretReference, .dataCenter, "credential by name", proven: true) {
            $0.configuration.credential = CredentialConfiguration(baseURL: "", reference: "our-confluence")
        },
        Ailment(.legacyConfiguration, .dataCenter, proven: true) { $0.configuration.form = .legacyAgent },
        Ailment(.legacyConfiguration, .cloud, "middle form", proven: true) { $0.configuration.form = .legacyMiddle },
    ]
}
