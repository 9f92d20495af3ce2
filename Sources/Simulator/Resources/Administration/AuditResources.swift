import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation

/// What the routes of the audit log answer.
enum AuditAnswer: Sendable {
    case records(Rows<AuditRecord>)
    case record(AuditRecord)
    case retention(RetentionPeriod)
    case export([AuditRecord])
}

/// How long entries of the audit log are kept.
struct RetentionPeriod: Sendable, Hashable {
    var number: Int
    var units: Unit

    /// The units that make sense of those that the API names.
    enum Unit: String, Sendable, Hashable, CaseIterable {
        case hours = "HOURS"
        case days = "DAYS"
        case weeks = "WEEKS"
        case months = "MONTHS"
        case years = "YEARS"

        var seconds: TimeInterval {
            switch self {
            case .hours: 3600
            case .days: 86_400
            case .weeks: 7 * 86_400
            case .months: 30 * 86_400
            case .years: 365 * 86_400
            }
        }
    }

    var seconds: TimeInterval { Double(number) * units.seconds }

    /// `3 YEARS`
    var text: String { "\(number) \(units.rawValue)" }

    init(number: Int, units: Unit) {
        self.number = number
        self.units = units
    }

    /// Reads ``text``.
    init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let number = Int(parts[0]), let units = Unit(rawValue: String(parts[1])) else {
            return nil
        }
        self.init(number: number, units: units)
    }

    /// What sites have unless their administrator chose otherwise.
    static let standard = RetentionPeriod(number: 3, units: .years)
    /// The longest that is taken.
    static let longest: TimeInterval = 10 * 365 * 86_400
}

/// The audit log, which administrators of the site read and programs add to.
extension Resource {
    static let auditRecords = auditList { call, _ in
        AuditFilter(from: try call.milliseconds("startDate"), to: try call.milliseconds("endDate"))
    }

    /// The entries of the last so many units of time.
    static let auditSince = auditList { call, world in
        let text = call.item("number") ?? "3"
        guard let number = Int(text) else {
            throw Refusal(.numberUnreadable, [.name: "number", .text: text], because: "number=\(text) is no number")
        }
        let words = (call.item("units") ?? "MONTHS").uppercased()
        guard let units = RetentionPeriod.Unit(rawValue: words), number >= 0 else {
            throw RestrictionDraft.invalid("Invalid units: \(words)")
        }
        return AuditFilter(from: world.now.addingTimeInterval(-RetentionPeriod(number: number, units: units).seconds))
    }

    private static func auditList(_ filter: @escaping @Sendable (Call, World) throws -> AuditFilter) -> Resource {
        .reading(siteAdministration) { grant, store, world in
            let call = grant.call
            let paging = try call.paging(limit: 1000)
            var wanted = try filter(call, world)
            wanted.text = call.item("searchString")
            let found = try store.auditRecords(wanted, offset: paging.start, limit: paging.limit + 1)
            return .audit(.records(Rows(found, paging: paging)))
        }
    }

    static let auditExport = Resource.reading(siteAdministration) { grant, store, _ in
        let call = grant.call
        guard (call.item("format") ?? "csv") == "csv" else { throw RestrictionDraft.invalid("Unsupported format.") }
        let filter = AuditFilter(
            from: try call.milliseconds("startDate"), to: try call.milliseconds("endDate"),
            text: call.item("searchString"))
        return .audit(.export(try store.auditRecords(filter, offset: 0, limit: 10_000)))
    }

    static let addAuditRecord = Resource(demand: siteAdministration) { grant, world in
        let body = try grant.call.body()
        guard let address = body["remoteAddress"]?.stringValue else {
            throw RestrictionDraft.invalid("remoteAddress is required.")
        }
        var details = JSONObject()
        for name in ["affectedObject", "changedValues", "associatedObjects"] { details[name] = body[name] }
        let text = JSON.object(details).compactText
        return try world.change(by: grant) { writer, _ in
            let author = try grant.call.dialect.people.account(writer.reader) { body["author"]?[$0]?.stringValue }
            let record = AuditRecord(
                author: author,
                authorName: body["author"]?["displayName"]?.stringValue ?? author?.displayName ?? "", address: address,
                createdAt: body["creationDate"]?.integerValue.map { Date(timeIntervalSince1970: Double($0) / 1000) }
                    ?? world.now,
                summary: body["summary"]?.stringValue ?? "", description: body["description"]?.stringValue ?? "",
                category: body["category"]?.stringValue ?? "", isBySiteAdmin: body["sysAdmin"]?.boolValue ?? false,
                details: text)
            try writer.record(record)
            return .audit(.record(record))
        }
    }

    static let auditRetention = Resource.reading(siteAdministration) { _, store, _ in
        .audit(.retention(try store.siteSetting("auditRetention").flatMap(RetentionPeriod.init) ?? .standard))
    }

    /// Entries that are older than the new period are forgotten.
    static let setAuditRetention = Resource(demand: siteAdministration) { grant, world in
        let body = try grant.call.body()
        guard let number = body["number"]?.integerValue, number > 0, number < 100_000,
            let units = (body["units"]?.stringValue?.uppercased()).flatMap(RetentionPeriod.Unit.init(rawValue:))
        else { throw RestrictionDraft.invalid("The retention period is invalid.") }
        let period = RetentionPeriod(number: Int(number), units: units)
        guard period.seconds <= RetentionPeriod.longest else {
            throw RestrictionDraft.invalid("The retention period is too long.")
        }
        try world.change(by: grant) { writer, _ in
            try writer.setSite("auditRetention", to: period.text)
            try writer.forgetAuditRecords(before: world.now.addingTimeInterval(-period.seconds))
        }
        return .audit(.retention(period))
    }
}

extension Call {
    /// A moment of the query, in milliseconds since 1970.
    fileprivate func milliseconds(_ name: String) throws(Refusal) -> Date? {
        guard let text = item(name) else { return nil }
        guard let number = Int64(text) else {
            throw Refusal(.numberUnreadable, [.name: name, .text: text], because: "\(name)=\(text) is no whole number")
        }
        return Date(timeIntervalSince1970: Double(number) / 1000)
    }
}
