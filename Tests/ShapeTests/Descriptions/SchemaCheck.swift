import ConfluenceWire

/// Where an answer is not what its description says.
struct Deviation: Hashable, Sendable, CustomStringConvertible {
    enum Kind: String, Sendable {
        /// The value is of another type, or none of the words that are allowed.
        case wrong
        /// A member that has to be there is not.
        case missing
        /// A member that nothing describes.
        case undescribed
    }

    var kind: Kind
    /// Such as `results[].version.number`.
    var path: String
    /// The named schema that the path lies in.
    var schema: String
    var words: String

    var description: String { "\(path.isEmpty ? "the answer" : path): \(words)\(schema.isEmpty ? "" : " (\(schema))")" }
}

/// Holds values to the schemas of an API description (OpenAPI 3.0, as far as Atlassian's descriptions use it).
struct SchemaCheck {
    let schemas: [String: JSON]

    func deviations(of value: JSON, from schema: JSON) -> [Deviation] {
        check(value, schema, path: "", name: "")
    }

    private func check(_ value: JSON, _ schema: JSON, path: String, name: String) -> [Deviation] {
        if let reference = schema["$ref"]?.stringValue?.split(separator: "/").last.map(String.init) {
            guard let target = schemas[reference] else {
                return [Deviation(kind: .wrong, path: path, schema: name, words: "the description has no \(reference)")]
            }
            return check(value, target, path: path, name: reference)
        }
        if value.isNull, schema["nullable"]?.boolValue == true { return [] }
        if let options = (schema["oneOf"] ?? schema["anyOf"])?.arrayValue {
            let outcomes = options.map { check(value, $0, path: path, name: name) }
            return outcomes.min { $0.count < $1.count } ?? []
        }
        var deviations = (schema["allOf"]?.arrayValue ?? []).flatMap { check(value, $0, path: path, name: name) }
        // Each part of `allOf` describes some members; only what no part describes is left over.
        if let parts = schema["allOf"]?.arrayValue?.count {
            let counts = Dictionary(grouping: deviations.filter { $0.kind == .undescribed }, by: \.path)
            deviations.removeAll { $0.kind == .undescribed }
            // Of those that all parts miss, the part with a name speaks.
            deviations += counts.values.filter { $0.count >= parts }.compactMap { found in
                found.first { !$0.schema.isEmpty } ?? found.first
            }
        }
        if let problem = typeProblem(value, schema) {
            return deviations + [Deviation(kind: .wrong, path: path, schema: name, words: problem)]
        }
        switch value {
        case .object(let object): deviations += members(of: object, schema, path, name)
        case .array(let elements):
            guard let item = schema["items"] else { break }
            for element in elements { deviations += check(element, item, path: path + "[]", name: name) }
        default: break
        }
        return deviations
    }

    private func members(of object: JSONObject, _ schema: JSON, _ path: String, _ name: String) -> [Deviation] {
        let properties = schema["properties"]?.objectValue
        var deviations: [Deviation] = []
        for needed in schema["required"]?.arrayValue?.compactMap(\.stringValue) ?? [] where object[needed] == nil {
            deviations.append(
                Deviation(kind: .missing, path: Self.join(path, needed), schema: name, words: "is missing"))
        }
        for member in object {
            let place = Self.join(path, member.key)
            if let described = properties?[member.key] {
                deviations += check(member.value, described, path: place, name: name)
            } else if let further = schema["additionalProperties"], further.objectValue != nil {
                deviations += check(member.value, further, path: place, name: name)
            } else if properties != nil, schema["additionalProperties"]?.boolValue != true {
                deviations.append(
                    Deviation(kind: .undescribed, path: place, schema: name, words: "is not described"))
            }
        }
        return deviations
    }

    private static func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    private func typeProblem(_ value: JSON, _ schema: JSON) -> String? {
        if let words = schema["enum"]?.arrayValue, !words.contains(value) {
            return "\(Self.text(value)) is none of \(words.map(Self.text).joined(separator: ", "))"
        }
        guard let type = schema["type"]?.stringValue else { return nil }
        let fits: Bool
        switch type {
        case "string":
            fits = value.stringValue != nil && Self.fits(value.stringValue ?? "", schema["format"]?.stringValue)
        case "integer": fits = value.integerValue != nil
        case "number": fits = value.doubleValue != nil
        case "boolean": fits = value.boolValue != nil
        case "array": fits = value.arrayValue != nil
        case "object": fits = value.objectValue != nil
        default: fits = true
        }
        let format = schema["format"]?.stringValue.map { " (\($0))" } ?? ""
        return fits ? nil : "\(Self.text(value).prefix(60)) is no \(type)\(format)"
    }

    private static func text(_ value: JSON) -> String { String(decoding: JSONWriter.compact(value), as: UTF8.self) }

    private static func fits(_ text: String, _ format: String?) -> Bool {
        switch format {
        case "date-time":
            text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)/) != nil
        case "uuid":
            text.wholeMatch(of: /[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}/) != nil
        default: true
        }
    }
}
