import ConfluenceModel

/// What two texts have in common and where they differ, line by line.
enum LineDiff {
    enum Line: Sendable, Hashable {
        case line(MergedLine)
        /// So many lines in common that are left out.
        case omitted(Int)
    }

    /// Texts of more lines are compared no further.
    private static let limit = 600

    /// - Parameter context: How many lines in common are kept around each difference.
    static func lines(expected: String, found: String, context: Int = 2) -> [Line] {
        folded(MergedLine.merging(expected: split(expected), found: split(found)), context: context)
    }

    private static func split(_ text: String) -> [String] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        guard lines.count > limit else { return lines }
        return lines.prefix(limit) + ["… \(lines.count - limit) more lines"]
    }

    private static func folded(_ lines: [MergedLine], context: Int) -> [Line] {
        let changed = lines.indices.filter { if case .same = lines[$0] { false } else { true } }
        let kept = Set(changed.flatMap { max(0, $0 - context)...min(lines.count - 1, $0 + context) })
        var folded: [Line] = []
        var omitted = 0
        for index in lines.indices {
            if kept.contains(index) {
                if omitted > 0 { folded.append(.omitted(omitted)) }
                omitted = 0
                folded.append(.line(lines[index]))
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
        case .line(let line): "\(line.mark) \(line.text)"
        case .omitted(let count): "  … \(count) \(count == 1 ? "line" : "lines") alike"
        }
    }
}
