import ConfluenceModel
import Diagnosis
import Testing

@Suite("Nothing is said with confidence that the rest of the text doubts")
struct CautionTests {
    @Test("an error that somebody quotes to ask about its form is not said to have happened")
    func quoted() throws {
        let report = PasteDoctor().explain(
            Paste(
                """
                Where is it documented what an error of the Confluence REST API looks like? I would like to write a client that
                handles errors well, and the reference shows examples of successful requests only. Is there an OpenAPI file with
                the schema of the body? It would be nice if the documentation could list all fields and their types. So far I
                collect examples by hand, such as this one:

                {"errors": [{"status": 409, "code": "CONFLICT", "title": "Version must be incremented when updating a page"}]}

                Are there plans to describe this in the reference, and will the fields stay as they are?
                """))
        #expect(report.causes.allSatisfy { $0.confidence < 0.8 }, "\(report.causes.map { ($0.id, $0.confidence) })")
        #expect(report.noFault != nil || report.causes.first?.id == .versionConflict)
    }

    @Test("an address that can't be read may be one between quotation marks")
    func quotedAddress() {
        let text = """
            requests.exceptions.InvalidSchema: No connection adapters were found for
            """
        #expect(
            PasteDoctor().explain(Paste(text + " '\"https://fen.atlassian.net/wiki\"/rest/api/space'")).causes.first?.id
                == .quoted)
        #expect(
            PasteDoctor().explain(Paste(text + " 'fen.atlassian.net/wiki/rest/api/space'")).causes.first?.id
                == .malformedAddress)
    }

    @Test("a service whose pipeline runs the client is not what an error is about")
    func pipeline() {
        let error = """
            requests.exceptions.InvalidHeader: Invalid leading whitespace, reserved character(s), or return character(s) in \
            header value: 'Bearer MzE5NTQ0MDk1Mzk4OmZlbndvcnRoZmVud29ydGhm\\n'
            """
        #expect(PasteDoctor().explain(Paste("In a GitLab CI job:\n\n" + error)).causes.first?.id == .whitespace)
        #expect(PasteDoctor().explain(Paste("Cloning from gitlab:\n\n" + error)).causes.isEmpty)
    }

    @Test("what a validator misses is not there")
    func missedConfiguration() {
        let text = """
            type: confluence
            settings:
              base_url: https://fen.atlassian.net/wiki
              cloud: true
              api_key: "{{secret.fen}}"
            1 validation error for confluence: confluence_configuration: Field required [type=missing]
            """
        #expect(PasteDoctor().explain(Paste(text)).causes.first?.id == .legacyConfiguration)
    }

    @Test("that nothing listens at port 80 may mean that the site speaks https alone")
    func portOfPlainHTTP() throws {
        let text = """
            I/O error on GET request for "http://wiki.fen.example/rest/api/content/440217": Connect to
            http://wiki.fen.example:80 [wiki.fen.example/10.30.7.14] failed: Connection refused
            base-url: http://wiki.fen.example (Confluence)
            """
        #expect(try #require(PasteDoctor().explain(Paste(text)).causes.first).confidence < 0.8)
    }

    @Test("words that other programs have, too, are worth little where nothing names Confluence")
    func unnamed() throws {
        let text = "403 Forbidden\nXSRF check failed\nwebsocket to wss://board.tarn.example/_stream failed"
        let first = try #require(PasteDoctor().explain(Paste(text)).causes.first)
        #expect(first.confidence <= 0.6)
        let named = "Confluence answers 403 Forbidden: XSRF check failed (POST /rest/api/content/12/child/attachment)"
        #expect(try #require(PasteDoctor().explain(Paste(named)).causes.first).id == .xsrf)
    }

    @Test("the folder of Confluence's own files is no path that stands twice")
    func folder() {
        let text = "I put the driver into /opt/atlassian/confluence/confluence/WEB-INF/lib and restarted Confluence."
        #expect(!PasteDoctor().explain(Paste(text)).causes.contains { $0.id == .basePath && $0.confidence > 0.5 })
        let doubled = "404 for https://tools.fen.example/confluence/confluence/rest/api/content"
        #expect(PasteDoctor().explain(Paste(doubled)).causes.first?.id == .basePath)
    }

    @Test(
        "where nothing is at a path of v2, it is v2 that Data Center lacks, and the base URL that is wrong for Cloud",
        arguments: [("wiki.fen.example", CauseID.v2OnDataCenter), ("fen.atlassian.net", .basePath)])
    func version2(host: String, cause: CauseID) {
        let text = """
            GET https://\(host)/api/v2/pages?limit=25 -> 404
            {"message":"null for uri: https://\(host)/api/v2/pages?limit=25","status-code":404}
            """
        #expect(PasteDoctor().explain(Paste(text)).causes.first?.id == cause)
    }

    @Test(
        "a toolkit's configuration tells of no failure by itself",
        arguments: [
            """
            {"type": "confluence", "toolkit_name": "docs", "settings": {"confluence_configuration": {
              "base_url": "https://fen.atlassian.net/wiki", "username": "ada@fen.example", "api_key": "{{secret.wiki}}"},
              "cloud": true, "space": "DOCS", "selected_tools": ["read_page_by_id", "search_pages"]}}
            """,
            """
            type: confluence
            settings:
              confluence_configuration:
                base_url: https://wiki.fen.example
                token: "{{secret.wiki}}"
              space: DOCS
              selected_tools: [read_page_by_id, search_pages]
            """,
        ])
    func configuration(text: String) {
        let report = PasteDoctor().explain(Paste(text))
        #expect(report.causes.isEmpty, "\(report.causes.map(\.id))")
        #expect(report.nextStep?.contains("diagnose") ?? false)
    }

    @Test("but its old form is a cause, and is seen")
    func oldForm() throws {
        let report = PasteDoctor().explain(
            Paste(
                """
                {"type": "confluence", "settings": {"base_url": "https://fen.atlassian.net/wiki",
                  "username": "ada@fen.example", "api_key": "{{secret.wiki}}", "cloud": true, "space": "DOCS",
                  "selected_tools": ["read_page_by_id"]}}
                """))
        let first = try #require(report.causes.first)
        #expect(first.id == .legacyConfiguration && first.confidence > 0.5, "\(report.causes.map(\.id))")
    }
}
