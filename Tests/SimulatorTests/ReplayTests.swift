import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("The toolkit's recorded requests")
struct ReplayTests {
    private static let records = ["toolkit-requests-cloud.txt", "toolkit-requests-server.txt"]
    private static let areThere = records.allSatisfy { Recording($0) != nil }

    @Test(
        "are all answered, with the fields that the toolkit reads",
        .enabled(if: areThere, "the records are not beside the package"), arguments: records)
    func replay(record: String) throws {
        let recording = try #require(Recording(record))
        var player = try Player(record.contains("cloud") ? .cloud : .dataCenter)
        for section in recording.sections {
            try player.prepare()
            for request in section.requests { try player.play(request, in: section.title) }
        }
        #expect(player.played > 100)
    }

    /// Sends recorded requests to a site made like the recorded one, and keeps its ids and versions in step.
    private struct Player {
        let site: ConfluenceSite
        private(set) var played = 0
        /// Recorded ids of content that the requests create, with the ids that this site gave instead.
        private var ids: [String: String] = [:]
        private var nextRecordedID = 501
        private var drafts: Set<String> = []

        init(_ kind: ConfluenceSite.Acme) throws {
            site = try ConfluenceSite.acme(kind) { definition in
                let files = [
                    AttachmentDefinition(
                        name: "notes.txt", mediaType: "text/plain", content: Array("hello notes".utf8)),
                    AttachmentDefinition(name: "pic.png", mediaType: "image/png", content: [0x89, 0x50, 0x4E, 0x47]),
                ]
                let children = [
                    PageDefinition(
                        id: 101, title: "Child A", body: "<p>foo</p>", labels: ["old", "x"],
                        children: [PageDefinition(id: 102, title: "Child B", body: "<p>foo</p>", labels: ["x"])])
                ]
                let home = PageDefinition(
                    id: 100, title: "Home", body: "<p>foo body</p>", labels: ["x"], attachments: files,
                    children: children)
                definition.spaces = [
                    SpaceDefinition(
                        key: "AT", name: "AT", permissions: [SpaceGrant(.user("mira"), Set(SpaceOperation.allCases))],
                        pages: [home])
                ]
            }
            let space = try JSONReader.read(site.ask("/rest/api/space/AT", as: "mira").body)
            ids["1"] = space["id"]?.integerValue.map(String.init)
            let list = try JSONReader.read(site.ask("/rest/api/content/100/child/attachment", as: "mira").body)
            for (index, file) in (list["results"]?.arrayValue ?? []).enumerated() {
                ids["att\(201 + index)"] = file["id"]?.stringValue
            }
        }

        /// The recorded server had a label that never went away.
        func prepare() throws {
            _ = try site.ask("/rest/api/content/101/label", .post, as: "mira", body: ["name": "old"])
        }

        mutating func play(_ recorded: Recording.RecordedRequest, in section: String) throws {
            let path = recorded.path.split(separator: "/").map { ids[String($0)] ?? String($0) }
            var body = recorded.body
            for key in ["spaceId", "parentId"] {
                if let id = body?[key]?.stringValue { body?[key] = .string(ids[id] ?? id) }
            }
            var request = try site.request(
                "/" + path.joined(separator: "/"), recorded.method, query: recorded.query, as: "mira", body: body)
            if recorded.method == .put {
                let page = try JSONReader.read(site.ask("/" + path.joined(separator: "/"), as: "mira").body)
                body?["version"]?["number"] = .integer((page["version"]?["number"]?.integerValue ?? 0) + 1)
                request.body = JSONWriter.compact(try #require(body))
            }
            if recorded.isUpload { Self.fillForm(&request) }
            let answer = site.simulator.respond(to: request)
            played += 1
            let what = "\(section): \(request.method) \(request.url.target)"
            // The recorded server found drafts in its searches, and gave them to whoever asked.
            let isUnaskedDraft = recorded.method == .get && path.last.map(drafts.contains) == true
            let isRefused = path.contains("999") || Self.takesNoToken(path, on: site) || isUnaskedDraft
            #expect(answer.isSuccess != isRefused, "\(what) answered \(answer.status): \(answer.text)")
            guard answer.isSuccess, recorded.method != .delete, !path.contains("download") else { return }
            let json = try JSONReader.read(answer.body)
            for field in Self.fields(of: recorded, path: path) where isThere(field) {
                #expect(Self.value(at: field, in: json) != nil, "\(what) lacks \(field): \(answer.text)")
            }
            let creates = ["content", "pages"].contains(path.last ?? "")
            if recorded.method == .post, creates, let id = json["id"]?.stringValue {
                ids[String(nextRecordedID)] = id
                nextRecordedID += 1
                if json["status"] == "draft" { drafts.insert(id) }
            }
        }

        /// What the toolkit itself says that Data Center lacks; the recorded server had it.
        private func isThere(_ field: String) -> Bool {
            site.definition.deployment == .cloud || !["fileId", "atlas_doc_format"].contains(where: field.contains)
        }

        /// The recorded toolkit used the browsers' path, which Cloud has since closed to API tokens.
        private static func takesNoToken(_ path: [String], on site: ConfluenceSite) -> Bool {
            path.first == "download" && site.definition.deployment == .cloud
        }

        private static func fillForm(_ request: inout Request) {
            request.headers["Content-Type"] = "multipart/form-data; boundary=line"
            request.headers["X-Atlassian-Token"] = "no-check"
            let lines = [
                "--line", "Content-Disposition: form-data; name=\"contentType\"", "", "text/plain", "--line",
                "Content-Disposition: form-data; name=\"file\"; filename=\"f.txt\"", "", "content", "--line--", "",
            ]
            request.body = Array(lines.joined(separator: "\r\n").utf8)
        }

        /// What the toolkit reads of an answer without looking whether it is there.
        private static func fields(of request: Recording.RecordedRequest, path: [String]) -> [String] {
            let expand = request.query.first { $0.name == "expand" }?.value
            switch path.last {
            case "history": return ["lastUpdated.number", "createdBy.displayName", "createdDate", "lastUpdated.when"]
            case "attachment" where request.method == .get: return ["results", "size"]
            case "attachment":
                return ["results.0.id", "results.0.title", "results.0._links.download", "results.0.extensions.fileId"]
            case "page": return ["results", "_links.base"]
            case "label": return ["results"]
            // The recorded server had more pages to find; this one's fit on the first page of a search.
            case "search" where request.query.contains { $0.name == "start" && $0.value != "0" }: return ["results"]
            case "search" where path.contains("content"): return ["results.0.id"]
            case "search":
                let isFound = request.query.contains { $0.value.contains("foo") || $0.value.contains("label") }
                return isFound
                    ? [
                        "results.0.content.id", "results.0.content.title", "results.0.content._links.self",
                        "results.0.excerpt",
                    ] : ["results"]
            case "spaces": return ["results.0.id"]
            case "pages": return ["id", "version.authorId", "_links.webui", "_links.editui", "title"]
            case "content" where request.method == .get: return ["results"]
            case "AT": return ["id", "key"] + (expand == nil ? [] : ["homepage.id", "description.plain.value"])
            default: break
            }
            if path.contains("api"), path.contains("v2") { return ["body.atlas_doc_format.value", "id"] }
            var fields = ["id", "title", "_links.webui", "_links.base"]
            switch expand {
            case nil: fields += ["space.key", "version.number", "version.by.displayName", "_links.edit"]
            case let parts?:
                fields += parts.split(separator: ",").map { part in
                    part.hasPrefix("body.") ? "\(part).value" : part == "version" ? "version.number" : "\(part).key"
                }
            }
            return fields
        }

        private static func value(at field: String, in json: JSON) -> JSON? {
            field.split(separator: ".").reduce(Optional(json)) { value, step in
                Int(step).map { value?[$0] } ?? value?[String(step)]
            }
        }
    }
}
