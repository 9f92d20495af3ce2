/// Finds the word a person most likely meant, for messages such as "did you mean …".
public enum NearestWord {
    /// The candidate closest to `word`, or `nil` when none is close enough to be worth naming.
    public static func find(for word: String, in candidates: some Sequence<String>) -> String? {
        let wanted = Array(word.lowercased())
        let limit = max(2, wanted.count / 3)
        var best: (word: String, distance: Int)?
        for candidate in candidates {
            let distance = distance(wanted, Array(candidate.lowercased()))
            if distance <= limit, distance < best?.distance ?? .max {
                best = (candidate, distance)
            }
        }
        return best?.word
    }

    /// All candidates, those of the fewest edits first, and of these the shortest.
    public static func ranked(for word: String, in candidates: some Sequence<String>) -> [String] {
        let wanted = Array(word.lowercased())
        return candidates.enumerated()
            .map { index, candidate in
                let letters = Array(candidate.lowercased())
                return (
                    candidate: candidate, edits: distance(wanted, letters), length: letters.count, index: index
                )
            }
            .sorted { ($0.edits, $0.length, $0.index) < ($1.edits, $1.length, $1.index) }
            .map(\.candidate)
    }

    /// The number of single-character edits, a swap of neighbours counted as one, between two words.
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var beforeLast = [Int]()
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i] + Array(repeating: 0, count: b.count)
            for j in 1...b.count {
                let cost = a[i - 1] == b[j - 1] ? 0 : 1
                row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    row[j] = min(row[j], beforeLast[j - 2] + 1)
                }
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
