import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// How resources find what a call names; what is not there is refused as missing.
extension StoreReader {
    /// Content that is not in the trash, unless the trash is what the caller asks for.
    func content(_ id: Int64, orTrashed: Bool = false) throws -> ContentRecord {
        guard let content = try content(id: id) else { throw Refusal.missing(id) }
        guard content.status != .trashed || orTrashed else {
            throw Refusal.missing(id, because: "content \(id) lies in the trash")
        }
        return content
    }

    /// A space whose key is exactly that one; a near miss is told to the journal only.
    func space(key: String, orRefuse kind: Refusal.Kind) throws -> SpaceRecord {
        if let space = try space(key: key) { return space }
        let near = try space(keyIgnoringCase: key).map { ", the one there is is called \($0.key)" } ?? ""
        throw Refusal(kind, [.key: key, .contentType: "page"], because: "no space has the key “\(key)”\(near)")
    }
}

extension Refusal {
    static func missing(_ id: Int64, kind: ContentKind = .page, because words: String? = nil) -> Refusal {
        Refusal(
            .contentMissing, [.id: String(id), .contentType: kind.rawValue],
            because: words ?? "there is no content with the id \(id)")
    }
}
