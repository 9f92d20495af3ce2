package import ConfluenceWire

/// Learns the shape of a JSON value; values themselves go no further than the words of the product.
package struct ShapeLearner: Sendable {
    private let places: Places

    package init(template: String) {
        places = Places(template: template)
    }

    package func shape(of value: JSON) -> ValueShape { shape(of: value, path: []) }

    private func shape(of value: JSON, path: [String]) -> ValueShape {
        var shape = ValueShape()
        guard !places.isSomebodysData(path) else {
            shape.kinds = [.anything]
            return shape
        }
        switch value {
        case .null: shape.kinds = [.null]
        case .bool: shape.kinds = [.boolean]
        case .integer: shape.kinds = [.integer]
        case .number: shape.kinds = [.number]
        case .string(let text): learn(text, path.last ?? "", &shape)
        case .array(let elements):
            shape.kinds = [.list]
            for element in elements {
                let seen = self.shape(of: element, path: path + ["*"])
                if shape.element.isEmpty { shape.element = [seen] } else { shape.element[0].merge(seen) }
            }
        case .object(let object): learn(object, path, &shape)
        }
        return shape
    }

    private func learn(_ text: String, _ name: String, _ shape: inout ValueShape) {
        shape.kinds = [.text]
        guard !text.isEmpty else { return }
        if TextRules.worded.contains(name), TextRules.words.contains(text) {
            shape.words = [text]
        } else {
            shape.formats = [Self.format(of: text, name)]
        }
    }

    /// How a text is written, where its member's name lets that mean something.
    static func format(of text: String, _ name: String) -> TextFormat {
        let isFree = TextRules.free.contains(name) || name == "*" || name == MemberName.anyName
        return isFree ? .other : TextFormat(text) ?? .other
    }

    private func learn(_ object: JSONObject, _ path: [String], _ shape: inout ValueShape) {
        shape.kinds = [.object]
        for member in object {
            let isData = places.isDataName(member.key, in: path)
            let name = isData ? MemberName.anyName : member.key
            let seen = self.shape(of: member.value, path: path + [name])
            if shape.members[name] == nil {
                // Of names that are data none has to be there, and paging ends somewhere.
                let isOptional = isData || (path.last == "_links" && ["next", "prev"].contains(name))
                shape.members[name] = ValueShape.Member(shape: seen, isOptional: isOptional)
            } else {
                shape.members[name]?.shape.merge(seen)
            }
        }
    }

    /// Which places of an endpoint's answers hold data that no product formed.
    struct Places: Sendable {
        private let isAboutProperties: Bool
        private static let depthLimit = 24

        init(template: String) {
            isAboutProperties = template.contains("/property") || template.contains("/properties")
        }

        /// The value of a property is whatever an app put there, and so are a few other members.
        func isSomebodysData(_ path: [String]) -> Bool {
            guard path.count < Self.depthLimit else { return true }
            guard path.last == "value" else { return path.last == "extraAttributes" }
            if path.count >= 3, MemberName.holdsChosenNames(Array(path.dropLast(2))) { return true }
            return isAboutProperties && (path.count == 1 || path == ["results", "*", "value"])
        }

        /// Whether somebody chose the name of a member in the object at that path.
        func isDataName(_ name: String, in path: [String]) -> Bool {
            MemberName.holdsChosenNames(path) || !MemberName.isStructural(name)
        }
    }
}
