import ConfluenceWire
import Foundation

/// One of Atlassian's API descriptions, read where it lies beside the project.
struct APIDescription: Sendable {
    enum Document: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
        case cloudV1 = "confluence-cloud-v1.swagger.v3"
        /// Still what is known of the operations that sites serve although today's description leaves them out.
        case cloudV1Of2022 = "confluence-cloud-v1-2022-legacy.swagger.v3"
        case cloudV2 = "confluence-cloud-v2.openapi-v2.v3"
        case dataCenter = "confluence-dc-10.0.3.swagger.v3"

        var description: String {
            switch self {
            case .cloudV1: "Cloud v1"
            case .cloudV1Of2022: "Cloud v1 of 2022"
            case .cloudV2: "Cloud v2"
            case .dataCenter: "Data Center 10.0.3"
            }
        }

        /// What stands before a path below the context.
        fileprivate var prefix: (added: String, removed: String) {
            switch self {
            case .cloudV1, .cloudV1Of2022: ("", "/wiki")
            case .cloudV2: ("/api/v2", "")
            case .dataCenter: ("", "")
            }
        }
    }

    /// One method and path, with what it answers when all goes well.
    struct Operation: Sendable {
        var document: Document
        var method: Request.Method
        /// Below the context path, with names in braces.
        var path: String
        /// The query parameters that have to be sent.
        var neededQuery: [String]
        /// The schema of each status that stands for success; `nil` where nothing is described.
        var answers: [Int: JSON?]

        var name: String { "\(method) \(path)" }
        /// The name without what stands in the braces: descriptions and routes name their places differently.
        var shape: String { Self.shape("\(method) \(path)") }

        static func shape(_ name: String) -> String {
            let bare = name.replacing(/\{[^}]*\}/, with: "{}")
            return bare.hasSuffix("/") ? String(bare.dropLast()) : bare
        }
    }

    static let folder = "../shared/openapi"
    static var areThere: Bool { FileManager.default.fileExists(atPath: folder) }

    let operations: [Operation]
    let schemas: [String: JSON]

    init(_ document: Document) throws {
        let file = URL(filePath: "\(Self.folder)/\(document.rawValue).json")
        let json = try JSONReader.read([UInt8](Data(contentsOf: file)))
        let schemas = json["components"]?["schemas"]?.objectValue ?? [:]
        self.schemas = Dictionary(schemas.map { ($0.key, $0.value) }) { first, _ in first }
        let responses = json["components"]?["responses"]?.objectValue ?? [:]
        operations = (json["paths"]?.objectValue ?? [:]).flatMap { path in
            (path.value.objectValue ?? [:]).compactMap { member -> Operation? in
                guard let method = Self.method(member.key) else { return nil }
                let parameters =
                    (path.value["parameters"]?.arrayValue ?? []) + (member.value["parameters"]?.arrayValue ?? [])
                return Operation(
                    document: document, method: method, path: Self.path(path.key, document),
                    neededQuery: parameters.filter {
                        $0["in"]?.stringValue == "query" && $0["required"]?.boolValue == true
                    }.compactMap { $0["name"]?.stringValue },
                    answers: Self.answers(member.value["responses"], responses))
            }
        }
    }

    private static func method(_ word: String) -> Request.Method? {
        ["get", "post", "put", "delete"].contains(word) ? Request.Method(rawValue: word.uppercased()) : nil
    }

    private static func path(_ path: String, _ document: Document) -> String {
        let (added, removed) = document.prefix
        return added + (path.hasPrefix(removed) ? String(path.dropFirst(removed.count)) : path)
    }

    private static func answers(_ described: JSON?, _ shared: JSONObject) -> [Int: JSON?] {
        var answers: [Int: JSON?] = [:]
        for member in described?.objectValue ?? [:] {
            guard let status = Int(member.key), (200..<400).contains(status) else { continue }
            let reference = member.value["$ref"]?.stringValue?.split(separator: "/").last.map(String.init)
            let response = reference.flatMap { shared[$0] } ?? member.value
            let kinds = response["content"]?.objectValue ?? [:]
            answers.updateValue(
                kinds.first { $0.key.contains("json") || $0.key == "*/*" }?.value["schema"], forKey: status)
        }
        return answers
    }
}
