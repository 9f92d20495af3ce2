import ConfluenceModel
import Diagnosis
import Testing

@Suite("What two lines of a text say together is read")
struct ContrastTests {
    @Test(
        "the cause stands first",
        arguments: [
            (
                CauseID.hostingMismatch,
                """
                loader = ConfluenceLoader(url="https://docs.fen.example", token=PAT, space_key="OPS")
                requests.exceptions.HTTPError: null for uri: https://docs.fen.example/wiki/rest/api/content?spaceKey=OPS
                """
            ),
            (
                .olderRelease,
                """
                Powered by Atlassian Confluence 5.3.4
                GET https://wiki.fen.example/rest/api/space
                <status><status-code>404</status-code><message>null for uri: https://wiki.fen.example/rest/api/space</message></status>
                """
            ),
            (
                .tokenExpired,
                "Confluence 401 since this morning (2026-03-01). The personal access token was created 2025-03-01, nothing changed."
            ),
            (
                .tokenExpired,
                """
                token "sync", expires 2026-02-28
                2026-03-02 04:00:11 GET https://wiki.fen.example/rest/api/space 401
                """
            ),
            (
                .titleCase,
                """
                get_page_by_title("release notes 9.4") of Confluence: page not found
                in the tree: REL > Versions > Release Notes 9.4
                """
            ),
            (
                .pageMissing,
                """
                get_page_by_title('OPS', 'Runbok') returned None
                the title of the page in Confluence is 'Runbook'
                """
            ),
            (
                .trailingCharacters,
                "Error: getaddrinfo ENOTFOUND wiki.fen.example%3e (Confluence connector)"
            ),
            (
                .gatewayCloudID,
                "GET https://api.atlassian.com/ex/confluence/0f0e0d0c-1111-2222-3333-444455556666/wiki/api/v2/pages 404"
            ),
            (
                .spaceNoAccess,
                """
                as ines: GET https://wiki.fen.example/rest/api/space/AUDIT -> 200
                as the bot: GET https://wiki.fen.example/rest/api/space/AUDIT -> 404
                as the bot: GET https://wiki.fen.example/rest/api/space/HR -> 200
                """
            ),
            (
                .indexLag,
                """
                POST https://fen.atlassian.net/wiki/api/v2/pages -> 200 id=9911
                GET https://fen.atlassian.net/wiki/rest/api/search?cql=title="Run 7" -> 200 size=0
                GET https://fen.atlassian.net/wiki/api/v2/pages/9911 -> 200
                """
            ),
            (
                .encodedSecret,
                """
                kind: Secret
                data:
                  confluence-token: TmpFMU56ZzVNREV5TXpRMU9pMXhGa0szSnJCRUFXSjhxZnVzTXZYSVV3K3g=
                With that value Confluence at https://wiki.fen.example/rest/api/user/current says 401 Unauthorized.
                """
            ),
            (
                .spaceKeyCase,
                """
                >>> confluence.get_page_id("ops", "Rota")
                None
                A page already exists with the title Rota in the space with key OPS
                """
            ),
            (
                .spaceKeyCharacters,
                """
                space_key: "https://fen.atlassian.net/wiki/spaces/OPS/overview"
                Confluence: Unable to find anything using query. Check space or query.
                """
            ),
            (
                .certificateWeak,
                "https://wiki.fen.example/rest/api/space: certificate verify failed: EE certificate key too weak (_ssl.c:1147)"
            ),
            (
                .trailingCharacters,
                """
                HTTPSConnectionPool(host='wiki.fen.example,', port=443): Max retries exceeded with url: /rest/api/content/7
                (Caused by NameResolutionError("Failed to resolve 'wiki.fen.example,'"))
                """
            ),
            (
                .secretReference,
                """
                $ curl -v -H 'Authorization: Bearer $WIKI_PAT' https://wiki.fen.example/rest/api/user/current
                > Authorization: Bearer $WIKI_PAT
                < HTTP/1.1 401
                < X-Seraph-LoginReason: AUTHENTICATED_FAILED
                """
            ),
            (
                .personalTokensDisabled,
                """
                Confluence 8.5, java -Datlassian.pats.enabled=false -Xmx4g
                GET https://wiki.fen.example/rest/api/user/current with the token: 200 {"type":"anonymous","displayName":"Anonymous"}
                """
            ),
        ] as [(CauseID, String)])
    func first(_ cause: CauseID, _ text: String) {
        let report = PasteDoctor().explain(Paste(text))
        #expect(report.causes.first?.id == cause, "\(report.causes.map { "\($0.id) \($0.confidence)" })")
    }

    @Test(
        "and of the same lines without the contrast nothing of the kind",
        arguments: [
            (
                CauseID.spaceNoAccess,
                "GET https://wiki.fen.example/rest/api/space/AUDIT -> 200\nGET https://wiki.fen.example/rest/api/space/HR -> 200"
            ),
            (
                .indexLag,
                "POST https://fen.atlassian.net/wiki/api/v2/pages -> 200\nGET https://fen.atlassian.net/wiki/rest/api/search?cql=x -> 200 size=4"
            ),
            (
                .basePath,
                "GET https://fen.atlassian.net/wiki/api/v2/pages/55 -> 200\nGET https://fen.atlassian.net/wiki/rest/api/content/55 -> 200"
            ),
        ] as [(CauseID, String)])
    func calm(_ cause: CauseID, _ text: String) {
        #expect(PasteDoctor().explain(Paste(text)).causes.first?.id != cause)
    }
}
