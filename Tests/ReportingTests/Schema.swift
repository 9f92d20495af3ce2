import ConfluenceWire
import Foundation
import Testing

/// The published schemas, and the part of JSON Schema that they use.
enum Schema {
    static func named(_ name: String) throws -> JSON {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try JSONReader.read(Array(Data(contentsOf: root.appending(path: "docs/schemas/\(name).schema.json"))))
    }

    /// What of a value a schema refuses, for the part of JSON Schema that our schemas use.
    static func violations(_ value: JSON, _ schema: JSON, in root: JSON, at path: String = "$") throws
        -> [String]
    {
        if let reference = schema["$ref"]?.stringValue {
            let name = try #require(reference.split(separator: "/").last)
            let definition = try #require(root["$defs"]?[String(name)], "\(reference)")
            return try violations(value, definition, in: root, at: path)
        }
        if let options = schema["anyOf"]?.arrayValue {
            let results = try options.map { try violations(value, $0, in: root, at: path) }
            return results.contains(where: \.isEmpty) ? [] : results.flatMap(\.self)
        }
        var found: [String] = []
        if let constant = schema["const"], constant != value { found.append("\(path) is not \(constant.compactText)") }
        if let words = schema["enum"]?.arrayValue, !words.contains(value) {
            found.append("\(path) is none of the words")
        }
        let types =
            schema["type"]?.arrayValue?.compactMap(\.stringValue) ?? [schema["type"]?.stringValue].compactMap(\.self)
        if !types.isEmpty, !types.contains(where: { matches(value, $0) }) {
            found.append("\(path) is \(value.kindName), not \(types)")
        }
        if case .array(let elements) = value, let items = schema["items"] {
            for (index, element) in elements.enumerated() {
                found += try violations(element, items, in: root, at: "\(path)[\(index)]")
            }
        }
        if case .object(let object) = value {
            for key in schema["required"]?.arrayValue ?? [] where object[key.stringValue ?? ""] == nil {
                found.append("\(path) lacks \(key.compactText)")
            }
            for member in object {
                if let property = schema["properties"]?[member.key] {
                    found += try violations(member.value, property, in: root, at: "\(path).\(member.key)")
                } else if schema["additionalProperties"] == false {
                    found.append("\(path) has the unknown member \(member.key)")
                }
            }
        }
        return found
    }

    private static func matches(_ value: JSON, _ type: String) -> Bool {
        switch type {
        case "null": value.isNull
        case "boolean": value.boolValue != nil
        case "integer": value.integerValue != nil
        case "number": value.doubleValue != nil
        case "string": value.stringValue != nil
        case "array": value.arrayValue != nil
        case "object": value.objectValue != nil
        default: false
        }
    }
}
