import ConfluenceModel
import ConfluenceTesting
import Documents
import Foundation
import SiteFiles
import Testing

@Suite("Site files")
struct SiteFileTests {
    private func read(_ text: String) throws -> SiteDefinition {
        try SiteFile.read(DocumentReader.read(Array(text.utf8), file: "site.yaml"))
    }

    private static let head = "name: a\ndeployment: cloud\nhost: a.atlassian.net\n"

    static let mistakes: [(text: String, message: String)] = [
        (
            head + "settings: {read-only: true}\n",
            "site.yaml:4:12: settings.read-only: Confluence Data Center alone has the setting “read-only”, leave it out"
        ),
        ("deployment: cloud\nhost: a.example\n", "site.yaml:1:1: the key “name” is missing"),
        (
            "name: a\ndeployment: clowd\nhost: a.example\n",
            "site.yaml:2:13: deployment: unknown value “clowd”, did you mean “cloud”?"
        ),
        (
            "name: a\ndeployment: data-center\nversion: nine\nhost: a.example\n",
            "site.yaml:3:10: version: a version such as 9.2.0 is expected"
        ),
        (
            "name: a\ndeployment: cloud\nhost: https://a.example\n",
            "site.yaml:3:7: host: a host name such as acme.atlassian.net is expected, without https:// and path"
        ),
        (
            head + "context-path: wiki\n",
            "site.yaml:4:15: context-path: the context path begins with a slash and does not end with one, as /wiki does"
        ),
        (head + "spces: []\n", "site.yaml:4:1: spces: unknown key “spces”, did you mean “spaces”?"),
        (
            head + "users:\n  - name: u\n    tokens:\n      - {name: t, kind: api-tokn, value: x}\n",
            "site.yaml:7:25: users[0].tokens[0].kind: unknown value “api-tokn”, did you mean “api-token”?"
        ),
        (head + "users:\n  - name: u\n  - name: u\n", "site.yaml:6:5: users[1]: the user “u” is given twice"),
        (
            head + "users: [{name: mira}]\nspaces:\n  - key: A\n    permissions: [{user: mirra, may: [view]}]\n",
            "site.yaml:7:26: spaces[0].permissions[0].user: unknown user “mirra”, did you mean “mira”?"
        ),
        (
            head + "spaces:\n  - key: A\n    permissions: [{group: g, may: [veiw]}]\n",
            "site.yaml:6:36: spaces[0].permissions[0].may[0]: unknown value “veiw”, did you mean “view”?"
        ),
        (
            head + "spaces:\n  - key: A\n    roles: [{role: vewer, group: g}]\n",
            "site.yaml:6:20: spaces[0].roles[0].role: unknown role “vewer”, did you mean “Viewer”?"
        ),
        (
            head
                + "spaces:\n  - key: A\n    permissions: [{group: g, may: all}]\n    roles: [{role: admin, group: g}]\n",
            "site.yaml:7:13: spaces[0].roles[0]: the group g has a role or permissions in this space already, and can't have both"
        ),
        (
            "name: a\ndeployment: data-center\nversion: 9.2.0\nhost: a.example\nspaces:\n  - key: A\n    roles: [{role: admin, group: g}]\n",
            "site.yaml:7:13: spaces[0].roles[0]: Cloud alone has roles, use “permissions”"
        ),
        (
            head + "spaces:\n  - key: A\n    pages:\n      - {id: 1, title: x}\n      - {id: 1, title: y}\n",
            "site.yaml:8:9: spaces[0].pages[1]: the page id 1 is given twice"
        ),
        (
            head + "spaces:\n  - key: A\n    pages: [{title: x}, {title: X}]\n",
            "site.yaml:6:25: spaces[0].pages[1]: the title “X” is given twice in this space"
        ),
        (
            head + "spaces:\n  - key: A\n    pages: [{id: 1, title: x, comments: [{id: 1, body: b}]}]\n",
            "site.yaml:6:42: spaces[0].pages[0].comments[0]: the comment id 1 is given twice"
        ),
        (
            head
                + "spaces:\n  - key: A\n    pages: [{title: x, comments: [{body: b, replies: [{body: c, about: d}]}]}]\n",
            "site.yaml:6:72: spaces[0].pages[0].comments[0].replies[0].about: this belongs to the comment at the top of the thread, leave “about” out"
        ),
        (
            head + "spaces:\n  - key: A\n    pages: [{title: x, comments: [{body: b, occurrence: 2}]}]\n",
            "site.yaml:6:57: spaces[0].pages[0].comments[0].occurrence: only an inline comment has a place in the text; say what it is “about”"
        ),
        (
            head
                + "users: [{name: mira}]\nspaces:\n  - key: A\n    pages: [{title: x, comments: [{body: b, author: mirra}]}]\n",
            "site.yaml:7:53: spaces[0].pages[0].comments[0].author: unknown user “mirra”, did you mean “mira”?"
        ),
        (
            head + "spaces:\n  - key: A\n    pages: [{title: x, kind: folder, comments: [{body: b}]}]\n",
            "site.yaml:6:48: spaces[0].pages[0].comments: only pages have comments here, a folder has none"
        ),
        (
            "name: a\ndeployment: data-center\nversion: 9.2.0\nhost: a.example\nspaces:\n  - key: A\n    pages: [{title: x, kind: folder}]\n",
            "site.yaml:7:30: spaces[0].pages[0].kind: Data Center has pages alone in its trees, no folder"
        ),
    ]

    @Test("say where they are wrong and what was meant", arguments: mistakes)
    func mistake(_ mistake: (text: String, message: String)) throws {
        let error = #expect(throws: DocumentError.self) { try read(mistake.text) }
        #expect(error?.description == mistake.message)
    }

    @Test("a file that isn't there is named")
    func missing() {
        let error = #expect(throws: DocumentError.self) { try SiteFile.read(path: "no/such.yaml") }
        #expect(error?.description == "no/such.yaml: the file can't be read")
    }

    @Test("roles are standard ones and the site's own")
    func roles() throws {
        let site = try read(
            Self.head + "roles: [{name: Scribe, may: [view, create-page]}]\n"
                + "spaces:\n  - key: A\n    roles: [{role: scribe, group: g}, {role: viewer, anonymous: true}]\n")
        #expect(site.roles.map(\.name) == ["Viewer", "Collaborator", "Manager", "Admin", "Scribe"])
        #expect(site.spaces[0].roles == [RoleAssignment("Scribe", .group("g")), RoleAssignment("Viewer", .anonymous)])
    }

    @Test("the fixture sites are what they say", arguments: ConfluenceSite.Acme.allCases)
    func fixtures(kind: ConfluenceSite.Acme) throws {
        let site = try kind.definition()
        #expect(site.users.map(\.name) == ["mira", "jonas", "reader-bot", "writer-bot", "ungranted", "unlicensed"])
        #expect(site.spaces.map(\.key) == ["DOCS", "TEAM", "OLD"])
        let reader = site.users[2]
        #expect(reader.tokens.map(\.name) == ["reader-bot-token", "reader-bot-revoked", "reader-bot-expired"])
        #expect(
            reader.tokens.map(\.state) == [
                .active, .revoked, .expires(try Date("2025-11-30T00:00:00Z", strategy: .iso8601)),
            ])
        #expect(site.spaces[0].pages[0].children.map(\.id) == [98310, 98311, 98312, 98320, 98321])
        let expectedLength = kind == .cloud ? 192 : 44
        #expect(site.users.flatMap(\.tokens).allSatisfy { $0.value.count == expectedLength })
        #expect(Set(site.users.flatMap(\.tokens).map(\.value)).count == 8)
    }

    @Test("what a file leaves out is filled in, and is the same each time")
    func standard() throws {
        let text = Self.head + "users: [{name: u}, {name: v}]\n"
        let site = try read(text)
        #expect(site == (try read(text)))
        #expect(site.contextPath == "/wiki")
        #expect(site.users[0].userKey.count == 32)
        #expect(site.users[0].accountID.hasPrefix("712020:"))
        #expect(site.users[0].accountID != site.users[1].accountID)
    }
}
