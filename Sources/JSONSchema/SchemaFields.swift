import ConfluenceWire

/// The keywords of one schema, with readers that name the keyword when something is wrong.
struct SchemaFields {
    let object: JSONObject
    /// The way to the schema inside the whole one.
    let field: String

    subscript(keyword: SchemaKeyword) -> JSON? { object[keyword.rawValue] }

    func place(_ keyword: SchemaKeyword, _ member: String? = nil) -> String {
        [field, keyword.rawValue, member ?? ""].filter { !$0.isEmpty }.joined(separator: ".")
    }

    func text(_ keyword: SchemaKeyword) throws(SchemaError) -> String? {
        try value(keyword, "a text is expected") { $0.stringValue }
    }

    func number(_ keyword: SchemaKeyword) throws(SchemaError) -> Double? {
        try value(keyword, "a number is expected") { $0.doubleValue }
    }

    func count(_ keyword: SchemaKeyword) throws(SchemaError) -> Int? {
        try value(keyword, "a whole number from 0 on is expected") { json in
            json.integerValue.flatMap { Int(exactly: $0) }.flatMap { $0 < 0 ? nil : $0 }
        }
    }

    func list(_ keyword: SchemaKeyword) throws(SchemaError) -> [JSON]? {
        try value(keyword, "a list is expected") { $0.arrayValue }
    }

    func texts(_ keyword: SchemaKeyword) throws(SchemaError) -> [String]? {
        try value(keyword, "a list of texts is expected") { json in
            json.arrayValue.flatMap { elements in
                let texts = elements.compactMap(\.stringValue)
                return texts.count == elements.count ? texts : nil
            }
        }
    }

    private func value<Value>(
        _ keyword: SchemaKeyword, _ expected: String, _ read: (JSON) -> Value?
    ) throws(SchemaError) -> Value? {
        guard let json = self[keyword] else { return nil }
        guard let value = read(json) else {
            throw SchemaError(field: place(keyword), message: "\(expected), found \(json.kindName)")
        }
        return value
    }
}
