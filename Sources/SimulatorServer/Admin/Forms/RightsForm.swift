import ConfluenceModel
import ConfluenceWire
import Simulator

/// Who may do what, and why, as JSON.
enum RightsForm {
    static func json(_ verdict: RightsVerdict) -> JSON {
        [
            "granted": .bool(verdict.isGranted),
            "words": .string(verdict.words),
            "stage": .string(verdict.stage.rawValue),
            "status": verdict.status.map { .integer(Int64($0)) } ?? .null,
        ]
    }

    static func json(_ matrix: PermissionMatrix) -> JSON {
        [
            "space": .string(matrix.space),
            "operations": .array(matrix.columns.map { .string($0.rawValue) }),
            "rows": .array(
                matrix.rows.map { row in
                    var rights = JSONObject()
                    for operation in matrix.columns {
                        guard let sources = row.rights[operation], !sources.isEmpty else { continue }
                        rights[operation.rawValue] = .array(sources.map(json))
                    }
                    return [
                        "user": row.user.map(JSON.string) ?? .null,
                        "barrier": row.barrier.map(JSON.string) ?? .null,
                        "rights": .object(rights),
                    ]
                }),
        ]
    }

    private static func json(_ source: RightSource) -> JSON {
        let short =
            switch source {
            case .account: "own"
            case .group(let name): name
            case .anonymous: "everybody"
            case .superUser(let group): group
            case .role(let name, _): name
            }
        return ["short": .string(short), "words": .string(source.description)]
    }
}
