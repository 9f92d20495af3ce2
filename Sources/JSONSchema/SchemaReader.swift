import ConfluenceModel
import ConfluenceWire

/// Turns the JSON of a schema into rules, and finds what its references lead to.
struct SchemaReader {
    private let source: JSON
    /// The pointers that references hold, with the place of the first.
    private var references: [(pointer: String, field: String)] = []

    init(_ source: JSON) {
        self.source = source
    }

    /// A schema inside the schema.
    mutating func node(_ json: JSON, at field: String) throws(SchemaError) -> SchemaNode {
        if let allows = json.boolValue { return allows ? .anything : .nothing }
        guard let object = json.objectValue else {
            throw wrong("a schema is expected: an object, true or false, found \(json.kindName)", field)
        }
        for member in object where SchemaKeyword(rawValue: member.key) == nil {
            throw unknown(member.key, in: field)
        }
        let fields = SchemaFields(object: object, field: field)
        try checkDialect(fields)
        var rules = try simpleRules(fields)
        rules += try objectRules(fields)
        rules += try listRules(fields)
        rules += try combinations(fields)
        for member in fields[.definitions]?.objectValue ?? [:] {
            _ = try node(member.value, at: fields.place(.definitions, member.key))
        }
        return SchemaNode(rules: rules)
    }

    /// What all references lead to; each is read once, however often it is named.
    mutating func targets() throws(SchemaError) -> [String: SchemaNode] {
        var targets: [String: SchemaNode] = [:]
        while let reference = references.popLast() {
            guard targets[reference.pointer] == nil else { continue }
            guard let json = SchemaPointer.value(at: reference.pointer, in: source) else {
                throw wrong("nothing is at “\(reference.pointer)”; write #/$defs/NAME", reference.field)
            }
            targets[reference.pointer] = try node(json, at: SchemaPointer.field(of: reference.pointer))
        }
        return targets
    }

    private func checkDialect(_ fields: SchemaFields) throws(SchemaError) {
        guard let dialect = fields[.schema] else { return }
        guard dialect.stringValue?.hasPrefix("https://json-schema.org/draft/2020-12/schema") == true else {
            throw wrong("JSON Schema 2020-12 is read, found \(dialect.compactText)", fields.place(.schema))
        }
    }

    // MARK: Any value

    private mutating func simpleRules(_ fields: SchemaFields) throws(SchemaError) -> [SchemaRule] {
        var rules: [SchemaRule] = []
        if let types = fields[.type] {
            var kinds: [ValueKind] = []
            for type in types.arrayValue ?? [types] {
                guard let word = type.stringValue, let kind = ValueKind(rawValue: word) else {
                    throw wrong(
                        Self.unknown(type, "type", ValueKind.allCases.map(\.rawValue)), fields.place(.type))
                }
                kinds.append(kind)
            }
            rules.append(.types(kinds))
        }
        if let values = try fields.list(.enum) { rules.append(.oneOfValues(values)) }
        if let value = fields[.const] { rules.append(.oneOfValues([value])) }
        let bounds: [(SchemaKeyword, SchemaRule.Bound)] = [
            (.minimum, .atLeast), (.maximum, .atMost), (.exclusiveMinimum, .above), (.exclusiveMaximum, .below),
        ]
        for (keyword, bound) in bounds {
            if let number = try fields.number(keyword) { rules.append(.number(bound, number)) }
        }
        if let number = try fields.number(.multipleOf) {
            guard number > 0 else { throw wrong("a number above zero is expected", fields.place(.multipleOf)) }
            rules.append(.multiple(of: number))
        }
        rules += try size(.characters, .minLength, .maxLength, fields)
        if let pattern = try fields.text(.pattern) {
            rules.append(.pattern(try checked(pattern, fields.place(.pattern))))
        }
        if let word = fields[.format] {
            guard let format = word.stringValue.flatMap(SchemaFormat.init(rawValue:)) else {
                throw wrong(Self.unknown(word, "format", SchemaFormat.allCases.map(\.rawValue)), fields.place(.format))
            }
            rules.append(.format(format))
        }
        if let pointer = try fields.text(.reference) {
            references.append((pointer, fields.place(.reference)))
            rules.append(.reference(pointer))
        }
        return rules
    }

    private func size(
        _ sized: SchemaRule.Sized, _ least: SchemaKeyword, _ most: SchemaKeyword, _ fields: SchemaFields
    ) throws(SchemaError) -> [SchemaRule] {
        let least = try fields.count(least)
        let most = try fields.count(most)
        return least == nil && most == nil ? [] : [.size(sized, least: least, most: most)]
    }

    // MARK: Objects and lists

    private mutating func objectRules(_ fields: SchemaFields) throws(SchemaError) -> [SchemaRule] {
        var members = SchemaRule.Members()
        members.named = try nodes(.properties, fields)
        members.patterns = try nodes(.patternProperties, fields)
        for pattern in members.patterns.keys { _ = try checked(pattern, fields.place(.patternProperties, pattern)) }
        members.others = try node(.additionalProperties, fields)
        var rules: [SchemaRule] = members == SchemaRule.Members() ? [] : [.members(members)]
        if let names = try node(.propertyNames, fields) { rules.append(.memberNames(names)) }
        if let names = try fields.texts(.required) { rules.append(.required(names, ifPresent: nil)) }
        for member in fields[.dependentRequired]?.objectValue ?? [:] {
            let further = SchemaFields(object: [SchemaKeyword.required.rawValue: member.value], field: "")
            rules.append(.required(try further.texts(.required) ?? [], ifPresent: member.key))
        }
        return rules + (try size(.members, .minProperties, .maxProperties, fields))
    }

    private mutating func listRules(_ fields: SchemaFields) throws(SchemaError) -> [SchemaRule] {
        var rules: [SchemaRule] = []
        let first = try nodes(inList: .prefixItems, fields) ?? []
        let rest = try node(.items, fields)
        if !first.isEmpty || rest != nil { rules.append(.elements(first: first, rest: rest)) }
        if let wanted = try node(.contains, fields) {
            rules.append(
                .contains(wanted, least: try fields.count(.minContains) ?? 1, most: try fields.count(.maxContains)))
        }
        if let unique = fields[.uniqueItems] {
            guard let unique = unique.boolValue else {
                throw wrong("true or false is expected", fields.place(.uniqueItems))
            }
            if unique { rules.append(.unique) }
        }
        return rules + (try size(.elements, .minItems, .maxItems, fields))
    }

    // MARK: Schemas together

    private mutating func combinations(_ fields: SchemaFields) throws(SchemaError) -> [SchemaRule] {
        var rules: [SchemaRule] = []
        if let nodes = try nodes(inList: .allOf, fields) { rules.append(.all(nodes)) }
        if let nodes = try nodes(inList: .anyOf, fields) { rules.append(.any(nodes)) }
        if let nodes = try nodes(inList: .oneOf, fields) { rules.append(.one(nodes)) }
        if let other = try node(.not, fields) { rules.append(.not(other)) }
        if let condition = try node(.if, fields) {
            rules.append(
                .conditional(condition, then: try node(.then, fields), otherwise: try node(.else, fields)))
        } else if let word = [SchemaKeyword.then, .else].first(where: { fields[$0] != nil }) {
            throw wrong("“\(word.rawValue)” without “if” is never looked at", fields.place(word))
        }
        return rules
    }

    private mutating func node(
        _ keyword: SchemaKeyword, _ fields: SchemaFields
    ) throws(SchemaError) -> SchemaNode? {
        guard let json = fields[keyword] else { return nil }
        return try node(json, at: fields.place(keyword))
    }

    private mutating func nodes(
        _ keyword: SchemaKeyword, _ fields: SchemaFields
    ) throws(SchemaError) -> [String: SchemaNode] {
        guard let json = fields[keyword] else { return [:] }
        guard let object = json.objectValue else {
            throw wrong("an object of schemas is expected", fields.place(keyword))
        }
        var nodes: [String: SchemaNode] = [:]
        for member in object { nodes[member.key] = try node(member.value, at: fields.place(keyword, member.key)) }
        return nodes
    }

    private mutating func nodes(
        inList keyword: SchemaKeyword, _ fields: SchemaFields
    ) throws(SchemaError) -> [SchemaNode]? {
        guard let elements = try fields.list(keyword) else { return nil }
        guard !elements.isEmpty else { throw wrong("at least one schema is expected", fields.place(keyword)) }
        var nodes: [SchemaNode] = []
        for (index, element) in elements.enumerated() {
            nodes.append(try node(element, at: "\(fields.place(keyword))[\(index)]"))
        }
        return nodes
    }

    // MARK: Mistakes

    private func checked(_ pattern: String, _ field: String) throws(SchemaError) -> String {
        guard (try? Regex(pattern)) != nil else { throw wrong("“\(pattern)” is not a regular expression", field) }
        return pattern
    }

    private func unknown(_ key: String, in field: String) -> SchemaError {
        let words = Self.unknown(.string(key), "keyword", SchemaKeyword.allCases.map(\.rawValue))
        return wrong(words, field.isEmpty ? key : "\(field).\(key)")
    }

    private static func unknown(_ word: JSON, _ kind: String, _ known: [String]) -> String {
        let text = word.stringValue ?? word.compactText
        if let nearest = NearestWord.find(for: text, in: known) {
            return "unknown \(kind) “\(text)” of JSON Schema, did you mean “\(nearest)”?"
        }
        return "unknown \(kind) “\(text)” of JSON Schema; known are \(known.joined(separator: ", "))"
    }

    private func wrong(_ message: String, _ field: String) -> SchemaError {
        SchemaError(field: field, message: message)
    }
}
