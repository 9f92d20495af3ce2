import GRDB

/// The labels of content and of spaces; their names are lower-case.
extension StoreWriter {
    /// Puts a label on content, unless it is there.
    ///
    /// - Parameter person: Who puts it there, to whom a label with the prefix `my` belongs.
    @discardableResult
    package func addLabel(
        prefix: String = "global", name: String, to id: Int64, by person: AccountRecord? = nil
    ) throws -> LabelRecord {
        _ = try existing(id)
        let label = try label(prefix: prefix, name: name, of: person)
        try run("INSERT OR IGNORE INTO content_labels (contentID, labelID) VALUES (?, ?)", [id, label.id])
        if label.ownerID == nil { try indexLabels(of: id) }
        return label
    }

    /// Takes one label of a name off content, that of the prefix `my` before others; answers which it was.
    ///
    /// - Parameter viewer: Who takes it away; labels that others alone see stay.
    @discardableResult
    package func removeLabel(name: String, from id: Int64, visibleTo viewer: Viewer) throws -> LabelRecord? {
        let found = try reader.labels(of: id, visibleTo: viewer).filter { $0.name == name.lowercased() }
        guard let label = found.first(where: { $0.ownerID != nil }) ?? found.first else { return nil }
        try run("DELETE FROM content_labels WHERE contentID = ? AND labelID = ?", [id, label.id])
        if label.ownerID == nil { try indexLabels(of: id) }
        return label
    }

    /// Puts a label on a space, unless it is there.
    package func addLabel(prefix: String, name: String, toSpace id: Int64, by person: AccountRecord? = nil) throws {
        let label = try label(prefix: prefix, name: name, of: person)
        try run("INSERT OR IGNORE INTO space_labels (spaceID, labelID) VALUES (?, ?)", [id, label.id])
    }

    /// Takes a label off a space, whatever its prefix unless one is given; answers whether it was there.
    package func removeLabel(
        prefix: String?, name: String, fromSpace id: Int64, visibleTo viewer: Viewer
    ) throws -> Bool {
        let found = try reader.labels(ofSpace: id, visibleTo: viewer).filter {
            $0.name == name.lowercased() && (prefix == nil || $0.prefix == prefix)
        }
        for label in found {
            try run("DELETE FROM space_labels WHERE spaceID = ? AND labelID = ?", [id, label.id])
        }
        return !found.isEmpty
    }

    /// The label, which is made where there is none.
    func label(prefix: String, name: String, of person: AccountRecord?) throws -> LabelRecord {
        let name = name.lowercased()
        guard prefix != LabelRecord.personalPrefix || person != nil else {
            throw StoreError.definition("the label “my:\(name)” belongs to nobody")
        }
        let owner = prefix == LabelRecord.personalPrefix ? person?.id : nil
        try run("INSERT OR IGNORE INTO labels (prefix, name, ownerID) VALUES (?, ?, ?)", [prefix, name, owner])
        let id: Int64? = try reader.one(
            "SELECT id FROM labels WHERE name = ? AND prefix = ? AND ownerID IS ?", [name, prefix, owner]
        ) { $0[0] }
        return LabelRecord(id: id ?? 0, prefix: prefix, name: name, ownerID: owner)
    }
}
