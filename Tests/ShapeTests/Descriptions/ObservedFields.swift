import Foundation

/// Members that sites were seen to send although the descriptions don't list them.
struct ObservedFields: Sendable {
    private let fields: Set<String>

    /// Links are left out of the list of observed members; these keys were seen in them.
    private static let links: Set<String> = [
        "base", "byOperation", "collection", "context", "download", "editui", "edituiv2", "next", "prev", "self",
        "tinyui", "webui",
    ]

    init() throws {
        let text = try String(contentsOfFile: "\(APIDescription.folder)/undocumented-fields.tsv", encoding: .utf8)
        fields = Set(
            text.split(separator: "\n").dropFirst().compactMap { line in
                let cells = line.split(separator: "\t")
                return cells.count > 2 ? "\(cells[0]) \(cells[1]).\(cells[2])" : nil
            })
    }

    func explain(_ deviation: Deviation, in document: APIDescription.Document) -> Bool {
        guard deviation.kind == .undescribed else { return false }
        let parts = deviation.path.split(separator: ".")
        let key = parts.last.map(String.init) ?? ""
        if parts.count > 1, parts[parts.count - 2] == "_links" || parts[parts.count - 2].hasSuffix("_links[]") {
            return Self.links.contains(key)
        }
        if key == "_links" || key == "_expandable" { return true }
        let version = document == .cloudV2 ? "v2" : "v1"
        return fields.contains("\(version) \(deviation.schema).\(key)")
    }
}
