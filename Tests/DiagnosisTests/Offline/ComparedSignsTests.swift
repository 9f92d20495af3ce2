import ConfluenceModel
import Diagnosis
import Testing

@Suite("Numbers, users and requests of a text are compared with each other")
struct ComparedSignsTests {
    private static func first(_ text: String) -> CauseID? { PasteDoctor().explain(Paste(text)).causes.first?.id }

    private static func isNamed(_ cause: CauseID, _ text: String) -> Bool {
        PasteDoctor().explain(Paste(text)).causes.first.map { $0.id == cause && $0.confidence >= 0.3 } ?? false
    }

    @Test(
        "as many as fit into one answer, and more elsewhere",
        arguments: [
            "GET https://fen.atlassian.net/wiki/rest/api/content?limit=50\nindexed 50 documents; the space has 1312 pages",
            "Confluence: asked for limit=1000, I get only 100 results, and the space has 640 pages",
            "our Confluence export stops at 25 pages, there are 212 pages in the space",
            "get_all_pages_from_space returns exactly 100 pages, the Confluence space has 600 pages",
            "Confluence, /wiki/api/v2/pages?limit=250: 250 pages read, there are 1140 pages",
            "Confluence-Suche liefert nur 25 Seiten, im Bereich sind 80 Seiten",
            "la recherche Confluence ne rend que 25 résultats, seulement 25 pages sur 90 pages",
            "Confluence REST: always 200 comments, the page has 340 comments",
        ])
    func firstPage(text: String) {
        let causes = PasteDoctor().explain(Paste(text)).causes.prefix(2).map(\.id)
        #expect(causes.contains(.pagingLimit), "\(text): \(causes)")
    }

    @Test(
        "other numbers are no sign of it",
        arguments: [
            "published 50 pages of 50 pages to Confluence, done",
            "Confluence: 25 pages created, 100 pages updated, 0 errors",
            "Confluence 9.2 with 500 users and 12000 pages is slow in the morning",
            "Confluence search took 25 ms for 7 results",
        ])
    func otherNumbers(text: String) { #expect(!Self.isNamed(.pagingLimit, text), "\(text)") }

    @Test(
        "what is read is answered, and what is written refused",
        arguments: [
            (
                CauseID.spaceNoWrite,
                "GET https://wiki.fen.example/rest/api/content/131 -> 200\nPOST https://wiki.fen.example/rest/api/content -> 403"
            ),
            (
                .spaceNoWrite,
                "[confluence] GET /rest/api/space/OPS 200\n[confluence] PUT /rest/api/content/131 403"
            ),
            (
                .scopeMissing,
                """
                GET https://api.atlassian.com/ex/confluence/0f0e0d0c-1111-2222-3333-444455556666/wiki/api/v2/pages 200
                POST https://api.atlassian.com/ex/confluence/0f0e0d0c-1111-2222-3333-444455556666/wiki/api/v2/pages 401
                """
            ),
        ])
    func readsAlone(cause: CauseID, text: String) { #expect(Self.first(text) == cause, "\(text)") }

    @Test("a write that is answered is no such sign")
    func writes() {
        let text =
            "GET https://wiki.fen.example/rest/api/content/131 -> 200\nPUT https://wiki.fen.example/rest/api/content/131 -> 200"
        #expect(!Self.isNamed(.spaceNoWrite, text))
    }

    @Test(
        "one user is let in, and another one isn't",
        arguments: [
            "curl -u svc.wiki@fen.example:*** https://wiki.fen.example/rest/api/space -> 401\ncurl -u svcwiki:*** https://wiki.fen.example/rest/api/space -> 200",
            "curl -u ak@fen.example:$T https://fen.atlassian.net/wiki/rest/api/space  # 401\ncurl -u anna.kovar@fen.example:$T https://fen.atlassian.net/wiki/rest/api/space  # 200",
        ])
    func users(text: String) { #expect(Self.first(text) == .wrongUser, "\(text)") }

    @Test("the same page is shown to one, and not to the other")
    func pageOfOne() {
        let text = """
            as bot: GET https://wiki.fen.example/rest/api/content/8812 404
            as me: GET https://wiki.fen.example/rest/api/content/8812 200
            as bot: GET https://wiki.fen.example/rest/api/content/8813 200
            """
        #expect(Self.first(text) == .pageRestricted)
        let later = """
            GET https://wiki.fen.example/rest/api/content/8812/property/sync 404
            POST https://wiki.fen.example/rest/api/content/8812/property 200
            GET https://wiki.fen.example/rest/api/content/8812 200
            """
        #expect(!Self.isNamed(.pageRestricted, later))
    }

    @Test(
        "a secret of another kind than the way in which it is sent",
        arguments: [
            "Confluence Data Center: I put the AD password in the token field, 401",
            "wiki.fen.example (Confluence): personal access token as the password in curl -u, 401",
            "api.atlassian.com/ex/confluence: the OAuth access token as the password with the e-mail as user, 401",
        ])
    func kinds(text: String) { #expect(Self.first(text) == .wrongScheme, "\(text)") }

    @Test(
        "a reference to a store of secrets",
        arguments: [
            "Authorization: Bearer @Microsoft.KeyVault(SecretUri=https://kv-fen.vault.azure.net/secrets/wiki)",
            "CONFLUENCE_TOKEN=vault:secret/data/wiki#token", "confluence_token: op://it/wiki/token",
            "CONFLUENCE_TOKEN: arn:aws:secretsmanager:eu-west-1:123456789012:secret:wiki",
        ])
    func stores(line: String) {
        #expect(
            Self.first("https://wiki.fen.example/rest/api/space of our Confluence says 401\n\(line)")
                == .secretReference, "\(line)")
    }
}
