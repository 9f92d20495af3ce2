import ConfluenceModel
import ConfluenceWire
import Diagnosis
import Testing

@Suite("A base URL is read as people write it")
struct AddressFormTests {
    @Test(
        "the part that names a page or space is found",
        arguments: [
            ("https://acme.atlassian.net/wiki/spaces/DOCS/pages/98305/Home", "https://acme.atlassian.net/wiki"),
            (
                "https://confluence.acme.example/confluence/display/DOCS/Home",
                "https://confluence.acme.example/confluence"
            ),
            ("https://confluence.acme.example/pages/viewpage.action?pageId=1", "https://confluence.acme.example"),
            ("https://acme.atlassian.net/wiki/home", "https://acme.atlassian.net/wiki"),
            ("https://confluence.acme.example/dashboard.action", "https://confluence.acme.example"),
        ])
    func pages(text: String, base: String) throws {
        #expect(AddressForm.withoutPage(try WebAddress(parsing: text))?.description == base)
    }

    @Test("a base URL names no page", arguments: ["https://acme.atlassian.net/wiki", "https://wiki.acme.example"])
    func bases(text: String) throws {
        #expect(AddressForm.withoutPage(try WebAddress(parsing: text)) == nil)
    }

    @Test("of a Cloud site some write the name alone")
    func siteOnCloud() {
        #expect(AddressForm.siteOnCloud(named: "https://acme-wiki") == "https://acme-wiki.atlassian.net/wiki")
        for text in ["https://acme.example", "https://acme/wiki", "https://localhost", "https://acme:8443", "https://"]
        {
            #expect(AddressForm.siteOnCloud(named: text) == nil, "\(text)")
        }
    }

    @Test(
        "an address that can't be called is mended, and never to http",
        arguments: [
            ("acme.atlassian.net/wiki", "https://acme.atlassian.net/wiki"),
            ("https:/acme.atlassian.net", "https://acme.atlassian.net"),
            ("https://acme.atlassian.net \n", "https://acme.atlassian.net"),
        ])
    func mended(text: String, address: String) {
        #expect(AddressForm.mended(text) == address)
    }

    @Test("what no guess can mend is left alone", arguments: ["", "https://", "ftp://acme.example", "our wiki!"])
    func hopeless(text: String) {
        #expect(AddressForm.mended(text) == nil)
    }

    @Test("other paths are tried from the likeliest on, and never another host")
    func otherPaths() throws {
        let text = "https://confluence.acme.example/confluence/display/DOCS"
        let address = try WebAddress(parsing: text)
        let paths = AddressForm.otherPaths(than: address, asWritten: text)
        #expect(paths.first?.path == "/confluence")
        #expect(paths.allSatisfy { $0.hasSameOrigin(as: address) })
        #expect(Set(paths).count == paths.count)
        #expect(!paths.contains(address))
    }

    @Test(
        "secrets are told by their form",
        arguments: [
            ("ATATT3xFfGF0canary=1A2B3C4D", SecretShape.apiToken),
            ("k3Jx0aVbQ7mNd5LsW2cTz9Yp", .apiToken),
            ("NDU3NDM0NDUzNDc5OtRbHOL5qH1XWLbFST/Y3CgIhtdg", .personalAccessToken),
            ("eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZWFkZXItYm90In0.c2lnbmF0dXJl", .accessToken),
            ("eyJhbGciOiJSUzI1NiJ9.not-base64!.c2lnbmF0dXJl", .password),
            ("mira-password-1", .password), ("", .password),
        ])
    func shapes(text: String, shape: SecretShape) {
        #expect(SecretShape(of: Secret(text)) == shape)
    }
}
