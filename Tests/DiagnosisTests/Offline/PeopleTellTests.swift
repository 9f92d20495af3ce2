import ConfluenceModel
import Testing

@testable import Diagnosis

@Suite("What people tell in their own words")
struct PeopleTellTests {
    struct Tale: Sendable, CustomTestStringConvertible {
        var text: String
        var cause: CauseID

        init(_ cause: CauseID, _ text: String) {
            self.text = text
            self.cause = cause
        }

        var testDescription: String { text }
    }

    @Test(
        "is understood, also in other languages",
        arguments: [
            Tale(
                .spaceKeyCase, "Confluence: space_key = 'hr' gives 0 results. The address is /wiki/spaces/HR/overview."),
            Tale(.titleCase, "page \"Travel policy\" not found in Confluence, but \"Travel Policy\" is there"),
            Tale(
                .siteMoved,
                "GET https://wiki.old.example/rest/api/space\n301 Moved Permanently\nLocation: https://wiki.new.example/rest/api/space"
            ),
            Tale(.gatewayCloudID, "GET https://api.atlassian.com/ex/confluence/my-team/wiki/api/v2/pages -> 404"),
            Tale(
                .spaceKeyCharacters,
                "The Confluence toolkit has space = \"DOCS - Product Documentation\"\nThere is no space with the given key"
            ),
            Tale(
                .accountDeactivated,
                "Confluence antwortet nicht mehr: die Kollegin, deren Token das ist, hat die Firma verlassen."),
            Tale(.captcha, "Confluence refuse le mot de passe (401) et demande de recopier les lettres d'une image."),
            Tale(
                .spaceArchived,
                "El espacio de Confluence sólo sale con «mostrar archivados», la búsqueda no lo encuentra."),
            Tale(
                .customHeaders,
                "Confluence toolkit, custom_headers: {\"Authorization\": \"Bearer old\"}; 401 for every tool"),
        ])
    func tales(tale: Tale) {
        let report = PasteDoctor().explain(Paste(tale.text))
        #expect(report.causes.first?.id == tale.cause, "\(report.causes.map { "\($0.id) \($0.confidence)" })")
        #expect((report.causes.first?.confidence ?? 1) < 0.8)
    }

    @Test(
        "and what sites, gateways and directories say is, too",
        arguments: [
            Tale(
                .gatewayKey,
                "GET https://confluence.corp.example/rest/api/space 401 {\"message\":\"No API key found in request\"}"),
            Tale(.tokenExpired, "Confluence connector: invalid_grant, Unknown or invalid refresh token."),
            Tale(
                .readOnly,
                "Confluence: you have exceeded the number of users allowed by your license, pages can't be saved"),
            Tale(
                .directoryDown,
                "Confluence: Crowd says \"Client with address 10.1.2.3 is forbidden from making requests to the application\""
            ),
            Tale(
                .versionConflict,
                "Confluence 500 HibernateOptimisticLockingFailureException: Batch update returned unexpected row count"),
            Tale(.pageOtherSpace, "PUT /rest/api/content/12 400 You can't change an existing page's space."),
            Tale(.secretMissing, "Confluence answers 401; sent: Authorization: Basic bnVsbDpudWxs"),
            Tale(
                .truncated,
                "confluence sync: auth=bearer len=31, /rest/api/space -> 200, 0 results; the other host prints auth=bearer len=44"
            ),
            Tale(.truncated, "Confluence Data Center 401, personal access token of length 40, sent as Bearer"),
            Tale(.repeatedSecret, "Confluence Data Center 401, personal access token of length 88, sent as Bearer"),
            Tale(
                .malformedAddress,
                "the Confluence toolkit has base_url = \"https:/wiki.fen.example\" and says ENOTFOUND"),
            Tale(
                .endpointRemoved,
                "GET https://fen.atlassian.net/wiki/download/attachments/55/a.png HTTP/2 401, /wiki/api/v2/pages/55 200"
            ),
            Tale(
                .spaceNoAccess,
                "com.atlassian.confluence.api.service.exceptions.PermissionException: Space is restricted"),
            Tale(
                .invalidBody,
                "https://fen.atlassian.net/wiki/api/v2/pages 400 Provided value {LAB} for 'spaceId' is not the correct type. Expected type is Long"
            ),
            Tale(
                .ipAllowlist, "https://fen.atlassian.net/wiki 403: the address 10.7.24.11 is not in the permitted range"
            ),
            Tale(
                .apiTokensDisabled,
                "Confluence on fen.atlassian.net: You don't have permission to connect via API token."),
            Tale(
                .ipAllowlist,
                "access forbidden by rule, client: 203.0.113.9, server: wiki.fen.example, request: \"GET /rest/api/space HTTP/1.1\""
            ),
            Tale(.serverError, "302 Location: https://wiki.fen.example/errors.action (Confluence)"),
            Tale(.maintenance, "302 Location: https://wiki.fen.example/setup/setupstart.action (Confluence)"),
            Tale(
                .notConfluence,
                "https://wiki.fen.example/rest/api/search 404 <meta name=\"generator\" content=\"MediaWiki 1.39\">"),
            Tale(
                .malformedAddress,
                "AxiosError: Unsupported protocol wiki.fen.example: baseURL 'wiki.fen.example:8443/confluence'"),
            Tale(.unknownSite, "No accessible Atlassian site matches \"https://fen.atlassian.net\" for Confluence"),
        ])
    func programs(tale: Tale) {
        let report = PasteDoctor().explain(Paste(tale.text))
        #expect(report.causes.first?.id == tale.cause, "\(report.causes.map { "\($0.id) \($0.confidence)" })")
    }

    @Test("counts for nothing in a text about something else")
    func others() {
        for text in [
            "redis: the key is in small letters, key 'abc' not found, ABC is there",
            "The tenants left the company flat; please forward their post.",
        ] {
            #expect(PasteDoctor().explain(Paste(text)).causes.isEmpty, "\(text)")
        }
    }

    @Test(
        "of what is wished, asked or announced nothing is named, of the same thing's failure its cause",
        arguments: [
            (
                "It would be great to have a switch that leaves archived Confluence pages out of the index.",
                "Since the Confluence page was archived, the bot's updates of it fail.", CauseID.pageArchived
            ),
            (
                "Which scopes will a Confluence token need that only reads? We are still planning.",
                "Confluence search fails with 401: the token lacks the scope for it.", .scopeMissing
            ),
            (
                "Schön wäre eine Option, die Entwürfe in Confluence überspringt.",
                "Die Confluence-Seite ist noch ein Entwurf und wird deshalb nicht gefunden, Fehler 404.", .pageDraft
            ),
            (
                "Merci, le nouveau jeton fonctionne, Confluence répond et les pages sont là.",
                "Confluence refuse le jeton depuis hier : il a expiré, erreur 401.", .tokenExpired
            ),
            (
                "Подскажите, можно ли ограничить бота одним пространством Confluence? Пока только планируем.",
                "Бот Confluence получает отказ 401: сотрудница уволилась, и её учётную запись отключили.",
                .accountDeactivated
            ),
        ])
    func calm(wish: String, failure: String, cause: CauseID) {
        #expect(PasteDoctor().explain(Paste(wish)).causes.isEmpty, "\(wish)")
        let report = PasteDoctor().explain(Paste(failure))
        #expect(report.causes.prefix(3).contains { $0.id == cause }, "\(report.causes.map(\.id))")
    }

    @Test("three places are filled, the first of the words' and of the likeness' causes among them")
    func places() throws {
        for answer in try ReadPastes.answers(.blind) {
            let count = answer.ranking.causes.count
            #expect(count == 0 || count >= 3, "\(answer.sample)")
        }
    }
}
