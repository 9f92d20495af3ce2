import ConfluenceModel
import ConfluenceWire
import GRDB

/// The part of a query that leaves out what a viewer may not view.
///
/// Content is visible when the viewer may view its space, and when the viewing of neither it nor any page
/// above it is restricted to others.
struct ViewFilter {
    /// `nil` for a viewer from whom nothing is kept.
    private let viewerID: Int64?

    init(_ viewer: Viewer, _ reader: StoreReader) throws {
        viewerID = viewer.bypasses ? nil : try reader.viewerID(of: viewer)
    }

    /// A condition on the column that holds a space's id.
    func space(_ column: String) -> SQL {
        guard let viewerID else { return "TRUE" }
        // The plus keeps SQLite from walking space by space where the query has a better way in.
        return "+\(sql: column) IN (SELECT spaceID FROM viewer_spaces WHERE viewerID = \(viewerID))"
    }

    /// A condition on content rows named by an alias with the columns `spaceID` and `guardID`.
    func content(_ alias: String) -> SQL {
        guard let viewerID else { return "TRUE" }
        return """
            \(space("\(alias).spaceID")) AND (\(sql: alias).guardID IS NULL OR NOT EXISTS ( \
            SELECT 1 FROM closed_guards g WHERE g.viewerID = \(viewerID) AND g.guardID = \(sql: alias).guardID))
            """
    }
}

extension Viewer {
    /// The viewer's subjects as a JSON array, which SQLite takes as one argument.
    var subjectKeys: String {
        String(decoding: JSONWriter.compact(.array(subjects.map { .string($0.key) })), as: UTF8.self)
    }
}
