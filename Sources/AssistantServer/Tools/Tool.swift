import ConfluenceToolkit
import ConfluenceWire

/// A tool as it is described to assistants.
enum Tool: String, Sendable, CaseIterable {
    case diagnose
    case explain
    case tryRepair = "try_repair"
    case permissions

    var argumentNames: [String] { properties.map(\.key) }

    var description: JSON {
        [
            "name": .string(rawValue),
            "title": .string(title),
            "description": .string(text),
            "inputSchema": [
                "type": "object", "properties": .object(properties), "required": .array(required),
                "additionalProperties": false,
            ],
            "annotations": [
                "title": .string(title), "readOnlyHint": true, "destructiveHint": false, "idempotentHint": true,
                "openWorldHint": .bool(self != .explain),
            ],
        ]
    }

    private var title: String {
        switch self {
        case .diagnose: "Diagnose a Confluence configuration"
        case .explain: "Explain an error or a cause"
        case .tryRepair: "Try the repair of a cause"
        case .permissions: "Compare permissions with needs"
        }
    }

    private var text: String {
        switch self {
        case .diagnose:
            "Finds out why a Confluence toolkit's configuration fails, proves it where possible, and says who can mend it and how. Only reads."
        case .explain:
            "Says what a pasted error, log, HAR file or page speaks for, with the words in it that do; or what a cause is, how it shows itself, who mends it and how. Sends nothing."
        case .tryRepair:
            "Makes the failing request again with the one change that would mend the given cause, and says whether it works. Changes nothing on the site nor in the configuration."
        case .permissions:
            "Says for each tool of the toolkit what it needs (product access, space permissions, page rights, API scopes), whether the account has it, and what it has beyond that. Only reads."
        }
    }

    private var required: [JSON] {
        switch self {
        case .tryRepair: ["cause"]
        case .diagnose, .permissions, .explain: []
        }
    }

    private var properties: JSONObject {
        switch self {
        case .explain:
            [
                "text": [
                    "type": "string", "description": "What somebody pasted: an error, a traceback, a log, an answer.",
                ],
                "file": ["type": "string", "description": "The path of a file with such a text, or of a HAR file."],
                "cause": Self.cause,
            ]
        case .diagnose: Self.common
        case .permissions: Self.common
        case .tryRepair:
            Self.common.reduce(into: ["cause": Self.cause] as JSONObject) { $0.append($1.key, $1.value) }
        }
    }

    private static let cause: JSON = [
        "type": "string", "description": "The id of a cause, such as credential.token-revoked.",
    ]

    private static let common: JSONObject = [
        "config": [
            "type": "string",
            "description":
                "The path of a file with an ELITEA credential, toolkit or agent as JSON or YAML. The usual way.",
        ],
        "configuration": [
            "type": "object",
            "description":
                "The configuration itself, with each secret as a reference: env:NAME or file:NAME. A secret as it is gets refused.",
        ],
        "toolkit": ["type": "string", "description": "Which toolkit, where the configuration holds several."],
        "tools": [
            "type": "array",
            "items": ["type": "string", "enum": .array(ToolkitTool.allCases.map { .string($0.rawValue) })],
            "description": "The toolkit's tools that must work, in the place of those selected.",
        ],
        "space": [
            "type": "string", "description": "The space to ask for, by its key, in the place of the configured one.",
        ],
        "page": ["type": "string", "description": "A page that should be readable, by its id or address."],
        "budget": ["type": "integer", "minimum": 1, "maximum": 100, "description": "The most requests; usually 25."],
        "offline": ["type": "boolean", "description": "Look at the configuration alone, and send nothing."],
    ]
}

extension ToolDesk {
    static let descriptions = Tool.allCases.map(\.description)

    static let instructions = """
        Diagnoses Confluence integrations of ELITEA. Pass the path of a configuration's file as “config”. Never pass a \
        token or password as an argument: it is refused. Nothing is changed on the site.
        """
}
