import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Files of pages")
struct AttachmentTests {
    private static let list = "/rest/api/content/98311/child/attachment"

    /// What a client uploads: parts by name, the file last.
    private static func form(_ file: String, _ text: String, _ parts: [(String, String)] = []) -> [UInt8] {
        var body = ""
        for (name, value) in parts {
            body += "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        body += "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file)\"\r\n"
        body += "Content-Type: text/plain\r\n\r\n\(text)\r\n--b--\r\n"
        return Array(body.utf8)
    }

    private static func upload(
        _ site: ConfluenceSite, _ form: [UInt8], _ method: Request.Method = .post, _ path: String = list,
        _ query: [QueryItem] = [], as user: String = "writer-bot", expect status: Int = 200
    ) throws -> JSON {
        var request = try site.request(path, method, query: query, as: user)
        request.headers["Content-Type"] = "multipart/form-data; boundary=b"
        request.headers["X-Atlassian-Token"] = "no-check"
        request.body = form
        let answer = site.simulator.respond(to: request)
        #expect(answer.status == status, "\(answer.text)")
        return (try? JSONReader.read(answer.body)) ?? .null
    }

    private static func get(_ site: ConfluenceSite, _ url: String, range: String? = nil, as user: String? = nil) throws
        -> Response
    {
        var request = try site.request("", as: user)
        request.url = try WebAddress(parsing: url)
        if let range { request.headers["Range"] = range }
        return site.simulator.respond(to: request)
    }

    @Test("a part without the name of a file is no file", arguments: ConfluenceSite.Acme.allCases)
    func noFile(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let form = String(decoding: Self.form("n.txt", "one"), as: UTF8.self)
        let texts = [
            form.replacing("; filename=\"n.txt\"", with: ""), form.replacing("\"file\"", with: "\"other\""),
        ]
        for form in texts {
            let answer = try Self.upload(site, Array(form.utf8), expect: 400)
            #expect(answer.text("message")?.hasSuffix("Required request part 'file' is not present") == true)
        }
    }

    @Test("an upload over a name makes a new version where that is asked for", arguments: ConfluenceSite.Acme.allCases)
    func newVersions(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let parts = [("comment", "why"), ("minorEdit", "true")]
        let made = try Self.upload(site, Self.form("n.txt", "one", parts))
        let id = made["results"]?[0]?.text("id")
        #expect(made["results"]?[0]?["version"]?["minorEdit"] == true)
        // Files of Data Center are in no store of files.
        let description = kind == .cloud ? "Text File" : nil
        #expect(made["results"]?[0]?.text("extensions", "mediaTypeDescription") == description)
        #expect((made["results"]?[0]?.text("extensions", "fileId") == nil) == (kind == .dataCenter))
        let again = try Self.upload(
            site, Self.form("n.txt", "two"), .post, Self.list, [QueryItem("allowDuplicated", "true")])
        #expect(again["results"]?[0]?.text("id") == id && again["results"]?[0]?.number("version", "number") == 2)
        if kind == .cloud {
            let put = try Self.upload(site, Self.form("n.txt", "three"), .put)
            #expect(put["results"]?[0]?.number("version", "number") == 3)
            #expect(
                try Self.upload(site, Self.form("new.txt", "x"), .put)["results"]?[0]?.number("version", "number") == 1)
        }
        #expect(try site.read(Self.list, .get, ["mediaType": "image/png"]).results("id") == [])
    }

    @Test(
        "Cloud takes a text part without an encoding for Latin-1, Data Center for UTF-8",
        arguments: ConfluenceSite.Acme.allCases)
    func encodings(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let made = try Self.upload(site, Self.form("n.txt", "one", [("comment", "ü")]))
        #expect(made["results"]?[0]?.text("extensions", "comment") == (kind == .cloud ? "Ã¼" : "ü"))
    }

    @Test("a file is renamed and moved, by its present version or the next", arguments: ConfluenceSite.Acme.allCases)
    func renaming(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let id = try #require(try Self.upload(site, Self.form("n.txt", "one"))["results"]?[0]?.text("id"))
        func update(_ version: Int64, _ more: JSONObject, expect status: Int = 200) throws -> JSON {
            var body: JSONObject = ["id": .string(id), "type": "attachment", "version": ["number": .integer(version)]]
            for member in more { body[member.key] = member.value }
            return try site.read("\(Self.list)/\(id)", .put, as: "writer-bot", body: .object(body), expect: status)
        }
        #expect(try update(1, ["title": "m.txt"]).number("version", "number") == 1)
        let next = try update(2, ["metadata": ["mediaType": "text/csv", "comment": "c"]])
        #expect(next.number("version", "number") == 2 && next.text("title") == "m.txt")
        #expect(next.text("extensions", "mediaType") == "text/csv")
        _ = try update(7, [:], expect: 409)
        _ = try update(2, ["title": "refund-form.txt"], expect: 400)
        #expect(try update(2, ["container": ["id": "98310", "type": "page"]]).text("container", "id") == "98310")
        #expect(try site.read("/rest/api/content/98310/child/attachment").results("title").contains("m.txt"))
        #expect(try !site.read(Self.list).results("title").contains("m.txt"))
    }

    @Test("Data Center gives parts of a file, older versions, and the file's length")
    func ranges() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        _ = try Self.upload(site, Self.form("n.txt", "0123456789"))
        _ = try Self.upload(site, Self.form("n.txt", "new"), .post, Self.list, [QueryItem("allowDuplicated", "true")])
        let url = "\(site.url)/download/attachments/98311/n.txt"
        #expect(try Self.get(site, url, as: "reader-bot").text == "new")
        func old(_ range: String?) throws -> Response {
            try Self.get(site, url + "?version=1", range: range, as: "reader-bot")
        }
        let part = try old("bytes=2-4")
        #expect(part.status == 206 && part.text == "234" && part.headers["Content-Range"] == "bytes 2-4/10")
        #expect(try old("bytes=-3").text == "789")
        #expect(try old("bytes=7-").text == "789")
        #expect(try old("bytes=5-100").text == "56789")
        #expect(try old("bytes=0-1,3-4").status == 200)
        let beyond = try old("bytes=10-")
        #expect(beyond.status == 416 && beyond.headers["Content-Range"] == "bytes */10" && beyond.body.isEmpty)
        #expect(try Self.get(site, url + "?version=9", as: "reader-bot").status == 404)
        #expect(try old(nil).headers["Content-Disposition"] == "attachment; filename*=UTF-8''n.txt")
    }

    @Test(
        "a name between quotes may hold semicolons and escaped quotes",
        arguments: [
            ("a;b=c.txt", "a;b=c.txt"), (#"say \"x\".txt"#, #"say "x".txt"#), (#"C:\dir\x.txt"#, #"C:\dir\x.txt"#),
        ])
    func quotedNames(sent: String, name: String) throws {
        for kind in ConfluenceSite.Acme.allCases {
            let site = try ConfluenceSite.acme(kind)
            let made = try Self.upload(site, Self.form(sent, "one", [("comment", "after it")]))
            #expect(made["results"]?[0]?.text("title") == name)
            #expect(made["results"]?[0]?.text("metadata", "comment") == "after it")
        }
    }

    @Test("a client that has the file gets it not again, and a part only of the file that it knows")
    func conditions() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        _ = try Self.upload(site, Self.form("it's (1), 2.txt", "0123456789"))
        let url = "\(site.url)/download/attachments/98311/" + "it's (1), 2.txt".replacing(" ", with: "%20")
        let whole = try Self.get(site, url, as: "reader-bot")
        #expect(whole.headers["Content-Disposition"] == "attachment; filename*=UTF-8''it%27s%20%281%29%2C%202.txt")
        let modified = try #require(whole.headers["Last-Modified"])
        func ask(_ headers: Headers) throws -> Response {
            var request = try site.request("", as: "reader-bot")
            request.url = try WebAddress(parsing: url)
            for field in headers { request.headers[field.name] = field.value }
            return site.simulator.respond(to: request)
        }
        let unchanged = try ask(["If-Modified-Since": modified])
        #expect(unchanged.status == 304 && unchanged.body.isEmpty)
        #expect(try ask(["If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT"]).status == 200)
        #expect(try ask(["If-Modified-Since": modified, "If-None-Match": "\"x\""]).status == 200)
        #expect(try ask(["Range": "bytes=0-3", "If-Range": modified]).status == 206)
        #expect(try ask(["Range": "bytes=0-3", "If-Range": "\"x\""]).status == 200)
        #expect(try ask(["Range": "bytes=0-3", "If-Range": "Thu, 01 Jan 1970 00:00:00 GMT"]).text == "0123456789")
    }

    @Test("Cloud sends downloads on to its store of files, which asks for the ticket alone")
    func redirect() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let id = try #require(try Self.upload(site, Self.form("n.txt", "0123456789"))["results"]?[0]?.text("id"))
        let sent = try site.ask("\(Self.list)/\(id)/download", as: "reader-bot")
        #expect(sent.status == 302 && sent.body.isEmpty)
        let location = try #require(sent.headers["Location"])
        #expect(location.hasPrefix("http://api.media.atlassian.com/file/"))
        #expect(try Self.get(site, location).text == "0123456789")
        #expect(try Self.get(site, location, range: "bytes=8-9").status == 206)
        let forged = location.replacing("token=", with: "token=9")
        #expect(try Self.get(site, forged).status == 403)
        #expect(site.simulator.journal().allSatisfy { !"\($0)".contains("token=\(id.dropFirst(3))") })
        // The ticket is no credential of the client's.
        #expect(site.simulator.journal().allSatisfy { $0.exposedSecrets.isEmpty })
        try site.advance(by: .seconds(3601))
        #expect(try Self.get(site, location).status == 403)
        #expect(try site.ask("\(Self.list)/att999999/download", as: "reader-bot").status == 404)
        #expect(try site.ask("/api/v2/attachments/\(id)/thumbnail/download", as: "reader-bot").status == 302)
    }

    @Test("at this machine's own address the store of files has a stand-in, so that every client can follow")
    func standIn() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let id = try #require(try Self.upload(site, Self.form("n.txt", "hello"))["results"]?[0]?.text("id"))
        var request = try site.request("\(Self.list)/\(id)/download", as: "reader-bot")
        request.url.host = "127.0.0.1"
        let location = try #require(site.simulator.respond(to: request).headers["Location"])
        #expect(location.hasPrefix("http://127.0.0.1/api.media.atlassian.com/file/"))
        #expect(try Self.get(site, location).text == "hello")
        #expect(site.simulator.journal().allSatisfy { $0.exposedSecrets.isEmpty })
    }
}

@Suite("Files in v2, and how they go")
struct AttachmentRemovalTests {
    private static let page = "/rest/api/content/98311/child/attachment"

    @Test("v2 lists files and tells all that its clients need of one")
    func version2() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let list = try site.read("/api/v2/pages/98311/attachments")
        let id = try #require(list.results("id").first)
        let file = try site.read("/api/v2/attachments/\(id)")
        for member in [
            "title", "createdAt", "pageId", "mediaType", "mediaTypeDescription", "comment", "fileId", "webuiLink",
            "downloadLink",
        ] {
            #expect(file[member]?.stringValue != nil, "\(member)")
        }
        #expect(file.number("fileSize") ?? 0 > 0 && file.number("version", "number") == 1)
        #expect(try site.read("/api/v2/attachments").results("id").contains(id))
        #expect(try site.read("/api/v2/pages/98311/attachments", .get, ["filename": "none"]).results("id") == [])
        _ = try site.read("/api/v2/attachments/98311", expect: 404)
    }

    @Test("v2 takes a file to the trash, and away for good from there")
    func removal() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let id = try #require(try site.read("/api/v2/pages/98311/attachments").results("id").first)
        let path = "/api/v2/attachments/\(id)"
        _ = try site.read(path, .delete, as: "reader-bot", expect: 404)
        _ = try site.read(path, .delete, expect: 204)
        #expect(try site.read(path).text("status") == "trashed")
        #expect(try site.read("/api/v2/pages/98311/attachments").results("id") == [])
        #expect(try site.read("/api/v2/pages/98311/attachments", .get, ["status": "trashed"]).results("id") == [id])
        _ = try site.read(path, .delete, expect: 404)
        _ = try site.read(path, .delete, ["purge": "true"], expect: 204)
        _ = try site.read(path, expect: 404)
    }

    @Test("Data Center removes a file or a version of it, by id and by name")
    func dataCenter() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let id = try #require(try site.read(Self.page).results("id").first)
        _ = try site.read(
            "\(Self.page)/\(id)", .put, as: "writer-bot",
            body: ["id": .string(id), "type": "attachment", "version": ["number": 2]])
        _ = try site.read("\(Self.page)/\(id)/version/1", .delete, expect: 204)
        _ = try site.read("\(Self.page)/\(id)/version/2", .delete, expect: 400)
        _ = try site.read(
            "\(Self.page)/\(id)/move", .post, ["newName": "moved.txt", "newContentId": "98310"], as: "writer-bot",
            expect: 204)
        var request = try site.request(
            "/json/removeattachment.action", .post,
            query: [QueryItem("pageId", "98310"), QueryItem("fileName", "moved.txt")], as: "mira")
        #expect(site.simulator.respond(to: request).status == 403)
        request.headers["X-Atlassian-Token"] = "no-check"
        #expect(site.simulator.respond(to: request).status == 200)
        #expect(try !site.read("/rest/api/content/98310/child/attachment").results("title").contains("moved.txt"))
    }

    @Test("Data Center gives the words of a text file")
    func words() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let id = try #require(try site.read(Self.page).results("id").first)
        let answer = try site.ask("\(Self.page)/\(id)/extractedtext", as: "reader-bot")
        #expect(answer.status == 200 && !answer.text.isEmpty)
    }
}
