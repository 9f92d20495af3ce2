package import ConfluenceModel
import GRDB
import StorageFormat

package import struct Foundation.Date

/// Whether an update moves a page.
package enum ParentChange: Sendable, Hashable {
    case keep
    /// Below that page, as its last child; `nil` makes it a root of its space.
    case move(to: Int64?)
}

extension StoreWriter {
    /// Adds content as the last child of its parent.
    ///
    /// - Parameter id: A number to use instead of the next free one.
    @discardableResult
    package func createContent(
        id: Int64? = nil, kind: ContentKind, title: String, spaceID: Int64, parentID: Int64?, body: String,
        status: ContentStatus = .current, custom: CustomType? = nil, subtype: PageSubtype? = nil,
        author: AccountRecord, now: Date, message: String = ""
    ) throws -> ContentRecord {
        if kind == .page, status == .current { try requireFreeTitle(title, in: spaceID, for: nil) }
        if let parentID { try requireParent(parentID, in: spaceID) }
        let id = try insertRow(
            id: id, kind: kind, title: title, spaceID: spaceID, parentID: parentID, status: status, author: author,
            now: now, fileID: nil)
        if let custom {
            try run("UPDATE content SET customType = ?, isRaw = ? WHERE id = ?", [custom.name, custom.isRaw, id])
        }
        if let subtype { try run("UPDATE content SET subtype = ? WHERE id = ?", [subtype.rawValue, id]) }
        try insertVersion(
            1, of: id, title: title, body: body, author: author, now: now, message: message, isMinorEdit: false)
        try index(id, title: title, text: StorageFormat.plainText(body))
        return try existing(id)
    }

    /// Writes the content's next version; what is `nil` stays as it is. A draft is written over: it has no history.
    @discardableResult
    package func updateContent(
        id: Int64, title: String? = nil, body: String? = nil, parentID: ParentChange = .keep,
        status: ContentStatus? = nil, author: AccountRecord, now: Date, message: String = "",
        isMinorEdit: Bool = false
    ) throws -> ContentRecord {
        let old = try existing(id)
        let title = title ?? old.title
        let body = body ?? old.body
        let status = status ?? old.status
        if old.kind == .page, status == .current { try requireFreeTitle(title, in: old.spaceID, for: id) }
        let number = old.status == .draft ? old.version.number : old.version.number + 1
        try run(
            "UPDATE content SET title = ?, titleKey = ?, status = ?, version = ?, modifiedAt = ? WHERE id = ?",
            [title, title.lowercased(), status.rawValue, number, Instant(now), id])
        try run("DELETE FROM content_versions WHERE contentID = ? AND number = ?", [id, number])
        try insertVersion(
            number, of: id, title: title, body: body, author: author, now: now, message: message,
            isMinorEdit: isMinorEdit)
        if case .move(let newParent) = parentID, newParent != old.parentID { try move(id, to: newParent) }
        try index(id, title: title, text: StorageFormat.plainText(body))
        return try existing(id)
    }

    // MARK: Rows

    func insertRow(
        id: Int64?, kind: ContentKind, title: String, spaceID: Int64, parentID: Int64?, status: ContentStatus,
        author: AccountRecord, now: Date, fileID: String?
    ) throws -> Int64 {
        let id = try id ?? nextID()
        try run(
            """
            INSERT INTO content (id, kind, status, title, titleKey, spaceID, parentID, position, createdAt, creatorID,
            version, modifiedAt, fileID, guardID)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, (SELECT p.guardID FROM content p WHERE p.id = ?))
            """,
            [
                id, kind.rawValue, status.rawValue, title, title.lowercased(), spaceID, parentID,
                try nextPosition(below: parentID, kind: kind, in: spaceID), Instant(now), author.id, Instant(now),
                fileID, parentID,
            ])
        return id
    }

    func insertVersion(
        _ number: Int, of id: Int64, title: String, body: String, author: AccountRecord, now: Date, message: String,
        isMinorEdit: Bool
    ) throws {
        try run(
            """
            INSERT INTO content_versions (contentID, number, title, body, createdAt, authorID, message, isMinorEdit)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, [id, number, title, body, Instant(now), author.id, message, isMinorEdit])
        try forgetParts(of: id)
        try noteParts(of: id, body: body)
    }

    /// What has a place in a tree shares its places, whatever it is.
    private static let treeKinds = ContentKind.ofTree.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")

    private func nextPosition(below parentID: Int64?, kind: ContentKind, in spaceID: Int64) throws -> Int {
        try reader.one(
            """
            SELECT coalesce(max(position) + 1, 0) FROM content
            WHERE parentID IS ? AND (kind = ? OR (? AND kind IN (\(Self.treeKinds))))
            AND (parentID IS NOT NULL OR spaceID = ?)
            """, [parentID, kind.rawValue, ContentKind.ofTree.contains(kind), spaceID]
        ) { $0[0] } ?? 0
    }

    // MARK: The tree

    func move(_ id: Int64, to parentID: Int64?) throws {
        let content = try existing(id)
        if let parentID {
            try requireParent(parentID, in: content.spaceID)
            let line = try reader.ancestors(of: parentID).map(\.id) + [parentID]
            guard !line.contains(id) else { throw StoreError.parentBelowItself(id) }
        }
        let position = try nextPosition(below: parentID, kind: content.kind, in: content.spaceID)
        try run("UPDATE content SET parentID = ?, position = ? WHERE id = ?", [parentID, position, id])
        try rebuildGuards(below: id)
    }

    private func requireParent(_ parentID: Int64, in spaceID: Int64) throws {
        let parent = try existing(parentID)
        guard parent.spaceID == spaceID else {
            let key = try reader.space(id: spaceID)?.key ?? "#\(spaceID)"
            throw StoreError.parentInOtherSpace(parent: parentID, spaceKey: key)
        }
    }

    /// Titles of current pages differ within a space, ignoring case.
    func requireFreeTitle(_ title: String, in spaceID: Int64, for id: Int64?) throws {
        guard let other = try reader.content(kind: .page, title: title, spaceID: spaceID, ignoringCase: true),
            other.id != id
        else { return }
        throw StoreError.titleTaken(title: title, spaceKey: other.spaceKey)
    }
}
