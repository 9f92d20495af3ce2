import ConfluenceWire

/// A reference to a place inside the schema that holds it (RFC 6901): `#/$defs/page`, or `#` for the whole.
enum SchemaPointer {
    static func value(at pointer: String, in root: JSON) -> JSON? {
        guard let steps = steps(of: pointer) else { return nil }
        return steps.reduce(Optional(root)) { value, step in
            value.flatMap { $0[step] ?? Int(step).flatMap { index in value?[index] } }
        }
    }

    /// The place as errors name it: `$defs.page`.
    static func field(of pointer: String) -> String {
        (steps(of: pointer) ?? []).joined(separator: ".")
    }

    private static func steps(of pointer: String) -> [String]? {
        if pointer == "#" { return [] }
        guard pointer.hasPrefix("#/") else { return nil }
        return pointer.dropFirst(2).split(separator: "/", omittingEmptySubsequences: false).map { step in
            PercentEncoding.decode(step).replacing("~1", with: "/").replacing("~0", with: "~")
        }
    }
}
