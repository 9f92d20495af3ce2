import CQL
import ConfluenceModel
import GRDB

/// Fields that are compared with one value or a list of them.
extension QueryCompiler {
    func set(_ field: SearchField, _ clause: CQLClause) throws -> SQL {
        switch field {
        case .id, .content: return "c.kind != 'space' AND c.id IN \(try contentIDs(clause))"
        case .parent: return "c.kind = 'page' AND c.parentID IN \(try contentIDs(clause))"
        case .container: return "c.kind IN ('comment', 'attachment') AND c.parentID IN \(try contentIDs(clause))"
        case .ancestor: return try below(contentIDs(clause))
        case .space, .spaceKey: return "c.spaceID IN \(try spaceIDs(clause))"
        case .spaceTitle: return try spaceTitle(clause)
        case .spaceType: return try spaceType(clause)
        case .type: return "c.kind IN \(try types(clause))"
        case .label: return try label(clause)
        case .creator: return "c.creatorID IN \(try accountIDs(clause))"
        case .contributor:
            return """
                c.id IN (SELECT v.contentID FROM content_versions v WHERE v.authorID IN \(try accountIDs(clause)))
                """
        case .macro: return try macro(clause)
        case .fileExtension, .fileExtensionDotted: return try fileExtension(clause)
        default:
            // Watches, favourites and the like: a simulated site has none, so nothing meets the clause.
            _ = try values(clause)
            return "FALSE"
        }
    }

    private func below(_ ids: [Int64]) -> SQL {
        """
        c.id IN (WITH RECURSIVE below (id) AS (
          SELECT id FROM content WHERE parentID IN \(ids) AND kind = 'page'
          UNION
          SELECT p.id FROM content p JOIN below b ON p.parentID = b.id WHERE p.kind = 'page'
        ) SELECT id FROM below)
        """
    }

    // MARK: Spaces

    /// The spaces named that the viewer may view; a hidden space answers like one that is not there.
    private func spaceIDs(_ clause: CQLClause) throws -> [Int64] {
        var ids: [Int64] = []
        let keys = try values(clause)
        for key in keys {
            guard let space = try reader.space(keyIgnoringCase: key) else { continue }
            if try context.viewer.bypasses || reader.operations(in: space.id, for: context.viewer).contains(.view) {
                ids.append(space.id)
            }
        }
        if ids.isEmpty, context.unknownSpace == .failure, let key = keys.first {
            throw CQLSearchError.unknownSpace(key: key)
        }
        return ids
    }

    private func spaceTitle(_ clause: CQLClause) throws -> SQL {
        guard let match = TextQuery(try nonEmptyText(clause)).match(in: .title) else { return "FALSE" }
        return "c.spaceID IN (SELECT rowid FROM content_index WHERE content_index MATCH \(match))"
    }

    private func spaceType(_ clause: CQLClause) throws -> SQL {
        let expected = ["global", "personal", "favourite", "favorite"]
        let kinds = try values(clause).map { try oneOf(expected, $0, clause) }
        return "c.spaceID IN (SELECT id FROM spaces WHERE kind IN \(kinds))"
    }

    // MARK: Content

    private func types(_ clause: CQLClause) throws -> [String] {
        let expected = ["space", "user"] + ContentKind.everywhere.map(\.rawValue) + context.furtherTypes
        return try values(clause).map { try oneOf(expected, $0, clause) }
    }

    /// A label without a prefix is a global one.
    private func label(_ clause: CQLClause) throws -> SQL {
        var conditions: [SQL] = []
        for value in try values(clause) {
            let parts = value.lowercased().split(separator: ":", maxSplits: 1).map(String.init)
            let isPrefixed = parts.count == 2 && ["global", "my", "team"].contains(parts[0])
            let (prefix, name) = isPrefixed ? (parts[0], parts[1]) : ("global", value.lowercased())
            conditions.append("(l.prefix = \(prefix) AND l.name = \(name))")
        }
        return """
            c.id IN (SELECT x.contentID FROM content_labels x JOIN labels l ON l.id = x.labelID \
            WHERE \(conditions.isEmpty ? "FALSE" : conditions.joined(separator: " OR ")))
            """
    }

    private func macro(_ clause: CQLClause) throws -> SQL {
        let conditions = try values(clause).map { name -> SQL in "instr(v.body, \("ac:name=\"\(name)\"")) > 0" }
        return """
            EXISTS (SELECT 1 FROM content_versions v WHERE v.contentID = c.id AND v.number = c.version \
            AND (\(conditions.isEmpty ? "FALSE" : conditions.joined(separator: " OR "))))
            """
    }

    private func fileExtension(_ clause: CQLClause) throws -> SQL {
        let conditions = try values(clause).map { value -> SQL in
            let ending = "." + value.lowercased()
            return "substr(c.titleKey, -\(ending.unicodeScalars.count)) = \(ending)"
        }
        return """
            c.kind = 'attachment' AND (\(conditions.isEmpty ? "FALSE" : conditions.joined(separator: " OR ")))
            """
    }
}
