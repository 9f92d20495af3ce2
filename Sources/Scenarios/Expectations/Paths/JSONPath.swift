/// A way into a JSON value: `page.title`, `results[*].id`, `..key`, `[?(@.type == 'page')]`, `results.length()`.
///
/// A `$` at its start is allowed. What is read is a subset of RFC 9535, and `length()` at the end.
package struct JSONPath: Sendable, Hashable, CustomStringConvertible {
    let segments: [Segment]
    /// Whether it is asked how much there is at its end, rather than what.
    let asksForLength: Bool
    package let description: String

    /// One step, to members of the value itself or also of all values inside it.
    struct Segment: Sendable, Hashable {
        var selectors: [Selector]
        var isDeep = false
    }

    /// What a step takes of a value.
    enum Selector: Sendable, Hashable {
        case key(String)
        /// One below zero counts from the end.
        case index(Int)
        case slice(from: Int?, to: Int?)
        case every
        case filter(JSONPathFilter)
    }

    /// What is wrong with a text that should be a path.
    package struct Malformed: Error, Sendable, Hashable {
        package var message: String
    }

    init(segments: [Segment], asksForLength: Bool, description: String) {
        self.segments = segments
        self.asksForLength = asksForLength
        self.description = description
    }

    package init(parsing text: String) throws(Malformed) {
        var reader = JSONPathReader(text)
        self = try reader.path()
    }

    /// Whether it leads to one place at most; any other leads to a list of what was found.
    package var isDefinite: Bool {
        segments.allSatisfy { segment in
            guard !segment.isDeep, segment.selectors.count == 1 else { return false }
            switch segment.selectors[0] {
            case .key, .index: return true
            case .slice, .every, .filter: return false
            }
        }
    }
}
