/// As much of a line as fits into a width, with what is meant in it.
struct LineWindow {
    private(set) var text: String
    private(set) var highlights: [Range<Int>]

    /// - Parameter highlights: The characters that are meant, counted from 0; the first of them stay in sight.
    init(_ line: String, _ highlights: [Range<Int>], width: Int) {
        text = line
        self.highlights = highlights
        let characters = Array(line)
        let widths = characters.map(DisplayWidth.of)
        guard widths.reduce(0, +) > width, width > 8 else { return }
        // One column on either side is for the sign of what was left out.
        var room = width - 2
        let focus = (highlights.first ?? 0..<0).clamped(to: 0..<characters.count)
        var start = focus.lowerBound
        var end = start
        func stepRight(_ room: inout Int) -> Bool {
            guard end < characters.count, widths[end] <= room else { return false }
            room -= widths[end]
            end += 1
            return true
        }
        func stepLeft(_ room: inout Int) -> Bool {
            guard start > 0, widths[start - 1] <= room else { return false }
            start -= 1
            room -= widths[start]
            return true
        }
        while end < focus.upperBound, stepRight(&room) {}
        let half = room / 2
        while room > half, stepLeft(&room) {}
        while stepRight(&room) {}
        while stepLeft(&room) {}
        let lead = start > 0 ? "…" : ""
        text = lead + String(characters[start..<end]) + (end < characters.count ? "…" : "")
        let (first, last, shift) = (start, end, lead.count - start)
        self.highlights = highlights.compactMap { range in
            let part = range.clamped(to: first..<last)
            return part.isEmpty ? nil : (part.lowerBound + shift)..<(part.upperBound + shift)
        }
    }

    /// Marks to stand below the text, in the columns of what is meant; `nil` where nothing is.
    var marks: String? {
        guard let end = highlights.last?.upperBound else { return nil }
        let marked = Set(highlights.flatMap { Array($0) })
        return text.prefix(end).enumerated().map { index, character in
            let isMarked = marked.contains(index)
            return String(repeating: isMarked ? "^" : " ", count: max(isMarked ? 1 : 0, DisplayWidth.of(character)))
        }.joined()
    }
}
