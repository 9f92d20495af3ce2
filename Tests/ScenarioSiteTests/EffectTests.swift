import ConfluenceTesting
import Testing

@Suite("Effects are read back from the site itself")
struct EffectTests {
    @Test("what is there from the beginning", arguments: ConfluenceSite.Acme.allCases)
    func beginning(site: ConfluenceSite.Acme) async throws {
        let problems = try await site.problems(
            """
              - expect-site: {page: 98311, title: Refund policy, labels: [policy], attachments: [refund-form.txt], version: 1}
              - expect-site: {page: 98311, parent: Product Documentation Home, status: current, restricted: false, comments: 0}
              - expect-site: {page: 98312, children: [Release 1.4], body-contains: One page for each release}
              - expect-site: {space: DOCS, title: Salary review, restricted: true, parent: 98305}
              - expect-site: {cql: 'space = DOCS and label = policy', count: 1, titles: [Refund policy]}
              - expect-site: {cql: 'label = none', count: 0}
              - expect-site: {space: DOCS, pages: {at-least: 7}}
              - expect-site: {space: NONE, exists: false}
            """)
        #expect(problems == [])
    }

    @Test("what a toolkit and requests have done", arguments: ConfluenceSite.Acme.allCases)
    func changes(site: ConfluenceSite.Acme) async throws {
        let problems = try await site.problems(
            """
              - tool: create_page
                arguments: {space: DOCS, title: Made by an agent, body: <p>First</p>, label: draft}
              - expect-site: {space: DOCS, title: Made by an agent, labels: [draft], version: 1, body-equals: <p>First</p>}
              - http:
                  {method: POST, path: /rest/api/content/98311/child/attachment, as: writer-bot-token, form: {file: {name: a.txt, text: A}}}
                expect: {status: 200}
              - expect-site: {page: 98311, attachments: [a.txt, refund-form.txt]}
              - tool: delete_page
                arguments: {page_id: '98313'}
              - expect-site: {page: 98313, exists: false}
              - expect-site: {page: 98313, status: trashed}
              - expect-site: {page: 98312, children: []}
            """)
        #expect(problems == [])
    }

    @Test("a fault of the site does not hide what it holds", arguments: ConfluenceSite.Acme.allCases)
    func faults(site: ConfluenceSite.Acme) async throws {
        let problems = try await site.problems(
            """
              - site: {fault: maintenance}
              - http: {path: /rest/api/content/98311, as: jonas-token}
                expect: {status: 503}
              - expect-site: {page: 98311, title: Refund policy}
              - expect-site: {cql: label = policy, titles: [Refund policy]}
            """)
        #expect(problems == [])
    }

    @Test("what does not hold is told", arguments: ConfluenceSite.Acme.allCases)
    func differences(site: ConfluenceSite.Acme) async throws {
        let problems = try await site.problems("  - expect-site: {page: 98311, labels: [rules], comments: 1}")
        #expect(
            problems == [
                "the page has 0 comments, expected 1",
                "the page's labels: “rules” is missing, “policy” is not expected",
            ])
        let unread = try await site.problems("  - expect-site: {cql: 'label ==', count: 1}")
        #expect(unread.first?.contains("the query “label ==” can't be read") == true, "\(unread)")
    }
}
