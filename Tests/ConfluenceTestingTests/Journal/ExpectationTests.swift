import ConfluenceTesting
import ConfluenceWire
import Synchronization
import Testing

@Suite("Expectations of a journal", .confluence(.cloud))
struct ExpectationTests {
    /// A site of which a page, a page that is not there, and a new page were asked.
    private func visited() throws -> ConfluenceSite {
        let site = try ConfluenceSite.current
        for path in ["content/98311", "content/7"] { _ = try site.ask("/rest/api/\(path)", as: "reader-bot") }
        _ = try site.ask("/rest/api/content", .post, as: "reader-bot", body: ["type": "page"])
        return site
    }

    /// What an expectation that does not hold says, at the line that expected it.
    private func issue(line: Int, _ expectation: () -> Void) -> String? {
        let said = Mutex<String?>(nil)
        withKnownIssue {
            expectation()
        } matching: { issue in
            #expect(issue.sourceLocation?.line == line)
            #expect(issue.sourceLocation?.fileName == "ExpectationTests.swift")
            said.withLock { $0 = issue.comments.first?.rawValue }
            return true
        }
        return said.withLock(\.self)
    }

    @Test("hold in silence")
    func hold() throws {
        let site = try visited()
        site.expectCalls(inOrder: true) {
            Call(.get, "/rest/api/content/98311", status: 200, by: "reader-bot")
            Call(.get, "/rest/api/content/{id}", status: 404)
            Call(.post, "/rest/api/content")
        }
        site.expectCalls {
            Call(.post, "/rest/api/content", by: "reader-bot")
            Call(.get, "/rest/api/content/{id}", times: 2)
        }
        site.expectCalls(allowingOthers: true) { Call(.get, "/rest/api/content/7") }
        site.expectNoCalls(to: "/rest/api/space")
        site.expectNoCalls(.delete)
        site.expectNoSecretsInAddresses()
        site.expectNoSecret(in: "a log without any")
    }

    @Test("tell the missing call, what came nearest, and how that came to its answer")
    func missing() throws {
        let site = try visited()
        let said = issue(line: #line + 1) {
            site.expectCalls(allowingOthers: true) {
                Call(.get, "/rest/api/content/98311")
                Call(.get, "/rest/api/content/{id}", status: 200, times: 1)
                Call(.put, "/rest/api/content/98311")
                Call(.get, "/rest/api/longtask")
            }
        }
        #expect(
            said?.hasPrefix("1 of 4 expected calls were made:\n  missing       GET /rest/api/content/{id} → 200")
                == true)
        #expect(said?.contains("; there was #2 GET /wiki/rest/api/content/7 → 404 by reader-bot (") == true)
        #expect(said?.contains("missing       PUT /rest/api/content/98311; there was #3 POST") == true)
        #expect(said?.contains("\n  missing       GET /rest/api/longtask\n\n") == true)
        #expect(said?.contains("\n\nHow #2 GET /wiki/rest/api/content/7 came to 404:\n  ✓ edge ") == true)
        #expect(said?.contains("\n\nHow #3 POST /wiki/rest/api/content came to 400:\n") == true)
    }

    @Test("tell a call that nobody expected")
    func unexpected() throws {
        let site = try visited()
        let said = issue(line: #line + 1) {
            site.expectCalls { Call(.get, "/rest/api/content/{id}", times: 2) }
        }
        #expect(
            said?.hasPrefix("2 of 2 expected calls were made:\n  unexpected    #3 POST /wiki/rest/api/content") == true)
        #expect(said?.contains("\n\nHow #3 POST /wiki/rest/api/content came to 400:\n") == true)
    }

    @Test("tell a change that was tried")
    func writes() throws {
        let site = try visited()
        let said = issue(line: #line + 1) {
            site.expectNoWrites()
        }
        #expect(
            said?.hasPrefix("no changes were expected:\n  unexpected    #3 POST /wiki/rest/api/content → 400") == true)
    }

    @Test("tell a call that should not have been made")
    func calls() throws {
        let site = try visited()
        let said = issue(line: #line + 1) {
            site.expectNoCalls(to: "/rest/api/content/98311")
        }
        #expect(said?.hasPrefix("no calls to /rest/api/content/98311 were expected:\n  unexpected    #1 GET ") == true)
    }

    @Test("tell no more trails than can be read")
    func many() throws {
        let site = try ConfluenceSite.current
        for _ in 1...7 { _ = try site.ask("/rest/api/space", as: "mira") }
        let said = issue(line: #line + 1) {
            site.expectNoCalls()
        }
        #expect(said?.hasPrefix("no calls were expected:\n  unexpected    #1 GET /wiki/rest/api/space → 200") == true)
        #expect(said?.contains("How #5 ") == true)
        #expect(said?.contains("How #6 ") == false)
        #expect(said?.hasSuffix("\n\nand 2 more") == true)
    }

    // MARK: Secrets

    @Test("tell an address that carried a credential, without it")
    func addresses() throws {
        let site = try ConfluenceSite.current
        let token = try site.token("mira-token")
        _ = try site.ask("/rest/api/space", query: [QueryItem("os_authType", "basic"), QueryItem("token", token)])
        let said = issue(line: #line + 1) {
            site.expectNoSecretsInAddresses()
        }
        #expect(said?.hasPrefix("no calls with a secret in their address were expected:\n") == true)
        #expect(said?.contains("/wiki/rest/api/space?os_authType=basic&token=‹redacted›") == true)
        #expect(said?.contains(token) == false)
    }

    @Test("tell whose secret a log holds, and in which form")
    func logs() throws {
        let site = try ConfluenceSite.current
        let token = try site.token("mira-token")
        #expect(site.leaks(in: "one\ntwo \(token)") == ["the text holds the token “mira-token” as it is, in line 2"])
        let header = BasicCredentials(user: "mira@acme.example", password: token).headerValue
        #expect(site.leaks(in: header) == ["the text holds the token “mira-token” in a Basic credential, in line 1"])
        let encoded = PercentEncoding.encode(token, allowed: .queryItem)
        #expect(
            site.leaks(in: "?token=\(encoded)") == ["the text holds the token “mira-token” percent-encoded, in line 1"])
        #expect(site.leaks(in: "") == [])
        #expect(site.leaks(in: "mira-password-1") == ["the text holds the password of mira as it is, in line 1"])
        let said = issue(line: #line + 1) {
            site.expectNoSecret(in: token)
        }
        #expect(said == "the text holds the token “mira-token” as it is, in line 1")
    }
}
