import ConfluenceModel
import Diagnosis
import Foundation
import Testing

@Suite("What is wrong with a secret is read from its value, where a text shows it")
struct SecretValueTests {
    private static let site = "https://fen.atlassian.net/wiki/rest/api/space answers 401\n"
    private static let wiki = "https://wiki.fen.example/rest/api/space answers 401 (Confluence Data Center)\n"

    private static func encoded(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

    private static func first(_ text: String) -> CauseID? { PasteDoctor().explain(Paste(text)).causes.first?.id }

    @Test(
        "as it was pasted",
        arguments: [
            (CauseID.quoted, #"CONFLUENCE_TOKEN="\"NjQ4MTk0OTg3NjYz\"""#),
            (.quoted, #"> Authorization: Bearer "MDM0NTY3ODkwMTIz""#),
            (.quoted, "confluence_token = “MDM0NTY3ODkwMTIz”"),
            (.quoted, "> Authorization: Bearer CONFLUENCE_TOKEN=MDM0NTY3ODkwMTIz"),
            (.quoted, "application.properties: wiki.token='MDM0NTY3ODkwMTIz'"),
            (.userInSecret, "API key: wiki.bot@fen.example"),
            (.userInSecret, "token | bot:MDM0NTY3ODkwMTIz"),
            (.wrongScheme, "{\"Authorization\": \"Bearer Autumn!2026-wind\"}"),
            (.malformedAddress, "base_url: https://old:Zk3x9Qw8@wiki.fen.example\ntoken: MDM0NTY3ODkwMTIz"),
            (.schemeInSecret, "CONFLUENCE_PAT=Bearer MDM0NTY3ODkwMTIz"),
            (.schemeInSecret, "> Authorization: Bearer Bearer MDM0NTY3ODkwMTIz"),
            (.schemeInSecret, #"{"token": "bearer MDM0NTY3ODkwMTIz"}"#),
            (.userInSecret, "api_key: bot@fen.example:Zk3x9Qw81LmP"),
            (.repeatedSecret, "CONFLUENCE_TOKEN=Zk3x9Qw81LmPZk3x9Qw81LmP"),
            (.whitespace, #"CONFLUENCE_TOKEN: "Zk3x9Qw81LmP ""#),
            (.whitespace, #"headers: {'Authorization': 'Bearer MDM0NTY3ODkwMTIz\n'}"#),
            (.secretMissing, "> Authorization: Bearer"),
            (.secretMissing, "env:\n  CONFLUENCE_TOKEN:\n  CONFLUENCE_USER: bot"),
            (.secretReference, "> Authorization: Bearer ${CONFLUENCE_PAT}"),
            (
                .secretReference,
                "curl -H 'Authorization: Bearer $CONFLUENCE_PAT' https://wiki.fen.example/rest/api/space"
            ),
            (.secretReference, "> Authorization: Bearer %CONFLUENCE_PAT%"),
            (.otherProduct, "CONFLUENCE_TOKEN: ghp_16C7e42F292c6912E7"),
            (.otherProduct, "confluence_pat = glpat-Zk3x9Qw81LmP"),
        ])
    func pasted(cause: CauseID, line: String) {
        #expect(Self.first(Self.wiki + line) == cause, "\(line)")
    }

    @Test(
        "once a Basic header is decoded",
        arguments: [
            (CauseID.secretMissing, "null:null"), (.secretMissing, "bot:"), (.secretReference, "bot:${CONFLUENCE_PW}"),
            (.userInSecret, "bot:bot:Zk3x9Qw81LmP"), (.quoted, "bot:\"Zk3x9Qw81LmP\""),
            (.whitespace, "bot:Zk3x9Qw81LmP\n"),
            (.encodedSecret, Data("bot:Zk3x9Qw81LmP".utf8).base64EncodedString()),
            (.wrongScheme, "bot:\(Data("123456789012:wqYkPz0mVtR5sXdB7nLcJ".utf8).base64EncodedString())"),
        ])
    func decoded(cause: CauseID, login: String) {
        #expect(Self.first(Self.wiki + "> Authorization: Basic \(Self.encoded(login))") == cause, "\(login)")
    }

    @Test(
        "and from the site that it is sent to",
        arguments: [
            (CauseID.wrongUser, "curl -u bot:ATATT3xFfGF0abc"),
            (.wrongUser, "username: hnilsen\npassword: ATATT3xFfGF0abc"),
            (.wrongScheme, "> Authorization: Bearer ATATT3xFfGF0abc"),
        ])
    func onCloud(cause: CauseID, line: String) {
        #expect(Self.first(Self.site + line) == cause, "\(line)")
    }

    @Test("a secret in base64 is known by what it stands for")
    func encodedSecret() {
        #expect(Self.first(Self.site + "api_key: \(Self.encoded("bot@fen.example:Zk3x9Qw81LmP"))") == .encodedSecret)
        #expect(Self.first(Self.site + "api_key: \(Self.encoded("ATATT3xFfGF0abcdef"))") == .encodedSecret)
    }

    @Test(
        "by its length, wherever the number stands",
        arguments: [
            (CauseID.truncated, "hers: token (44 chars) known; mine: token (32 chars) anonymous"),
            (.truncated, "the token in the field has 31 characters, the one on the page 44"),
            (.repeatedSecret, "Bearer, the PAT in the field: 88 characters"),
        ])
    func length(cause: CauseID, line: String) {
        #expect(Self.first(Self.wiki + line) == cause, "\(line)")
    }

    @Test(
        "what is written as it should be, what code fills in, and other services' secrets tell of no slip",
        arguments: [
            "CONFLUENCE_TOKEN=\"MDM0NTY3ODkwMTIzNDU2\"", "headers = {`Authorization`: `Bearer ${token}`}",
            "curl -H \"Authorization: Bearer $CONFLUENCE_PAT\" https://wiki.fen.example/rest/api/space",
            "headers = {\"Authorization\": f\"Bearer {token}\"}", "headers = {\"Authorization\": \"Bearer \" + token}",
            "SLACK_SIGNING_SECRET=\"'Zk3x9Qw81LmP'\"", "Authorization: Bearer <redacted>", "Authorization: Bearer ***",
            "password: ${{ secrets.CONFLUENCE_PASSWORD }}", "token = os.environ[\"CONFLUENCE_TOKEN\"]",
            "Authorization: Basic c3ZjX2RvY3M6...", "Authorization: Basic c3ZjX2RvY3M6U29t",
            "Access-Control-Allow-Headers: Authorization, Content-Type", "print(f\"token: {token}\\n\")",
            "{\"token\": \"\", \"username\": \"bot\", \"api_key\": \"Zk3x9Qw81LmP\"}", "Enter password: ",
        ])
    func healthy(line: String) {
        let slips: Set<CauseID> = [
            .quoted, .schemeInSecret, .userInSecret, .repeatedSecret, .whitespace, .secretMissing, .secretReference,
            .otherProduct, .encodedSecret, .truncated,
        ]
        let report = PasteDoctor().explain(Paste(Self.wiki + line))
        #expect(
            !report.causes.contains { slips.contains($0.id) && $0.confidence > 0.5 },
            "\(line): \(report.causes.map { ($0.id, $0.confidence) })")
    }

    @Test("and no part of it is shown")
    func unseen() {
        let secret = "Zk3x9Qw81LmP"
        for line in [
            "CONFLUENCE_TOKEN=\(secret)\(secret)", "api_key: bot@fen.example:\(secret)", "token: \"\(secret) \"",
        ] {
            let report = PasteDoctor().explain(Paste(Self.wiki + line))
            #expect(!"\(report)".contains(secret), "\(line)")
        }
    }
}
