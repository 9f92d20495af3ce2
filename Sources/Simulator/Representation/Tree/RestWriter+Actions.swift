import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What Data Center's form actions and its old remote service answer.
extension RestWriter {
    func movedByForm(_ page: ContentRecord) -> JSON {
        [
            "page": [
                "id": .integer(page.id), "title": .string(page.title), "spaceKey": .string(page.spaceKey),
                "url": .string(dialect.links.webUI(page)),
            ]
        ]
    }

    func remote(_ answer: RemoteAnswer) -> JSON {
        guard let id = answer.id else {
            if case .failure(let code, let text) = answer.result { return ["error": Self.error(code, text)] }
            return result(answer.result)
        }
        var json: JSON = ["jsonrpc": "2.0", "id": id]
        if case .failure(let code, let text) = answer.result {
            json["error"] = Self.error(code, text)
        } else {
            json["result"] = result(answer.result)
        }
        return json
    }

    private static func error(_ code: Int64, _ text: String) -> JSON {
        ["code": .integer(code), "message": .string(text)]
    }

    private func result(_ result: RemoteAnswer.Result) -> JSON {
        switch result {
        case .value(let value): value
        case .failure: .null
        case .permissionSets(let sets): .array(sets.map { set($0.name, $0.subjects) })
        }
    }

    /// A permission with all who have it; visitors are an entry without a name.
    private func set(_ name: String, _ subjects: [Subject]) -> JSON {
        let entries: [JSON] = subjects.map { subject in
            var entry: JSONObject = ["type": .string(name), "userName": .null, "groupName": .null]
            switch subject {
            case .user(let user): entry["userName"] = .string(user)
            case .group(let group): entry["groupName"] = .string(group)
            case .anonymous: break
            }
            return .object(entry)
        }
        return ["type": .string(name), "spacePermissions": .array(entries)]
    }
}
