import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Documents
import Foundation
import SiteFiles
import Testing

@testable import Recording

@Suite("A site that is made of a recording")
struct SiteFromRecordingTests {
    /// Reads that a client makes, for both deployments.
    private static let reads = [
        "/rest/api/user/current", "/rest/api/space?limit=50", "/rest/api/space/DOCS?expand=description.plain,homepage",
        "/rest/api/content?spaceKey=DOCS&limit=50&expand=body.storage,ancestors,metadata.labels,space",
    ]

    private static let readsOfPage = [
        "?expand=body.storage,space,ancestors", "/label", "/child/page", "/restriction/byOperation",
    ]

    private struct Session {
        var site: ConfluenceSite
        var headers: Headers

        func read(_ path: String) async throws -> Response {
            let root = try WebAddress(parsing: site.url)
            let url = try WebAddress(parsing: root.origin + root.path + path)
            return try await site.send(Request(.get, url, headers: headers))
        }
    }

    private static func session(_ site: ConfluenceSite, _ login: String) -> Session {
        Session(site: site, headers: ["Authorization": login])
    }

    private static func basic(_ pair: String) -> String { "Basic " + Data(pair.utf8).base64EncodedString() }

    /// Everything that is asked of a site, in order.
    private static func paths(_ session: Session) async throws -> [String] {
        var paths = reads
        let listed = try JSONReader.read(try await session.read(reads[3]).body)
        for page in listed["results"]?.arrayValue ?? [] {
            let id = try #require(page["id"]?.stringValue)
            paths += readsOfPage.map { "/rest/api/content/\(id)\($0)" }
        }
        return paths + ["/rest/api/content/987654321", "/rest/api/space/NOWHERE"]
    }

    @Test("answers the recorded reads alike", arguments: ConfluenceSite.Acme.allCases)
    func alike(_ kind: ConfluenceSite.Acme) async throws {
        let original = try ConfluenceSite.acme(kind)
        let user = try original.user("mira")
        let secret = try #require(kind == .cloud ? user.tokens.first?.value : user.password)
        let login = Self.basic("\(kind == .cloud ? user.email : user.name):\(secret)")
        let asked = Self.session(original, login)
        var exchanges: [Exchange] = []
        var answers: [(path: String, answer: Response)] = []
        for path in try await Self.paths(asked) {
            let answer = try await asked.read(path)
            answers.append((path, answer))
            let root = try WebAddress(parsing: original.url)
            exchanges.append(
                Exchange(
                    request: Request(
                        .get, try WebAddress(parsing: root.origin + root.path + path), headers: asked.headers),
                    outcome: .answer(answer), start: Sessions.moment, milliseconds: 1))
        }
        let archive = try await Sessions.recorded(exchanges).archive
        let (document, gaps) = SiteFromRecording.document(try HARReader.read(Array(archive.utf8)))
        let node = try DocumentReader.read(Array(YAMLWriter.text(document).utf8), file: "site.yaml")
        let made = try ConfluenceSite(try SiteFile.read(node))
        let gap = try #require(gaps.first { $0.contains("credential 1 is now ") })
        let pair = try #require(gap.components(separatedBy: "credential 1 is now ").last)
        let again = Self.session(made, Self.basic(pair))
        for (path, answer) in answers {
            let other = try await again.read(path)
            #expect(other.status == answer.status, "\(path): \(other.status) for \(answer.status)")
            #expect(Self.content(other) == Self.content(answer), "\(path)")
        }
        #expect(made.definition.host == original.definition.host)
        #expect(made.definition.contextPath == original.definition.contextPath)
        #expect(made.definition.deployment.kind == original.definition.deployment.kind)
    }

    /// What an answer says of content: keys, titles, bodies, labels, in order.
    private static func content(_ response: Response) -> [String] {
        guard let json = try? JSONReader.read(response.body) else { return [] }
        var found: [String] = []
        collect(json, into: &found)
        return found
    }

    private static func collect(_ json: JSON, into found: inout [String]) {
        switch json {
        case .object(let object):
            for key in ["key", "name", "title", "displayName", "representation"] {
                if let text = object[key]?.stringValue { found.append("\(key)=\(text)") }
            }
            if let body = object["storage"]?["value"]?.stringValue {
                // Addresses have stand-ins.
                found.append(body.contains("@") ? "a body with an address" : body)
            }
            for member in object where member.key != "_expandable" && member.key != "_links" {
                collect(member.value, into: &found)
            }
        case .array(let elements): for element in elements { collect(element, into: &found) }
        case .null, .bool, .integer, .number, .string: break
        }
    }

    @Test(
        "is one of Cloud where an answer names accounts as Cloud does, whatever the address", arguments: [true, false])
    func deployment(isCloud: Bool) throws {
        let account = isCloud ? #""accountId": "5b10a2844c20165700ede21g""# : #""username": "mira", "userKey": "8ab1""#
        var exchange = try Sessions.exchange(
            .get, "/wiki/rest/api/user/current",
            answer: Sessions.answer(#"{"type": "known", \#(account), "displayName": "Mira"}"#))
        exchange.request.url = try WebAddress(parsing: "http://127.0.0.1:8491/wiki/rest/api/user/current")
        let (document, _) = SiteFromRecording.document([exchange])
        #expect(document["deployment"] == (isCloud ? "cloud" : "data-center"))
    }

    @Test("tells what the recording does not show")
    func gaps() throws {
        let body = """
            {"results": [{"id": "7", "type": "page", "title": "A", "space": {"key": "X", "name": "X", "type": "global"},
              "version": {"number": 4}}]}
            """
        let (document, gaps) = SiteFromRecording.document([
            try Sessions.exchange(.get, "/wiki/rest/api/content", answer: Sessions.answer(body))
        ])
        #expect(document["spaces"]?[0]?["pages"]?[0]?["title"] == "A")
        #expect(document["settings"]?["anonymous-access"] == true)
        #expect(gaps.contains { $0.contains("page 7: its body") })
        #expect(gaps.contains { $0.contains("it is at version 4") })
        #expect(SiteFromRecording.document([]).gaps == ["the recording has no exchanges"])
    }
}
