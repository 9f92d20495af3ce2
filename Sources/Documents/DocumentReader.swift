import ConfluenceWire
import Yams

/// Reads YAML and JSON files that people write, keeping the place of every value.
package enum DocumentReader {
    /// Reads one document; a name ending in `.json` is read as JSON, any other as YAML.
    ///
    /// - Parameter file: The name used in messages.
    package static func read(_ bytes: [UInt8], file: String) throws(DocumentError) -> DocumentNode {
        file.lowercased().hasSuffix(".json") ? try readJSON(bytes, file: file) : try readYAML(bytes, file: file)
    }

    package static func readJSON(_ bytes: [UInt8], file: String) throws(DocumentError) -> DocumentNode {
        let bytes = UnicodeBytes.utf8(bytes).text
        guard bytes.contains(where: { $0 > 0x20 }) else {
            throw DocumentError(file: file, line: 1, column: 1, message: "the file is empty")
        }
        let value: JSON
        let places: [[JSONReader.PathStep]: JSONReader.Place]
        do {
            (value, places) = try JSONReader.readWithPlaces(bytes)
        } catch {
            throw DocumentError(
                file: file, line: error.line, column: error.column, message: "this is not JSON: \(error.message)")
        }
        return node(value, path: [], field: "", places: places, file: file)
    }

    package static func readYAML(_ bytes: [UInt8], file: String) throws(DocumentError) -> DocumentNode {
        let text = String(decoding: UnicodeBytes.utf8(bytes).text, as: UTF8.self)
        let composed: Yams.Node?
        do {
            // What plain scalars mean is found out below; the library would match each key with all patterns that it knows.
            composed = try Yams.compose(yaml: text, .basic)
        } catch let error as YamlError {
            throw malformed(error, in: text, file: file)
        } catch {
            throw DocumentError(file: file, message: "this is not YAML: \(error)")
        }
        guard let composed else {
            throw DocumentError(file: file, line: 1, column: 1, message: "the file is empty")
        }
        // Each value takes a byte at least, but for those that aliases repeat.
        var allowance = text.utf8.count + aliasAllowance
        return try node(composed, field: "", file: file, &allowance)
    }

    /// How many values the aliases of a file may stand for: a few lines can name each other billions of times.
    private static let aliasAllowance = 100_000

    // MARK: JSON

    private static func node(
        _ value: JSON,
        path: [JSONReader.PathStep],
        field: String,
        places: [[JSONReader.PathStep]: JSONReader.Place],
        file: String
    ) -> DocumentNode {
        let place = places[path] ?? JSONReader.Place(line: 1, column: 1)
        let content: DocumentNode.Content =
            switch value {
            case .null: .null
            case .bool(let value): .bool(value)
            case .integer(let value): .integer(value)
            case .number(let value): .number(value)
            case .string(let value): .string(value)
            case .array(let elements):
                .list(
                    elements.enumerated().map { index, element in
                        node(
                            element, path: path + [.index(index)], field: "\(field)[\(index)]", places: places,
                            file: file)
                    })
            case .object(let object):
                .mapping(
                    object.map { member in
                        let value = node(
                            member.value, path: path + [.key(member.key)], field: join(field, member.key),
                            places: places, file: file)
                        return DocumentNode.Entry(key: member.key, keyPlace: value.place, value: value)
                    })
            }
        return DocumentNode(content: content, file: file, place: place, field: field)
    }

    // MARK: YAML

    private static func node(
        _ source: Yams.Node, field: String, file: String, _ allowance: inout Int
    ) throws(DocumentError) -> DocumentNode {
        let place = place(of: source)
        allowance -= 1
        guard allowance >= 0 else {
            throw DocumentError(
                file: file, line: place.line, column: place.column,
                message: "the file's aliases stand for more than \(aliasAllowance) values, write fewer of them")
        }
        let content: DocumentNode.Content
        switch source {
        case .scalar(let scalar):
            content = resolve(scalar)
        case .sequence(let sequence):
            var elements: [DocumentNode] = []
            for (index, element) in sequence.enumerated() {
                elements.append(try node(element, field: "\(field)[\(index)]", file: file, &allowance))
            }
            content = .list(elements)
        case .mapping(let mapping):
            var entries: [DocumentNode.Entry] = []
            var merged: [DocumentNode.Entry] = []
            for (key, value) in mapping {
                let keyPlace = Self.place(of: key)
                guard let name = key.scalar?.string else {
                    throw DocumentError(
                        file: file, line: keyPlace.line, column: keyPlace.column, field: field,
                        message: "a key must be a word; a placeholder such as {{name}} is written in quotes")
                }
                guard name != "<<" || key.scalar?.style != .plain else {
                    merged += try mergedEntries(of: node(value, field: field, file: file, &allowance))
                    continue
                }
                let value = try node(value, field: join(field, name), file: file, &allowance)
                entries.append(DocumentNode.Entry(key: name, keyPlace: keyPlace, value: value))
            }
            // What stands in the mapping itself goes before what is merged, and of that the first before the others.
            for entry in merged where !entries.contains(where: { $0.key == entry.key }) { entries.append(entry) }
            content = .mapping(entries)
        case .alias:
            throw DocumentError(
                file: file, line: place.line, column: place.column, field: field,
                message: "aliases are not supported, write the value again")
        }
        return DocumentNode(content: content, file: file, place: place, field: field)
    }

    /// What a merge key, `<<`, brings along: the entries of one mapping, or of several.
    private static func mergedEntries(of node: DocumentNode) throws(DocumentError) -> [DocumentNode.Entry] {
        let sources: [DocumentNode] = if case .list(let elements) = node.content { elements } else { [node] }
        var entries: [DocumentNode.Entry] = []
        for source in sources {
            guard case .mapping(let found) = source.content else {
                throw source.error("behind “<<” a mapping is expected, or a list of them")
            }
            entries += found
        }
        return entries
    }

    /// The value of a plain scalar by YAML 1.2's core schema; `yes`, `no`, `on` and `off` are texts.
    private static func resolve(_ scalar: Yams.Node.Scalar) -> DocumentNode.Content {
        let text = scalar.string
        guard scalar.style == .plain || scalar.style == .any else { return .string(text) }
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: break
        }
        guard let first = text.first, first.isASCII, first.isNumber || "+-.".contains(first) else {
            return .string(text)
        }
        if let whole = Int64(text) { return .integer(whole) }
        let isDecimal = text.allSatisfy { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }
        if isDecimal, text.contains(where: \.isNumber), let number = Double(text) { return .number(number) }
        return .string(text)
    }

    private static func place(of node: Yams.Node) -> JSONReader.Place {
        guard let mark = node.mark else { return JSONReader.Place(line: 1, column: 1) }
        return JSONReader.Place(line: mark.line, column: mark.column)
    }

    private static func malformed(_ error: YamlError, in text: String, file: String) -> DocumentError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            DocumentError(file: file, line: mark.line, column: mark.column, message: "this is not YAML: \(problem)")
        case .reader(let problem, let offset, _, _):
            // Told by bytes; a character that may not stand there has no place of its own.
            DocumentError(
                file: file, line: 1 + text.utf8.prefix(offset ?? 0).count { $0 == UInt8(ascii: "\n") },
                message: "this is not YAML: \(problem), at byte \((offset ?? 0) + 1) of the file")
        case .duplicatedKeysInMapping(let duplicates, let context):
            DocumentError(
                file: file, line: context.mark.line, column: context.mark.column,
                message: "the key \(duplicates.map { "“\($0)”" }.joined(separator: ", ")) is given twice")
        default:
            DocumentError(file: file, message: "this is not YAML: \(error)")
        }
    }

    private static func join(_ field: String, _ key: String) -> String {
        field.isEmpty ? key : "\(field).\(key)"
    }
}
