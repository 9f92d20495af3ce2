import ConfluenceModel
import ConfluenceTesting
import Documents
import SiteFiles
import Testing

@Suite("A site built in Swift is the site of the same file")
struct BuilderTests {
    private static let bothWays: [(yaml: String, site: Site)] = [
        (CloudInBothWays.yaml, CloudInBothWays.site), (DataCenterInBothWays.yaml, DataCenterInBothWays.site),
    ]

    private func read(_ text: String) throws -> SiteDefinition {
        try SiteFile.read(DocumentReader.read(Array(text.utf8), file: "site.yaml"))
    }

    @Test("field by field", arguments: bothWays.indices)
    func same(index: Int) throws {
        let (yaml, site) = Self.bothWays[index]
        let (written, built) = (try read(yaml), try site.definition())
        #expect(built.name == written.name)
        #expect(built.deployment == written.deployment)
        #expect(built.host == written.host)
        #expect(built.contextPath == written.contextPath)
        #expect(built.cloudID == written.cloudID)
        #expect(built.settings == written.settings)
        try #require(built.faults.count == written.faults.count)
        for (built, written) in zip(built.faults, written.faults) { #expect(built == written) }
        try #require(built.users.count == written.users.count)
        for (built, written) in zip(built.users, written.users) { #expect(built == written) }
        try #require(built.spaces.count == written.spaces.count)
        for (built, written) in zip(built.spaces, written.spaces) { #expect(built == written) }
        #expect(built == written)
    }

    @Test("the files of this test have every setting and every effect")
    func complete() throws {
        for word in SettingsReader.Word.allCases {
            #expect(Self.bothWays.contains { $0.yaml.contains("  \(word.rawValue):") }, "\(word.rawValue)")
        }
        for effect in [
            "answer", "change", "redirect", "delay", "drop", "truncate", "halve", "drip", "clock-skew", "certificate",
            "token", "settings",
        ] {
            #expect(CloudInBothWays.yaml.contains("effect: {\(effect):"), "\(effect)")
        }
    }

    @Test("what the code leaves out is filled in, and is the same each time")
    func standard() throws {
        let site = Site(.cloud) { User("u") { Token("t", kind: .apiToken) } }
        let definition = try site.definition()
        #expect(definition == (try site.definition()))
        #expect(definition.host == "example.atlassian.net")
        #expect(definition.contextPath == "/wiki")
        #expect(definition.users[0].tokens[0].value.count == 32)
        #expect(try Site(.dataCenter("9.2.0")).definition().contextPath == "")
    }

    @Test("conditions and loops choose what a site holds", arguments: [true, false])
    func choices(isLarge: Bool) throws {
        let site = Site(.cloud) {
            User("mira")
            Space("A") {
                if isLarge {
                    for number in 1...3 { Page("Page \(number)") }
                } else {
                    Page("Only page")
                }
                if !isLarge { Permission(.anonymous, [.view]) }
            }
        }
        let space = try site.definition().spaces[0]
        #expect(space.pages.map(\.title) == (isLarge ? ["Page 1", "Page 2", "Page 3"] : ["Only page"]))
        #expect(space.permissions.count == (isLarge ? 0 : 1))
    }

    // MARK: Mistakes

    private static let mistakes: [(site: Site, field: String, message: String)] = [
        (
            Site(.cloud) {
                User("u")
                User("u")
            }, "users[1]", "the user “u” is given twice"
        ),
        (
            Site(.cloud) {
                User("mira")
                Space("A") { Permission(.user("mirra"), [.view]) }
            }, "spaces[0].permissions[0].user", "unknown user “mirra”, did you mean “mira”?"
        ),
        (
            Site(.cloud) {
                User("mira")
                Space("A") { Page("Home") { Page("Below") { Viewers(.user("mirra")) } } }
            }, "spaces[0].pages[0].children[0].viewers[0].user", "unknown user “mirra”, did you mean “mira”?"
        ),
        (
            Site(.cloud) {
                Space("A") {
                    Page("x", id: 1)
                    Page("y", id: 1)
                }
            }, "spaces[0].pages[1]", "the page id 1 is given twice"
        ),
        (
            Site(.cloud) { User("app", kind: .app, password: "x") }, "users[0].password",
            "an app has no password, leave it out"
        ),
        (
            Site(.cloud) { Settings(.readOnly(true)) }, "settings.read-only",
            "Confluence Data Center alone has the setting “read-only”, leave it out"
        ),
        (
            Site(.cloud) { Settings(.searchLag(.milliseconds(1500))) }, "settings.search-lag",
            "unknown unit of time “ms”, did you mean “s”?"
        ),
        (Site(.dataCenter("nine")), "version", "a version such as 9.2.0 is expected"),
        (
            Site(.cloud, host: "https://a.example"), "host",
            "a host name such as acme.atlassian.net is expected, without https:// and path"
        ),
        (
            Site(.cloud) { Fault("x", .certificate(.expired), path: "/a") }, "faults[0].match",
            "this effect holds for the whole site, leave “match” out"
        ),
        (Site(.cloud) { Fault("x", .truncate(2)) }, "faults[0].effect.truncate", "a number from 0 to 1 is expected"),
    ]

    @Test("mistakes are told in the words of site files, with the line of Swift", arguments: mistakes.indices)
    func mistake(index: Int) throws {
        let mistake = Self.mistakes[index]
        let error = try #require(throws: DocumentError.self) { try mistake.site.definition() }
        #expect(error.field == mistake.field)
        #expect(error.message == mistake.message)
        #expect(error.file == "ConfluenceTestingTests/BuilderTests.swift")
    }

    @Test("the line is that of the part with the mistake")
    func line() throws {
        let place: SourceLocation = #_sourceLocation
        let site = Site(.cloud) {
            User("u")
            User("u")
        }
        let error = try #require(throws: DocumentError.self) { try site.definition() }
        #expect(error.line == place.line + 3)
        #expect(
            error.description.hasSuffix(
                "BuilderTests.swift:\(place.line + 3):17: users[1]: the user “u” is given twice"))
    }
}
