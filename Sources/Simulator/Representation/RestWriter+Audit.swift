import ConfluenceStore
import ConfluenceWire
import Foundation

/// The audit log as `/rest/api/audit` writes it; its moments are milliseconds since 1970.
extension RestWriter {
    func write(_ answer: AuditAnswer) -> Response {
        switch answer {
        case .records(let rows): ok(list(rows, record))
        case .record(let record): ok(self.record(record))
        case .retention(let period):
            ok(["number": .integer(Int64(period.number)), "units": .string(period.units.rawValue)])
        case .export(let records): export(records)
        }
    }

    private func record(_ record: AuditRecord) -> JSON {
        var author: JSONObject = ["type": "user", "displayName": .string(record.authorName), "operations": .null]
        if let account = record.author {
            for member in dialect.people.identity(account) { author.append(member.key, member.value) }
        }
        var json: JSONObject = [
            "author": .object(author), "remoteAddress": .string(record.address),
            "creationDate": .milliseconds(record.createdAt),
            "summary": .string(record.summary), "description": .string(record.description),
            "category": .string(record.category), "sysAdmin": .bool(record.isBySiteAdmin), "superAdmin": false,
        ]
        let details = (try? JSONReader.read(Array(record.details.utf8))) ?? [:]
        json["affectedObject"] = details["affectedObject"] ?? ["name": "", "objectType": ""]
        json["changedValues"] = details["changedValues"] ?? []
        json["associatedObjects"] = details["associatedObjects"] ?? []
        return .object(json)
    }

    private func export(_ records: [AuditRecord]) -> Response {
        let head = ["Date", "Author", "Remote address", "Category", "Summary", "Description"]
        let lines = records.map { record in
            [
                Instants.text(record.createdAt), record.authorName, record.address, record.category, record.summary,
                record.description,
            ]
        }
        let text = ([head] + lines).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
        return Response(
            status: 200,
            headers: [
                "Content-Type": "text/csv", "Content-Disposition": "attachment; filename=\"audit-records.csv\"",
            ], body: Array(text.utf8))
    }

    /// RFC 4180: quotes in a quoted field stand twice.
    private static func cell(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }
}
