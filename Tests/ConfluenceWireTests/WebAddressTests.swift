import ConfluenceWire
import Testing

@Suite("Web addresses")
struct WebAddressTests {
    @Test(
        "come back as they were written",
        arguments: [
            "https://acme.atlassian.net/wiki",
            "http://127.0.0.1:8090/confluence/rest/api/content?expand=body.view,version",
            "https://confluence.acme.example",
            "http://[::1]:8080/a",
        ])
    func roundTrip(text: String) throws {
        #expect(try WebAddress(parsing: text).description == text)
    }

    @Test(
        "that can't be called are named",
        arguments: [
            ("", WebAddress.Malformed.empty),
            ("acme.atlassian.net/wiki", .schemeMissing),
            ("ftp://acme.atlassian.net", .schemeUnknown("ftp")),
            ("https:///wiki", .hostMissing),
            ("https://ac me.example", .characterInvalid(" ")),
            ("https://acme.example/wiki\n", .characterInvalid("\n")),
            ("https://acme.example:99999", .portInvalid("99999")),
            ("https://acme!.example", .hostInvalid("acme!.example")),
        ])
    func malformed(text: String, expected: WebAddress.Malformed) {
        #expect(throws: expected) { try WebAddress(parsing: text) }
    }

    @Test("user information is not kept")
    func userInformation() throws {
        #expect(
            try WebAddress(parsing: "https://ann:secret@acme.example/wiki").description == "https://acme.example/wiki")
    }

    @Test("a path is joined by exactly one slash", arguments: ["https://a.example/wiki", "https://a.example/wiki/"])
    func appending(base: String) throws {
        let address = try WebAddress(parsing: base)
        #expect(
            address.appending("/rest/api/space", query: [QueryItem("keys", "A B"), QueryItem("expand", "a,b")])
                .description
                == "https://a.example/wiki/rest/api/space?keys=A%20B&expand=a,b")
    }

    @Test("a query in the form of HTML forms is read")
    func query() throws {
        let address = try WebAddress(parsing: "http://a.example/s?cql=title%20~%20%22a+b%22&flag&x=1=2")
        #expect(
            address.queryItems == [
                QueryItem("cql", "title ~ \"a b\""), QueryItem("flag", ""), QueryItem("x", "1=2"),
            ])
    }

    @Test("the same origin is the same scheme, host and port")
    func origin() throws {
        let base = try WebAddress(parsing: "https://a.example/wiki")
        #expect(base.hasSameOrigin(as: try WebAddress(parsing: "https://A.example:443/x")))
        #expect(!base.hasSameOrigin(as: try WebAddress(parsing: "http://a.example/wiki")))
        #expect(!base.hasSameOrigin(as: try WebAddress(parsing: "https://a.example.evil.example/wiki")))
    }
}

@Suite("Headers and credentials")
struct HeaderTests {
    @Test("names are compared without regard to case, order is kept, repeats are kept")
    func headers() {
        var headers: Headers = ["X-One": "1", "Set-Cookie": "a"]
        headers.add("set-cookie", "b")
        #expect(headers["x-one"] == "1")
        #expect(headers.values("SET-COOKIE") == ["a", "b"])
        headers["SET-COOKIE"] = "c"
        #expect(headers.map(\.value) == ["1", "c"])
        headers["x-one"] = nil
        #expect(headers.count == 1)
    }

    @Test("Basic credentials come back, a colon in the password included")
    func basic() throws {
        let credentials = BasicCredentials(user: "ann@acme.example", password: "a:b\n")
        let encoded = credentials.headerValue.dropFirst("Basic ".count)
        #expect(BasicCredentials(encoded: encoded) == credentials)
    }

    @Test(
        "the login of an address is what stands before its last @, decoded",
        arguments: [
            ("http://mira:secret%21@proxy.example:3128", BasicCredentials(user: "mira", password: "secret!")),
            ("http://mira@proxy.example", BasicCredentials(user: "mira", password: "")),
            ("http://a:b@c@proxy.example/x", BasicCredentials(user: "a", password: "b@c")),
            ("http://proxy.example/?to=a:b@c", nil), ("proxy.example", nil),
        ])
    func loginInAddress(text: String, login: BasicCredentials?) {
        #expect(BasicCredentials(inAddress: text) == login)
    }

    @Test("what is no pair is refused", arguments: ["!!!", "bm9jb2xvbg=="])
    func notBasic(text: String) {
        #expect(BasicCredentials(encoded: text) == nil)
    }
}
