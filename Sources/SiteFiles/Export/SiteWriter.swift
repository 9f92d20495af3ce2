package import ConfluenceModel
package import ConfluenceWire
import Foundation

/// Writes a site that was exported in the words of site files.
package enum SiteWriter {
    /// - Parameter attach: Told the name of a file and its bytes; answers what stands in their place.
    package static func document(
        _ site: SiteDefinition, attach: (_ name: String, _ bytes: [UInt8]) throws -> JSON
    ) rethrows -> JSON {
        var document = JSONObject()
        document.append("name", .string(site.name))
        switch site.deployment {
        case .cloud: document.append("deployment", "cloud")
        case .dataCenter(let version):
            document.append("deployment", "data-center")
            document.append("version", .string(version.description))
        }
        document.append("host", .string(site.host))
        document.append("context-path", .string(site.contextPath))
        document.append("cloud-id", .string(site.cloudID))
        let settings = SettingsWriter.document(site.settings, on: site.deployment.kind)
        if case .object(let object) = settings, !object.isEmpty { document.append("settings", settings) }
        if !site.faults.isEmpty {
            document.append("faults", .array(site.faults.map { FaultWriter.document($0) }))
        }
        if !site.customRoles.isEmpty {
            document.append(
                "roles",
                .array(
                    site.customRoles.map {
                        [
                            "name": .string($0.name), "description": .string($0.description),
                            "may": .array($0.operations.map(\.rawValue).sorted().map(JSON.string)),
                        ]
                    }))
        }
        if !site.classificationLevels.isEmpty {
            document.append(
                "classification-levels", .array(site.classificationLevels.map(ClassificationReader.document)))
        }
        if !site.answers.isEmpty {
            document.append("answers", .array(site.answers.map(AnswersWriter.document)))
        }
        if let records = site.records { document.append("records", try self.records(records, attach: attach)) }
        return .object(document)
    }

    /// A site in one document: bytes are written into it.
    package static func document(_ site: SiteDefinition) -> JSON {
        document(site) { _, bytes in ["base64": .string(Data(bytes).base64EncodedString())] }
    }

    // MARK: Records

    private static func records(
        _ records: SiteRecords, attach: (_ name: String, _ bytes: [UInt8]) throws -> JSON
    ) rethrows -> JSON {
        var tables = JSONObject()
        for table in records.tables where !table.rows.isEmpty {
            tables.append(table.name, .array(try table.rows.map { try row($0, table.name, attach: attach) }))
        }
        return ["made-up-to": .string(records.madeUpTo), "tables": .object(tables)]
    }

    private static func row(
        _ row: SiteRecords.Row, _ table: String, attach: (_ name: String, _ bytes: [UInt8]) throws -> JSON
    ) rethrows -> JSON {
        var object = JSONObject()
        for field in row.fields {
            let value: JSON =
                switch field.value {
                case .integer(let number): .integer(number)
                case .number(let number): .number(number)
                case .text(let text): .string(text)
                case .bytes(let bytes): try attach(name(of: row, table, field.column), bytes)
                }
            object.append(field.column, value)
        }
        return .object(object)
    }

    /// Told apart by the numbers of the row, which lead to it.
    private static func name(of row: SiteRecords.Row, _ table: String, _ column: String) -> String {
        let numbers = row.fields.prefix(2).compactMap { field -> String? in
            if case .integer(let number) = field.value { String(number) } else { nil }
        }
        return ([table] + numbers + [column]).joined(separator: "-")
    }
}
