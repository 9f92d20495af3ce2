import ConfluenceClient
import ConfluenceModel
import ConfluenceWire

/// The arguments of one call, checked against what the tool takes.
struct ToolArguments: Sendable {
    private let values: JSONObject

    /// Checks the arguments as the toolkit's schema does: unknown ones are dropped, a missing one is an error.
    init(_ given: JSONObject, for tool: ToolkitTool) throws(ClientError) {
        guard let parameters = tool.parameters else {
            throw ToolError.refusal(
                "\(tool.rawValue) is not available in the native driver; use --driver elitea")
        }
        var values = JSONObject()
        for parameter in parameters {
            guard let value = given[parameter.name], !value.isNull else {
                if parameter.isRequired { throw Self.missing(parameter, given, parameters, tool) }
                continue
            }
            values.append(parameter.name, try Self.check(value, parameter, tool))
        }
        self.values = values
    }

    func text(_ name: String) -> String? { values[name]?.stringValue }

    /// A required text, which the check has seen to be there.
    func requiredText(_ name: String) -> String { text(name) ?? "" }

    func list(_ name: String) -> [JSON]? { values[name]?.arrayValue }

    func integer(_ name: String, otherwise standard: Int) -> Int {
        values[name]?.integerValue.map { Int($0) } ?? standard
    }

    func bool(_ name: String) -> Bool { values[name]?.boolValue ?? false }

    // MARK: Checks

    private static func check(
        _ value: JSON,
        _ parameter: ToolParameter,
        _ tool: ToolkitTool
    ) throws(ClientError) -> JSON {
        switch (parameter.kind, value) {
        case (.text, .string), (.list, .array), (.bool, .bool), (.integer, .integer):
            return value
        case (.filledText, .string(let text)):
            guard text.isEmpty else { return value }
            throw invalid(tool, "the argument “\(parameter.name)” is empty")
        case (.word(let words), .string(let text)):
            if words.contains(text) { return value }
            let hint =
                NearestWord.find(for: text, in: words).map { "did you mean “\($0)”?" }
                ?? "known are \(words.joined(separator: ", "))"
            throw invalid(tool, "unknown value “\(text)” of the argument “\(parameter.name)”, \(hint)")
        case (.integer, .string(let text)):
            if let number = Int64(text) { return .integer(number) }
        case (.bool, .string(let text)):
            if ["true", "false"].contains(text.lowercased()) { return .bool(text.lowercased() == "true") }
        default:
            break
        }
        let expected =
            switch parameter.kind {
            case .text, .filledText, .word: "a text"
            case .list: "a list"
            case .bool: "true or false"
            case .integer: "a whole number"
            }
        throw invalid(tool, "the argument “\(parameter.name)” must be \(expected), found \(value.kindName)")
    }

    private static func missing(
        _ parameter: ToolParameter,
        _ given: JSONObject,
        _ parameters: [ToolParameter],
        _ tool: ToolkitTool
    ) -> ClientError {
        let known = Set(parameters.map(\.name))
        let unknown = given.keys.filter { !known.contains($0) }
        let message = "the argument “\(parameter.name)” is missing"
        guard let near = NearestWord.find(for: parameter.name, in: unknown) ?? unknown.first else {
            return invalid(tool, message)
        }
        return invalid(
            tool,
            "\(message): “\(near)” is no argument of this tool, it takes \(parameters.map(\.name).joined(separator: ", "))"
        )
    }

    private static func invalid(_ tool: ToolkitTool, _ message: String) -> ClientError {
        ClientError("ValidationError", "\(tool.rawValue): \(message)")
    }
}
