import ConfluenceToolkit
import Testing

@testable import Diagnosis

@Suite("A page's address on another host than base_url's")
struct OtherHostTests {
    private static func note(_ text: String, base: String, offline: Bool = false) -> String? {
        OtherHost.note(
            DiagnosisOptions(page: PageReference(text), pageHost: PageReference.host(in: text), offline: offline),
            of: ToolkitConfiguration(credential: CredentialConfiguration(baseURL: base)))
    }

    @Test(
        "is told",
        arguments: ["https://other.atlassian.net/wiki/spaces/DOCS/pages/98310/x", "https://OTHER.example/x/FoAB"])
    func told(address: String) throws {
        let note = try #require(Self.note(address, base: "https://acme.atlassian.net/wiki"))
        #expect(note.contains("acme.atlassian.net"))
        #expect(note.contains("other."))
    }

    @Test(
        "is none where nothing follows from it",
        arguments: [
            ("98310", "https://acme.atlassian.net/wiki"),
            ("/spaces/DOCS/pages/98310", "https://acme.atlassian.net/wiki"),
            ("https://ACME.atlassian.net/wiki/spaces/DOCS/pages/98310/x", "https://acme.atlassian.net"),
            ("https://acme.atlassian.net/wiki/spaces/DOCS/pages/98310/x", "https://api.atlassian.com/ex/confluence/1"),
            ("https://acme.atlassian.net/wiki/spaces/DOCS/pages/98310/x", ""),
        ])
    func untold(text: String, base: String) {
        #expect(Self.note(text, base: base) == nil)
    }
}
