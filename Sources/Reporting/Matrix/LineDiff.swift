/// What two texts have in common and where they differ, line by line.
enum LineDiff {
    enum Line: Sendable, Hashable {
        case same(String)
        /// Expected, and not found.
        case missing(String)
        /// Found, and not expected.
        case surplus(String)
        /// So many lines in common that are left out.
        case omitted(Int)
    }

    /// Texts of more lines are compared no further.
    private static let limit = 600

    /// - Parameter context: How many lines in common are kept around each difference.
    static func lines(expected: String, found: String, context: Int = 2) -> [Line] {
        let old = split(expected)
        let new = split(found)
        let difference = new.difference(from: old)
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var lines: [Line] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if removed.contains(left) {
                lines.append(.missing(old[left]))
                left += 1
            } else if inserted.contains(right) {
                lines.append(.surplus(new[right]))
                right += 1
            } else {
                lines.append(.same(old[left]))
                left += 1
                right += 1
            }
        }
        return folded(lines, context: context)
    }

    private static func split(_ text: String) -> [String] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        guard lines.count > limit else { return lines }
        return lines.prefix(limit) + ["… \(lines.count - limit) more lines"]
    }

    private static func folded(_ lines: [Line], context: Int) -> [Line] {
        let changed = lines.indices.filter { if case .same = lines[$0] { false } else { true } }
        let kept = Set(changed.flatMap { max(0, $0 - context)...min(lines.count - 1, $0 + context) })
        var folded: [Line] = []
        var omitted = 0
        for index in lines.indices {
            if kept.contains(index) {
                if omitted > 0 { folded.append(.omitted(omitted)) }
                omitted = 0
                folded.append(lines[index])
            } else {
                omitted += 1
            }
        }
        if omitted > 0 { folded.append(.omitted(omitted)) }
        return folded
    }
}

extension LineDiff.Line {
    /// The line as patches write it: `- ` before what is missing, `+ ` before what is surplus.
    var text: String {
        switch self {
        case .same(let line): "  " + line
        case .missing(let line): "- " + line
        case .surplus(let line): "+ " + line
        case .omitted(let count): "  … \(count) \(count == 1 ? "line" : "lines") alike"
        }
    }
}
