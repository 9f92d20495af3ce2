import ConfluenceModel

/// Where two texts differ: the lines around the first difference, not two whole texts.
enum TextDifference {
    /// How many equal lines are shown before a difference, and after it.
    private static let context = 2
    /// How many lines are shown at most.
    private static let most = 14
    /// Longer lines are shown around the first character that differs.
    private static let width = 140

    /// The first difference, on one line for short texts and otherwise as lines marked `-` for expected and `+` for found.
    static func words(found: String, expected: String) -> String {
        if found == expected { return "the two are the same" }
        let mine = lines(of: found)
        let theirs = lines(of: expected)
        if mine.count == 1, theirs.count == 1 {
            let (found, expected) = around(found, expected)
            return "it is “\(found)”, expected “\(expected)”"
        }
        let start = zip(mine, theirs).prefix { $0 == $1 }.count
        return "from line \(start + 1) on (- expected, + found):\n"
            + shown(mine, theirs, from: start).joined(separator: "\n")
    }

    /// All lines of both texts: those of one alone are marked, the others indented.
    private static func shown(_ mine: [String], _ theirs: [String], from start: Int) -> [String] {
        let first = max(0, start - context)
        let merged = MergedLine.merging(
            expected: Array(theirs[first...].prefix(400)), found: Array(mine[first...].prefix(400)))
        let last = (merged.lastIndex { $0.mark != " " } ?? 0) + context
        let wanted = merged.prefix(min(last + 1, most))
        var shown: [String] = []
        for (index, line) in wanted.enumerated() {
            // A line and the one that took its place are cut around the same character.
            let partner = wanted.dropFirst(index + 1).first { $0.mark != line.mark && $0.mark != " " }
            let earlier = wanted.prefix(index).last { $0.mark != line.mark && $0.mark != " " }
            let other = line.mark == "-" ? partner : earlier
            shown.append("\(line.mark) \(around(line.text, other?.text ?? line.text).0)")
        }
        let left = last + 1 - wanted.count
        return left > 0 && merged.count > wanted.count ? shown + ["  … (more lines differ)"] : shown
    }

    /// Two long lines cut around the first character in which they differ.
    private static func around(_ one: String, _ other: String) -> (String, String) {
        guard one.count > width || other.count > width else { return (one, other) }
        let same = zip(one, other).prefix { $0 == $1 }.count
        func cut(_ text: String) -> String {
            let start = max(0, same - width / 3)
            let piece = text.dropFirst(start).prefix(width)
            return (start > 0 ? "…" : "") + piece + (start + piece.count < text.count ? "…" : "")
        }
        return (cut(one), cut(other))
    }

    private static func lines(of text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
