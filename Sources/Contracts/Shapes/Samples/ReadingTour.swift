package import ConfluenceModel
package import ConfluenceWire

/// A round of read requests that any site can answer: what the toolkit and its like ask, and how refusals look.
package struct ReadingTour: Sendable {
    private let stops: [Stop]

    /// The round through the parts of the API that a kind of site has.
    package init(of kind: DeploymentKind) {
        let tables = kind == .cloud ? [Self.olderAPI, Self.secondVersion] : [Self.olderAPI]
        stops = tables.joined(separator: "\n").split(separator: "\n").map(Stop.init)
    }

    /// How many requests the whole round makes.
    package var count: Int { stops.count }

    /// One request of the round.
    package struct Question: Sendable, Hashable {
        /// Below the site's address.
        package var path: String
        package var query: [QueryItem]
        /// Whether it is asked without any credential.
        package var isAnonymous: Bool
    }

    /// Makes the round; what needs an id that no answer gave is left out.
    package func samples(
        of kind: DeploymentKind, ask: (Question) async throws -> Response
    ) async throws -> [ShapeSample] {
        var known: [String: String] = [:]
        var samples: [ShapeSample] = []
        for stop in stops {
            guard let question = stop.question(known) else { continue }
            let response = try await ask(question)
            if let (name, path) = stop.capture, let value = try? JSONReader.read(response.body) {
                known[name] = Self.text(at: path, in: value)
            }
            guard let api = SiteAPI(path: question.path, of: kind) else { continue }
            samples.append(
                ShapeSample(
                    api: api, method: "GET", path: question.path, query: question.query, response: response))
        }
        return samples
    }

    private static func text(at path: String, in value: JSON) -> String? {
        var found: JSON? = value
        for step in path.split(separator: ".") { found = Int(step).map { found?[$0] } ?? found?[String(step)] }
        return found?.stringValue ?? found?.integerValue.map(String.init)
    }

    // MARK: The table

    /// A line of the table: whether anonymous, path and query with places to fill, and what is taken from the answer.
    private struct Stop: Sendable {
        var isAnonymous: Bool
        var address: String
        var capture: (name: String, path: String)?

        init(_ line: Substring) {
            var words = line.split(separator: " ").map(String.init)
            isAnonymous = words.first == "anonymous"
            if isAnonymous { words.removeFirst() }
            address = words[0]
            if words.count == 3 { capture = (words[1], words[2]) }
        }

        /// `nil` where the value of a place is not known.
        func question(_ known: [String: String]) -> Question? {
            var address = address
            while let open = address.firstIndex(of: "{"), let close = address[open...].firstIndex(of: "}") {
                guard let value = known[String(address[address.index(after: open)..<close])] else { return nil }
                address.replaceSubrange(open...close, with: PercentEncoding.encode(value, allowed: .pathSegment))
            }
            let sides = address.split(separator: "?", maxSplits: 1).map(String.init)
            return Question(
                path: sides[0], query: QueryItem.parse(sides.count > 1 ? sides[1] : ""), isAnonymous: isAnonymous)
        }
    }

    private static let olderAPI = """
        /rest/api/user/current
        anonymous /rest/api/user/current
        /rest/api/space?limit=3 space results.0.key
        /rest/api/space/{space}
        /rest/api/space/{space}?expand=description.plain,homepage
        /rest/api/space/{space}/content?limit=2
        /rest/api/space/NOSUCHSPACE
        /rest/api/content?type=page&limit=3 page results.0.id
        /rest/api/content?type=page&limit=3&expand=ancestors,space,version
        /rest/api/content?type=page&title=No+page+has+this+title&limit=1
        anonymous /rest/api/content?limit=1
        /rest/api/content/{page}
        /rest/api/content/{page}?expand=body.storage,version
        /rest/api/content/{page}?expand=body.view
        /rest/api/content/{page}?expand=metadata.labels
        /rest/api/content/{page}?expand=history,space
        /rest/api/content/{page}/history
        /rest/api/content/{page}/child/page?limit=2
        /rest/api/content/{page}/child/attachment?limit=2
        /rest/api/content/{page}/child/comment?limit=2
        /rest/api/content/{page}/label
        /rest/api/content/{page}/property
        /rest/api/content/{page}/restriction/byOperation
        /rest/api/content/1
        /rest/api/content/search?cql=type%3Dpage&limit=2
        /rest/api/search?cql=type%3Dpage&limit=2
        /rest/api/search?cql=type%3D
        /rest/api/content?limit=-1
        """

    private static let secondVersion = """
        /api/v2/spaces?limit=2 spaceID results.0.id
        /api/v2/spaces/{spaceID}
        /api/v2/spaces/{spaceID}/pages?limit=2
        /api/v2/spaces/1
        /api/v2/pages?limit=2 page2 results.0.id
        anonymous /api/v2/pages?limit=1
        /api/v2/pages/{page2}
        /api/v2/pages/{page2}?body-format=storage
        /api/v2/pages/{page2}/ancestors
        /api/v2/pages/{page2}/attachments?limit=2
        /api/v2/pages/{page2}/direct-children?limit=2
        /api/v2/pages/{page2}/footer-comments?limit=2
        /api/v2/pages/{page2}/labels
        /api/v2/pages/{page2}/operations
        /api/v2/pages/{page2}/properties
        /api/v2/pages/{page2}/versions?limit=2
        /api/v2/pages/1
        /api/v2/pages?limit=0
        """
}
