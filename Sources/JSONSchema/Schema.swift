package import ConfluenceWire

/// A JSON Schema of 2020-12, read and ready to hold values to.
///
/// A stated subset is read: every keyword of ``SchemaKeyword``, references inside the schema, and a few formats. Any
/// other keyword is an error, because a word that is passed over checks nothing.
package struct Schema: Sendable, Hashable {
    let root: SchemaNode
    /// What references lead to, by the pointers that they hold.
    let targets: [String: SchemaNode]

    /// - Throws: ``SchemaError`` at the first keyword that can't be read.
    package init(_ source: JSON) throws(SchemaError) {
        var reader = SchemaReader(source)
        root = try reader.node(source, at: "")
        targets = try reader.targets()
    }
}

/// A schema inside a schema: what a value must meet, or that any does, or none.
struct SchemaNode: Sendable, Hashable {
    var rules: [SchemaRule]

    static let anything = SchemaNode(rules: [])
    static let nothing = SchemaNode(rules: [.never])
}

/// Why a schema can't be used, and where in it.
package struct SchemaError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The way to what is wrong, such as `properties.id.typ`; empty for the schema itself.
    package var field: String
    package var message: String

    package var description: String { field.isEmpty ? message : "\(field): \(message)" }
}

/// Where a value is not as its schema says.
package struct SchemaViolation: Sendable, Hashable, CustomStringConvertible {
    /// Such as `results[0].title`; empty for the whole value.
    package var place: String
    package var message: String

    package var description: String { "\(place.isEmpty ? "the value" : place) \(message)" }
}
