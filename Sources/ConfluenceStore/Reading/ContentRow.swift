import ConfluenceModel
import GRDB

/// The columns of a content record, by place.
enum ContentRow {
    static let select = columns + " " + tables

    /// How many there are.
    static let count = 26

    static let columns = """
        SELECT c.id, c.kind, c.status, c.title, c.spaceID, s.key, s.name, c.parentID, c.position, c.createdAt, \
        c.creatorID, v.number, v.createdAt, v.authorID, v.message, v.isMinorEdit, v.body, c.fileID, a.mediaType, \
        a.size, a.comment, c.guardID, (SELECT p.kind FROM content p WHERE p.id = c.parentID), c.customType, \
        c.isRaw, c.subtype
        """

    static let tables = """
        FROM content c JOIN spaces s ON s.id = c.spaceID \
        JOIN content_versions v ON v.contentID = c.id AND v.number = c.version \
        LEFT JOIN attachment_versions a ON a.contentID = c.id AND a.number = c.version 
        """
}

extension StoreReader {
    /// Reads a row of ``ContentRow/select``; `nil` for a kind or status of another release.
    func decodeContent(_ row: Columns) throws -> ContentRecord? {
        guard let kind = ContentKind(rawValue: row[1]), let status = ContentStatus(rawValue: row[2]) else { return nil }
        let version = VersionRecord(
            number: row[11], createdAt: (row[12] as Instant).date, author: try account(rowID: row[13]),
            message: row[14], isMinorEdit: row[15])
        var attachment: AttachmentFacts?
        if let fileID = row[17] as String?, let mediaType = row[18] as String? {
            attachment = AttachmentFacts(mediaType: mediaType, size: row[19], comment: row[20], fileID: fileID)
        }
        return ContentRecord(
            id: row[0], kind: kind, status: status, title: row[3], spaceID: row[4], spaceKey: row[5],
            spaceName: row[6], parentID: row[7],
            parentKind: (row[22] as String?).flatMap(ContentKind.init(rawValue:)), position: row[8], guardID: row[21],
            version: version,
            createdAt: (row[9] as Instant).date, creator: try account(rowID: row[10]), body: row[16],
            attachment: attachment,
            custom: (row[23] as String?).map { CustomType($0, isRaw: (row[24] as Int64?) == 1) },
            subtype: (row[25] as String?).flatMap(PageSubtype.init(rawValue:)))
    }
}

extension ContentFilter {
    /// The filter's parts as conditions on a content row `c` and its space `s`.
    var conditions: [SQL] {
        var conditions: [SQL] = ["c.status IN \(statuses.map(\.rawValue).sorted())"]
        if let kind { conditions.append("c.kind = \(kind.rawValue)") }
        if let kinds { conditions.append("c.kind IN \(kinds.map(\.rawValue).sorted())") }
        if let spaceID { conditions.append("c.spaceID = \(spaceID)") }
        if let spaceIDs { conditions.append("c.spaceID IN \(spaceIDs)") }
        if let spaceKey { conditions.append("s.key = \(spaceKey)") }
        if let title {
            conditions.append("c.titleKey = \(title.lowercased())")
            if !titleIgnoresCase { conditions.append("c.title = \(title)") }
        }
        if let parentID { conditions.append("c.parentID = \(parentID)") }
        if let containerID {
            conditions.append("c.parentID = \(containerID) AND c.kind IN ('comment', 'attachment', 'custom')")
        }
        if let customType { conditions.append("c.customType = \(customType)") }
        if let isLiveDoc { conditions.append(isLiveDoc ? "c.subtype = 'live'" : "c.subtype IS NULL") }
        if let ids { conditions.append("c.id IN \(ids)") }
        if let after { conditions.append("c.id > \(after)") }
        if let behind { conditions.append(order.condition(behind: behind)) }
        if let created {
            conditions.append(
                "c.createdAt >= \(Instant(created.lowerBound)) AND c.createdAt < \(Instant(created.upperBound))")
        }
        if rootsOnly { conditions.append("c.parentID IS NULL") }
        return conditions
    }
}
