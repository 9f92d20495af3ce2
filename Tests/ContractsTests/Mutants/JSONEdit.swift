import ConfluenceWire

extension JSON {
    /// The value with what stands at a path changed; `nil` takes it away, and keys that lack are made.
    ///
    /// - Parameter path: Keys with points between them, `[n]` for an element, `[*]` for each: `results[*].version.number`.
    func edited(at path: String, _ change: (JSON?) -> JSON?) -> JSON {
        edited(Self.steps(of: path)[...], change) ?? .null
    }

    private func edited(_ steps: ArraySlice<String>, _ change: (JSON?) -> JSON?) -> JSON? {
        guard let step = steps.first else { return change(self) }
        let rest = steps.dropFirst()
        if step.hasPrefix("[") {
            guard let elements = arrayValue else { return self }
            let wanted = Int(step.dropFirst().dropLast())
            return .array(
                elements.enumerated().compactMap { index, element in
                    wanted == nil || wanted == index ? element.edited(rest, change) : element
                })
        }
        guard objectValue != nil else { return self }
        var copy = self
        if let member = self[step] {
            copy[step] = member.edited(rest, change)
        } else if rest.isEmpty {
            copy[step] = change(nil)
        }
        return copy
    }

    private static func steps(of path: String) -> [String] {
        path.replacing("[", with: ".[").split(separator: ".").map(String.init)
    }
}
