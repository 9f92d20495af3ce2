import ConfluenceModel
package import ConfluenceWire

extension JSONPath {
    /// What stands at the end of the path; `nil` where it leads nowhere.
    ///
    /// A path that may lead to several places gives a list, which may be empty; its `length()` counts what was found.
    package func value(in root: JSON) -> JSON? {
        let found = places(in: root, of: root)
        guard asksForLength else { return isDefinite ? found.first : .array(found) }
        guard isDefinite else { return .integer(Int64(found.count)) }
        return found.first?.length.map { .integer(Int64($0)) }
    }

    /// All values at the ends of the path.
    func places(in value: JSON, of root: JSON) -> [JSON] {
        segments.reduce([value]) { values, segment in
            values.flatMap { value in
                let starts = segment.isDeep ? value.withAllInside : [value]
                return starts.flatMap { start in segment.selectors.flatMap { $0.taken(of: start, root: root) } }
            }
        }
    }

    /// Where a path to one place stops leading on, in words: `“page” has no “titel”, did you mean “title”?`.
    func end(in root: JSON) -> String? {
        var value = root
        var way = "the value"
        for segment in segments {
            guard !segment.isDeep, segment.selectors.count == 1 else { return nil }
            let selector = segment.selectors[0]
            guard let next = selector.taken(of: value, root: root).first else {
                return selector.refusal(of: value, way)
            }
            switch selector {
            case .key(let key): way = "“\(key)”"
            case .index(let index): way = way == "the value" ? "[\(index)]" : "\(way)[\(index)]"
            case .slice, .every, .filter: return nil
            }
            value = next
        }
        return asksForLength && value.length == nil ? "\(way) is \(value.kindName), which has no length" : nil
    }
}

extension JSONPath.Selector {
    func taken(of value: JSON, root: JSON) -> [JSON] {
        switch self {
        case .key(let key):
            return value[key].map { [$0] } ?? []
        case .index(let index):
            guard let count = value.arrayValue?.count else { return [] }
            return value[index < 0 ? count + index : index].map { [$0] } ?? []
        case .slice(let from, let to):
            guard let elements = value.arrayValue else { return [] }
            func place(_ index: Int) -> Int { min(max(index < 0 ? elements.count + index : index, 0), elements.count) }
            let start = place(from ?? 0)
            let end = place(to ?? elements.count)
            return start < end ? Array(elements[start..<end]) : []
        case .every:
            return value.inside
        case .filter(let filter):
            return value.inside.filter { filter.holds(for: $0, root: root) }
        }
    }

    fileprivate func refusal(of value: JSON, _ way: String) -> String? {
        switch (self, value) {
        case (.key(let key), .object(let object)):
            if let nearest = NearestWord.find(for: key, in: object.keys) {
                return "\(way) has no “\(key)”, did you mean “\(nearest)”?"
            }
            let keys = object.keys.prefix(12).joined(separator: ", ")
            return "\(way) has no “\(key)”; it has \(keys.isEmpty ? "nothing" : keys)"
        case (.index, .array(let elements)):
            return "\(way) has \(elements.count == 1 ? "one element" : "\(elements.count) elements")"
        default:
            return "\(way) is \(value.kindName)"
        }
    }
}

extension JSON {
    /// The elements of a list, the values of an object's members.
    var inside: [JSON] {
        switch self {
        case .array(let elements): elements
        case .object(let object): object.map(\.value)
        default: []
        }
    }

    /// The value, and all values inside it, each before what it holds.
    var withAllInside: [JSON] { [self] + inside.flatMap(\.withAllInside) }

    /// How many elements, members or characters there are; `nil` for values without a length.
    var length: Int? { arrayValue?.count ?? objectValue?.count ?? stringValue?.count }
}
