import ConfluenceModel
import ConfluenceTesting
import Foundation
import Scenarios
import Testing

@Suite("Steps are held to what they sent, and to what they must not do")
struct EvidenceTests {
    @Test("the requests of a tool are compared with those of its own step", arguments: ConfluenceSite.Acme.allCases)
    func requests(site: ConfluenceSite.Acme) async throws {
        let problems = try await site.problems(
            """
              - http: {path: /rest/api/space, as: jonas-token}
                expect: {status: 200, requests: {are: [GET /rest/api/space]}}
              - tool: read_page_by_id
                arguments: {page_id: '98311'}
                expect:
                  requests: {count: {at-least: 1}, include: ['GET /rest/api/content/98311?*'], exclude: [POST *], only: [GET *]}
                  never: [writes, secrets, other-hosts]
                  within: 60 s
            """)
        #expect(problems == [])
        let differing = try await site.problems(
            """
              - tool: read_page_by_id
                arguments: {page_id: '98311'}
                expect: {requests: {are: [DELETE /rest/api/content/98311]}}
            """)
        #expect(differing.first?.contains("\n- DELETE /rest/api/content/98311\n+ GET /rest/api/content/98311") == true)
    }

    @Test("a change is noticed, by the step's word or the scenario's", arguments: ConfluenceSite.Acme.allCases)
    func writes(site: ConfluenceSite.Acme) async throws {
        let call = """
              - tool: create_page
                arguments: {space: DOCS, title: Made by an agent, body: <p>First</p>}
            """
        for problems in [
            try await site.problems(call + "\n    expect: {never: [writes]}"),
            try await site.problems(head: "never: [writes, secrets]", call),
        ] {
            #expect(problems.count == 1)
            #expect(
                problems.first?.contains("nothing should be changed, and the site was sent POST") == true, "\(problems)"
            )
        }
        #expect(try await site.problems(head: "never: [secrets, other-hosts]", call) == [])
    }

    @Test("a secret in an address is noticed, and not repeated")
    func secretInAddress() async throws {
        let problems = try await ConfluenceSite.Acme.dataCenter.problems(
            """
              - http: {path: '/rest/api/space?os_username=reader-bot&os_password={{password.reader-bot}}'}
                expect: {never: [secrets]}
            """)
        #expect(problems.contains { $0.hasSuffix("carried a secret in the address") }, "\(problems)")
        #expect(!problems.contains { $0.contains("reader-bot-password-1") })
    }

    @Test("a secret in an answer is noticed", arguments: ConfluenceSite.Acme.allCases)
    func secretInAnswer(site: ConfluenceSite.Acme) async throws {
        let problems = try await site.problems(
            """
              - http:
                  method: POST
                  path: /rest/api/content
                  as: jonas-token
                  body: {type: page, title: 'The key {{token.reader-bot-token}}', space: {key: DOCS}}
                expect: {status: 200, never: [secrets]}
            """)
        #expect(problems.contains("the answer holds the token “reader-bot-token”"), "\(problems)")
    }

    @Test("a request for another host is noticed", arguments: ConfluenceSite.Acme.allCases)
    func otherHosts(site: ConfluenceSite.Acme) async throws {
        let problems = try await site.problems(
            head: "never: [other-hosts]", baseURL: "https://wiki.other.example",
            """
              - tool: read_page_by_id
                arguments: {page_id: '98311'}
                expect: {fails: true}
            """)
        #expect(
            problems == ["a request was made for wiki.other.example, which is no site of this scenario"])
    }

    @Test("answers are held to schemas and to snapshots", arguments: ConfluenceSite.Acme.allCases)
    func files(site: ConfluenceSite.Acme) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "snapshots-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        func shelf(isWritable: Bool) -> ScenarioShelf {
            let disk = ScenarioShelf.onDisk(isWritable: isWritable)
            let place = folder.path + "/"
            var shelf = ScenarioShelf(read: { disk.read(place + $0) })
            if let write = disk.write { shelf.write = { path, text in try write(place + path, text) } }
            return shelf
        }
        let steps = """
              - http: {path: /rest/api/content/98311, as: writer-bot-token}
                expect:
                  snapshot: refunds
                  schema:
                    type: object
                    required: [id, title]
                    properties: {id: {type: string, pattern: '^\\d+$'}, title: {const: Refund policy}}
            """
        let missing = try await site.run(shelf: shelf(isWritable: false), steps)
        #expect(missing.steps.last?.problems.first?.hasPrefix("there is no snapshot snapshots/refunds.txt yet") == true)
        for isWritable in [true, false] {
            let result = try await site.run(shelf: shelf(isWritable: isWritable), steps)
            #expect(result.status == .passed, "\(result.steps.flatMap(\.problems))")
        }
        let kept = try String(contentsOf: folder.appending(path: "snapshots/refunds.txt"), encoding: .utf8)
        #expect(kept.contains(#""id": "<id 1>""#) && kept.contains(#""title": "Refund policy""#))
        #expect(!kept.contains("98311") && !kept.contains("acme.atlassian.net"))
        let renamed = try await site.run(
            shelf: shelf(isWritable: false), steps.replacing("98311", with: "98312").replacing("policy", with: "notes"))
        let comparison = try #require(renamed.steps.last?.comparisons.first)
        #expect(comparison.subject == "the snapshot refunds")
        #expect(comparison.expected == kept)
    }
}
