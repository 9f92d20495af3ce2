import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation

/// Versions and histories of content as `/rest/api` writes them.
extension RestWriter {
    func tree(_ answer: TreeAnswer) throws -> Response {
        switch answer {
        case .branch(let branch): return ok(self.branch(branch))
        case .versions(let rows): return ok(list(rows) { version($0) })
        case .version(let details): return ok(version(details, isTop: true))
        case .moved(let id): return ok(["pageId": .string("\(id)")])
        case .movedByForm(let page): return ok(movedByForm(page))
        case .formErrors(let texts): return ok(["actionErrors": .array(texts.map(JSON.string))])
        case .remote(let answer): return ok(remote(answer))
        case .scan(let answer): return ok(scan(answer))
        case .places, .treeContent, .types:
            throw Refusal(.internalError, because: "this outcome has no form in /rest/api")
        }
    }

    /// The version of content that is shown, with the parts of it that were asked for.
    func version(_ details: VersionDetails, isTop: Bool = false) -> JSON {
        let version = details.version
        let id = Self.id(of: details.content)
        var json: JSONObject = ["by": user(version.author), "when": instant(version.createdAt)]
        if dialect.content.hasResourceNames { json["friendlyWhen"] = .string(Self.day(version.createdAt)) }
        json["message"] = .string(version.message)
        json["number"] = .integer(Int64(version.number))
        json["minorEdit"] = .bool(version.isMinorEdit)
        var more = JSONObject()
        if dialect.content.hasResourceNames {
            json["contentTypeModified"] = false
            json["confRev"] = .string("confluence$content$\(id).\(version.number)")
            if details.expansion.contains("collaborators") {
                json["collaborators"] = people([version.author])
            } else {
                more["collaborators"] = ""
            }
        } else {
            json["hidden"] = false
        }
        if let old = details.old { json["content"] = content(old) } else { more["content"] = link(to: details) }
        json["_expandable"] = .object(more)
        json["_links"] = withTopLinks(
            ["self": .string("\(base.url)\(dialect.content.versionRoot)/\(id)/version/\(version.number)")], isTop)
        return .object(json)
    }

    private func link(to details: VersionDetails) -> JSON {
        let path = "/rest/api/content/\(Self.id(of: details.content))"
        let number = details.version.number
        return .string(number == details.content.version.number ? path : "\(path)?status=historical&version=\(number)")
    }

    /// `Jan 31, 2026`; sites say “yesterday” and the like for what is younger.
    private static func day(_ date: Date) -> String {
        let time = CivilTime(date)
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(months[time.month - 1]) \(time.day < 10 ? "0" : "")\(time.day), \(time.year)"
    }

    private func people(_ accounts: [AccountRecord]) -> JSON {
        let names = JSON.array(accounts.map { .string(dialect.people.authorID($0)) })
        var json: JSON = ["users": .array(accounts.map { user($0) }), "userKeys": names]
        if dialect.content.hasResourceNames { json["userAccountIds"] = names }
        return json
    }

    // MARK: Histories

    /// - Parameter versions: All of them, the newest first.
    func history(
        _ record: ContentRecord, _ versions: [VersionRecord], expansion: Expansion, isTop: Bool = false
    ) -> JSON {
        let place = versions.firstIndex { $0.number == record.version.number } ?? 0
        var json: JSONObject = [
            "latest": .bool(place == 0), "createdBy": user(record.creator), "createdDate": instant(record.createdAt),
        ]
        var more = JSONObject()
        // The history's own address shows its versions unasked; inside content they have to be asked for.
        func part(_ name: String, _ version: VersionRecord?) {
            if let version, isTop || expansion.contains(name) {
                json[name] = self.version(VersionDetails(version: version, content: record))
            } else {
                more[name] = ""
            }
        }
        part("lastUpdated", versions.first ?? record.version)
        part("previousVersion", versions.dropFirst(place + 1).first)
        part("nextVersion", place > 0 ? versions[place - 1] : nil)
        if expansion.contains("contributors") {
            json["contributors"] = ["publishers": people(Self.publishers(versions))]
        } else {
            more["contributors"] = ""
        }
        if dialect.content.hasResourceNames {
            for name in ["ownedBy", "lastOwnedBy"] { more[name] = "" }
            if expansion.contains("ownedBy") {
                json["ownedBy"] = user(record.creator)
                more["ownedBy"] = nil
            }
        }
        json["_expandable"] = .object(more)
        json["_links"] = withTopLinks(
            ["self": .string("\(base.url)/rest/api/content/\(Self.id(of: record))/history")], isTop)
        return .object(json)
    }

    /// Everybody who wrote a version, in the order of their first.
    private static func publishers(_ versions: [VersionRecord]) -> [AccountRecord] {
        var seen: Set<Int64> = []
        return versions.reversed().map(\.author).filter { seen.insert($0.id).inserted }
    }
}
