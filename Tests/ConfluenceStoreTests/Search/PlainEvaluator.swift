import CQL
import ConfluenceModel
import Foundation

/// Says of one row after another whether it meets a query, without SQL.
struct PlainEvaluator {
    let viewer: String?
    let now: Date

    func meets(_ row: PlainSite.Row, _ condition: CQLCondition) -> Bool {
        switch condition {
        case .and(let parts): parts.allSatisfy { meets(row, $0) }
        case .or(let parts): parts.contains { meets(row, $0) }
        case .not(let part): !meets(row, part)
        case .clause(let clause):
            clause.op.denied.map { !meets(row, clause, $0) } ?? meets(row, clause, clause.op)
        }
    }

    private func meets(_ row: PlainSite.Row, _ clause: CQLClause, _ op: CQLOperator) -> Bool {
        let values = values(clause.value)
        let value = values.first ?? ""
        let ids = values.compactMap { Int64($0) }
        let isContent = row.kind != "space"
        switch clause.field.lowercased() {
        case "id", "content": return isContent && ids.contains(row.id)
        case "parent": return row.kind == "page" && row.parentID.map(ids.contains) ?? false
        case "container": return row.kind == "attachment" && row.parentID.map(ids.contains) ?? false
        case "ancestor": return row.kind == "page" && row.ancestors.contains(where: ids.contains)
        case "space", "space.key": return values.map { $0.lowercased() }.contains(row.spaceKey.lowercased())
        case "type": return values.contains(row.kind)
        case "label":
            return values.contains { row.labels.contains($0) && (!$0.hasPrefix("my:") || row.creator == viewer) }
        case "creator": return people(values).contains(row.creator)
        case "contributor": return isContent && people(values).contains(row.creator)
        case "mention": return people(values).contains(where: row.mentions.contains)
        case "macro": return values.contains(where: row.macros.contains)
        case "fileextension": return row.kind == "attachment" && values.contains("pdf")
        case "title" where op == .equals: return row.title.lowercased() == value.lowercased()
        case "title": return holds(Array(row.texts.prefix(1)), value)
        case "text", "sitesearch": return holds(row.texts, value)
        case "created": return compares(row.created, op, clause.value)
        case "lastmodified": return compares(row.modified, op, clause.value)
        default: return false
        }
    }

    private func values(_ value: CQLValue) -> [String] {
        switch value {
        case .text(let text, _): [text]
        case .list(let values): values.flatMap { self.values($0) }
        case .function: [viewer ?? ""]
        }
    }

    private func people(_ names: [String]) -> [String] {
        names.map { $0.hasPrefix("a") ? "u" + $0.dropFirst() : $0 }
    }

    // MARK: Texts

    /// Whether all words, beginnings and the phrase of a value are there.
    private func holds(_ texts: [[String]], _ value: String) -> Bool {
        if value.hasPrefix("\"") {
            let phrase = value.dropFirst().dropLast().split(separator: " ").map(String.init)
            return texts.contains { text in
                text.indices.contains { text[$0...].starts(with: phrase) }
            }
        }
        let all = texts.flatMap(\.self)
        return value.split(separator: " ").allSatisfy { word in
            if word == "AND" || word == "OR" { return true }
            if word.hasSuffix("*") { return all.contains { $0.hasPrefix(word.dropLast()) } }
            if let place = word.firstIndex(of: "?") {
                let (head, tail) = (word[..<place], word[word.index(after: place)...])
                return all.contains { $0.hasPrefix(head) && $0.hasSuffix(tail) && $0.count == word.count }
            }
            return all.contains(String(word))
        }
    }

    // MARK: Dates

    /// Days are written `yyyy-MM-dd`; the only function is `now("-5d")`.
    private func compares(_ date: Date, _ op: CQLOperator, _ value: CQLValue) -> Bool {
        let start: Date
        var length: TimeInterval = 0.001
        switch value {
        case .function(_, let arguments):
            start = now.addingTimeInterval(Double(arguments.first?.dropLast() ?? "0").map { $0 * 86_400 } ?? 0)
        case .text(let text, _):
            start = (try? Date(text + "T00:00:00Z", strategy: .iso8601)) ?? .distantPast
            length = 86_400
        case .list: return false
        }
        return switch op {
        case .greater: date > start
        case .greaterOrEqual: date >= start
        case .less: date < start
        case .lessOrEqual: date <= start
        default: date >= start && date < start.addingTimeInterval(length)
        }
    }
}
