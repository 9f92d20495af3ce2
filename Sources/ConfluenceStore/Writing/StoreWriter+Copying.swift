import ConfluenceModel
import GRDB

package import struct Foundation.Date

/// What a copy takes along beside title and body.
package struct CopiedParts: OptionSet, Sendable, Hashable {
    package let rawValue: Int

    package init(rawValue: Int) {
        self.rawValue = rawValue
    }

    package static let attachments = CopiedParts(rawValue: 1)
    package static let labels = CopiedParts(rawValue: 2)
    package static let properties = CopiedParts(rawValue: 4)
    package static let restrictions = CopiedParts(rawValue: 8)
}

extension StoreWriter {
    /// Makes a copy of a page; its history begins anew.
    package func copy(
        _ id: Int64, title: String, body: String? = nil, spaceID: Int64, parentID: Int64?, with parts: CopiedParts,
        author: AccountRecord, now: Date
    ) throws -> ContentRecord {
        let source = try existing(id)
        let copy = try createContent(
            kind: source.kind, title: title, spaceID: spaceID, parentID: parentID, body: body ?? source.body,
            subtype: source.subtype, author: author, now: now)
        try copyParts(parts, from: id, to: copy.id, author: author, now: now)
        return try existing(copy.id)
    }

    /// Puts on content what hangs on other content.
    package func copyParts(
        _ parts: CopiedParts, from id: Int64, to copyID: Int64, author: AccountRecord, now: Date
    ) throws {
        if parts.contains(.attachments) { try copyAttachments(from: id, to: copyID, author: author, now: now) }
        if parts.contains(.labels) {
            // Who copies sees no label that belongs to somebody else.
            for label in try reader.labels(of: id, visibleTo: Viewer(account: author)) {
                try addLabel(prefix: label.prefix, name: label.name, to: copyID, by: author)
            }
        }
        if parts.contains(.properties) {
            try copyProperties(from: .content(id), to: .content(copyID), author: author, now: now)
        }
        if parts.contains(.restrictions) {
            for restriction in try reader.restrictions(of: id) {
                try setRestriction(of: copyID, operation: restriction.operation, subjects: restriction.subjects)
            }
        }
    }

    private func copyProperties(
        from source: PropertyOwner, to copy: PropertyOwner, author: AccountRecord, now: Date
    ) throws {
        for property in try reader.properties(of: source) {
            if let old = try reader.property(key: property.key, of: copy) {
                try updateProperty(id: old.id, value: property.value, of: copy, author: author, now: now)
            } else {
                try createProperty(key: property.key, value: property.value, of: copy, author: author, now: now)
            }
        }
    }

    /// Files that the copy has already, under the same names, stay as they are.
    private func copyAttachments(from id: Int64, to copyID: Int64, author: AccountRecord, now: Date) throws {
        let taken = Set(try reader.attachments(of: copyID, limit: Int(Int32.max)).map(\.title))
        for file in try reader.attachments(of: id, limit: Int(Int32.max)) where !taken.contains(file.title) {
            try addAttachment(
                to: copyID, name: file.title, mediaType: file.attachment?.mediaType ?? "application/octet-stream",
                data: try reader.attachmentData(file.id) ?? [], comment: file.attachment?.comment ?? "",
                author: author, now: now)
        }
    }
}
