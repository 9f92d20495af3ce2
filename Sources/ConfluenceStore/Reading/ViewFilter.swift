import ConfluenceModel
import ConfluenceWire
import GRDB

/// The part of a query that leaves out what a viewer may not view.
///
/// Content is visible when the viewer may view its space, and when the viewing of neither it nor any page
/// above it is restricted to others.
enum ViewFilter {
    /// A condition on the column that holds a space's id.
    static func space(_ column: SQL, for viewer: Viewer) -> SQL {
        guard !viewer.bypasses else { return "TRUE" }
        return """
            \(column) IN (SELECT spaceID FROM space_permissions WHERE operation = \(SpaceOperation.view.rawValue) \
            AND subject IN (SELECT value FROM json_each(\(viewer.subjectKeys))))
            """
    }

    /// A condition on content rows named by an alias with the columns `id` and `spaceID`.
    static func content(_ alias: String, for viewer: Viewer) -> SQL {
        guard !viewer.bypasses else { return "TRUE" }
        return """
            \(space(SQL(sql: "\(alias).spaceID"), for: viewer)) \
            AND NOT EXISTS (SELECT 1 FROM view_guards g WHERE g.contentID = \(sql: "\(alias).id") \
            AND NOT EXISTS (SELECT 1 FROM restrictions r WHERE r.contentID = g.guardID \
            AND r.operation = \(RestrictedOperation.view.rawValue) \
            AND r.subject IN (SELECT value FROM json_each(\(viewer.subjectKeys)))))
            """
    }
}

extension Viewer {
    /// The viewer's subjects as a JSON array, which SQLite takes as one argument.
    var subjectKeys: String {
        String(decoding: JSONWriter.compact(.array(subjects.map { .string($0.key) })), as: UTF8.self)
    }
}
