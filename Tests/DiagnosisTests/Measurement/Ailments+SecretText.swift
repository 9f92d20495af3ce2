import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Foundation

extension Ailment {
    /// What people paste along with a secret, in its place, or only in part.
    static let secretTextAilments: [Ailment] = [
        Ailment(.quoted, .cloud, proven: true, field: "confluence_configuration.api_key") {
            $0.useBasic("reader-bot@acme.example", "\"\(try $0.site.token("reader-bot-token"))\"")
        },
        Ailment(.quoted, .cloud, "typographic", proven: true) {
            $0.useBasic("reader-bot@acme.example", "“\(try $0.site.token("reader-bot-token"))”")
        },
        Ailment(.quoted, .cloud, "user name", proven: true, field: "confluence_configuration.username") {
            $0.useBasic("'reader-bot@acme.example'", try $0.site.token("reader-bot-token"))
        },
        Ailment(.quoted, .dataCenter, "token", proven: true, field: "confluence_configuration.token") {
            $0.useBearer("'\(try $0.site.token("reader-bot-token"))'")
        },
        Ailment(.quoted, .dataCenter, "typographic token", proven: true) {
            $0.useBearer("“\(try $0.site.token("reader-bot-token"))”")
        },
        // A password may have been chosen so: it is tried as it is, and no other login may fail after that.
        Ailment(.quoted, .dataCenter, "password", proven: false) {
            $0.useBasic("reader-bot", "\"reader-bot-password-1\"")
        },
        Ailment(.quoted, .cloud, "brackets", proven: true) {
            $0.useBasic("reader-bot@acme.example", "[\(try $0.site.token("reader-bot-token"))]")
        },
        Ailment(.quoted, .dataCenter, "brackets", proven: false) {
            $0.useBasic("reader-bot", "[reader-bot-password-1]")
        },
        Ailment(.quoted, .dataCenter, "a label", proven: true, field: "confluence_configuration.token") {
            $0.useBearer("PAT: \(try $0.site.token("reader-bot-token"))")
        },
        Ailment(.quoted, .dataCenter, "a label before a password", proven: false) {
            $0.useBasic("reader-bot", "Passwort: reader-bot-password-1")
        },
        Ailment(.quoted, .cloud, "a comma behind the user name", proven: true) {
            $0.useBasic("reader-bot@acme.example,", try $0.site.token("reader-bot-token"))
        },
        Ailment(.schemeInSecret, .cloud, "Basic and the pair", proven: true) {
            let pair = BasicCredentials(
                user: "reader-bot@acme.example", password: try $0.site.token("reader-bot-token"))
            $0.useBasic("reader-bot@acme.example", pair.headerValue)
        },
        Ailment(.schemeInSecret, .cloud, "Bearer", proven: true, field: "confluence_configuration.api_key") {
            $0.useBasic("reader-bot@acme.example", "Bearer \(try $0.site.token("reader-bot-token"))")
        },
        Ailment(.schemeInSecret, .dataCenter, "Bearer", proven: true, field: "confluence_configuration.token") {
            $0.useBearer("Bearer \(try $0.site.token("reader-bot-token"))")
        },
        Ailment(.schemeInSecret, .dataCenter, "a whole header", proven: true) {
            $0.useBearer("Authorization: Bearer \(try $0.site.token("reader-bot-token"))")
        },
        Ailment(.schemeInSecret, .dataCenter, "Basic", proven: false) {
            $0.useBasic("reader-bot", "Basic reader-bot-password-1")
        },
        Ailment(.userInSecret, .cloud, proven: true, field: "confluence_configuration.api_key") {
            $0.useBasic(
                "reader-bot@acme.example", "reader-bot@acme.example:\(try $0.site.token("reader-bot-token"))")
        },
        Ailment(.userInSecret, .dataCenter, proven: true) {
            $0.useBasic("reader-bot", "reader-bot:reader-bot-password-1")
        },
        Ailment(.userInSecret, .cloud, "as another product wants it", proven: true) {
            $0.useBasic(
                "reader-bot@acme.example", "reader-bot@acme.example/token:\(try $0.site.token("reader-bot-token"))")
        },
        Ailment(.userInSecret, .cloud, "the token's own name", proven: true) {
            $0.useBasic("reader-bot@acme.example", "elitea-prod:\(try $0.site.token("reader-bot-token"))")
        },
        Ailment(.quoted, .cloud, "a line of the list of tokens", proven: true) {
            $0.useBasic("reader-bot@acme.example", "elitea-prod \(try $0.site.token("reader-bot-token"))")
        },
        Ailment(.userInSecret, .dataCenter, "an option of curl", proven: true) {
            $0.useBasic("reader-bot", "-u reader-bot:reader-bot-password-1")
        },
        Ailment(.userInSecret, .dataCenter, "an address", proven: true) {
            $0.useBasic("reader-bot", "https://reader-bot:reader-bot-password-1@confluence.acme.example")
        },
        Ailment(.userInSecret, .dataCenter, "a token", proven: true) {
            $0.useBasic("reader-bot", "reader-bot:\(try $0.site.token("reader-bot-token"))")
        },
        Ailment(.userInSecret, .dataCenter, "in each other's place", proven: false) {
            $0.useBasic("Winter#2025!", "reader-bot")
        },
        Ailment(.encodedSecret, .cloud, "lines", proven: true) {
            let pair = Self.base64("reader-bot@acme.example:\(try $0.site.token("reader-bot-token"))")
            let lines = stride(from: 0, to: pair.count, by: 76).map { pair.dropFirst($0).prefix(76) }
            $0.useBasic("reader-bot@acme.example", lines.joined(separator: "\n"))
        },
        Ailment(.encodedSecret, .dataCenter, "a scheme in it", proven: true) {
            $0.useBearer(Self.base64("Bearer \(try $0.site.token("reader-bot-token"))"))
        },
        Ailment(.encodedSecret, .dataCenter, "a pair as token", proven: true) {
            $0.useBearer(Self.base64("reader-bot:reader-bot-password-1"))
        },
        Ailment(.encodedSecret, .cloud, "the token", proven: true) {
            $0.useBasic("reader-bot@acme.example", Self.base64(try $0.site.token("reader-bot-token")))
        },
        Ailment(.encodedSecret, .cloud, "the pair", proven: true) {
            $0.useBasic(
                "reader-bot@acme.example",
                Self.base64("reader-bot@acme.example:\(try $0.site.token("reader-bot-token"))"))
        },
        Ailment(.encodedSecret, .dataCenter, "the token", proven: true, field: "confluence_configuration.token") {
            $0.useBearer(Self.base64("\(try $0.site.token("reader-bot-token"))\n"))
        },
        Ailment(.encodedSecret, .dataCenter, "the password", proven: false) {
            $0.useBasic("reader-bot", Self.base64("reader-bot-password-1"))
        },
        Ailment(.repeatedSecret, .cloud, proven: true, field: "confluence_configuration.api_key") {
            let token = try $0.site.token("reader-bot-token")
            $0.useBasic("reader-bot@acme.example", token + token)
        },
        Ailment(.repeatedSecret, .dataCenter, proven: true, field: "confluence_configuration.token") {
            let token = try $0.site.token("reader-bot-token")
            $0.useBearer(token + token)
        },
        // A password may have been chosen so.
        Ailment(.repeatedSecret, .dataCenter, "password", proven: false) {
            $0.useBasic("reader-bot", "reader-bot-password-1reader-bot-password-1")
        },
        Ailment(.encoding, .dataCenter, "beyond Latin-1", proven: true, field: "confluence_configuration.api_key") {
            $0.useBasic("reader-bot", "W\u{20AC}1-reader-bot")
        },
        Ailment(.encoding, .dataCenter, "user", proven: true, field: "confluence_configuration.username") {
            $0.useBasic("cz\u{142}owiek", "reader-bot-password-1")
        },
        Ailment(.encoding, .cloud, "user", proven: true, field: "confluence_configuration.username") {
            $0.useBasic("reader-b\u{43E}t@acme.example", try $0.site.token("reader-bot-token"))
        },
        Ailment(.encoding, .cloud, "key", proven: true, field: "confluence_configuration.api_key") {
            $0.useBasic(
                "reader-bot@acme.example",
                try $0.site.token("reader-bot-token").replacing("A", with: "\u{410}", maxReplacements: 1))
        },
        Ailment(.encoding, .dataCenter, "token", proven: true, field: "confluence_configuration.token") {
            $0.useBearer("\u{410}" + (try $0.site.token("reader-bot-token")))
        },
        Ailment(
            .malformedAddress, .dataCenter, "a login in it", proven: true, field: "confluence_configuration.base_url"
        ) { $0.putLoginIntoAddress() },
        Ailment(
            .malformedAddress, .dataCenter, "a login in it", proven: true, field: "confluence_configuration.base_url",
            login: .cookies
        ) { $0.putLoginIntoAddress() },
        Ailment(.truncated, .cloud, proven: false, field: "confluence_configuration.api_key") {
            $0.useBasic("reader-bot@acme.example", String(try $0.site.token("reader-bot-token").prefix(120)))
        },
        Ailment(.truncated, .dataCenter, proven: false, field: "confluence_configuration.token") {
            $0.useBearer(String(try $0.site.token("reader-bot-token").prefix(31)))
        },
        Ailment(.truncated, .dataCenter, "its head", proven: false, field: "confluence_configuration.token") {
            $0.useBearer(String(try $0.site.token("reader-bot-token").dropFirst(2)))
        },
        Ailment(.otherProduct, .cloud, "a token of Trello", proven: false) {
            $0.useBasic(
                "reader-bot@acme.example", "ATTA" + String(repeating: "0123456789abcdef", count: 4) + "0A1B2C3D")
        },
        Ailment(.otherProduct, .dataCenter, "a token of Bitbucket", proven: false) {
            $0.useBearer("BBDC-" + String(repeating: "aB3+dE6g", count: 5))
        },
        Ailment(.otherProduct, .cloud, "an organisation's key", proven: false) {
            $0.useBasic("reader-bot@acme.example", "ATCTT3xFfGN0abcdefghijklmnopqrstuvwxyz=0A1B2C3D")
        },
        Ailment(.otherProduct, .cloud, "a token of Data Center", proven: false) {
            $0.useBasic("reader-bot@acme.example", "MDg4NDY3ODczOTc2Os+8aU0MZj6ybe7z7NuSs0l2j4Jv")
        },
        Ailment(.otherProduct, .cloud, "a token of GitHub", proven: false) {
            $0.useBasic("reader-bot@acme.example", "ghp_16C7e42F292c6912E7710c838347Ae178B4a")
        },
        Ailment(.otherProduct, .dataCenter, "a token of Cloud", proven: false) {
            $0.useBearer("ATATT3xFfGF0abcdefghijklmnopqrstuvwxyz0123456789=0A1B2C3D")
        },
        Ailment(.otherProduct, .dataCenter, "a token of GitLab", proven: false) {
            $0.useBearer("glpat-AbCdEf0123456789xyzw")
        },
        Ailment(.bothSecrets, .cloud, proven: true, field: "confluence_configuration.token") {
            $0.configuration.credential.token = Secret(try $0.site.token("reader-bot-revoked"))
        },
        Ailment(.bothSecrets, .dataCenter, proven: true) {
            $0.useBasic("reader-bot", "reader-bot-password-1")
            $0.configuration.credential.token = Secret(try $0.site.token("reader-bot-revoked"))
        },
        Ailment(.sessionCookie, .cloud, proven: false, field: "confluence_configuration.token") {
            $0.useBearer("JSESSIONID=0123456789ABCDEF; atlassian.xsrf.token=B1")
        },
        Ailment(.sessionCookie, .dataCenter, proven: false, field: "confluence_configuration.token") {
            $0.useBearer("JSESSIONID=0123456789ABCDEF; seraph.confluence=1")
        },
    ]

    private static func base64(_ text: String) -> String {
        Data(text.utf8).base64EncodedString()
    }
}

extension Patient {
    /// Writes a login of nobody before the host of the base URL.
    fileprivate mutating func putLoginIntoAddress() {
        configuration.credential.baseURL = configuration.credential.baseURL.replacing(
            "://", with: "://somebody:an-old-secret-1@", maxReplacements: 1)
    }
}
