/// Pairs expected calls with exchanges, as many as can be paired at all.
enum CallMatching {
    /// Which call fits which exchange.
    struct Fits: Sendable {
        private let rows: [[Bool]]

        init(_ rows: [[Bool]]) {
            self.rows = rows
        }

        var calls: Int { rows.count }
        var entries: Int { rows.first?.count ?? 0 }

        subscript(call: Int, entry: Int) -> Bool { rows[call][entry] }
    }

    /// Pairs that follow one another on both sides: the longest common subsequence.
    static func inOrder(_ fits: Fits) -> [Int: Int] {
        // lengths[call][entry]: how many pairs can be made of what follows from there.
        var lengths = Array(repeating: Array(repeating: 0, count: fits.entries + 1), count: fits.calls + 1)
        for call in stride(from: fits.calls - 1, through: 0, by: -1) {
            for entry in stride(from: fits.entries - 1, through: 0, by: -1) {
                let skipped = max(lengths[call + 1][entry], lengths[call][entry + 1])
                lengths[call][entry] = fits[call, entry] ? max(skipped, lengths[call + 1][entry + 1] + 1) : skipped
            }
        }
        var pairs: [Int: Int] = [:]
        var (call, entry) = (0, 0)
        while call < fits.calls, entry < fits.entries {
            if fits[call, entry], lengths[call][entry] == lengths[call + 1][entry + 1] + 1 {
                pairs[call] = entry
                (call, entry) = (call + 1, entry + 1)
            } else if lengths[call + 1][entry] >= lengths[call][entry + 1] {
                call += 1
            } else {
                entry += 1
            }
        }
        return pairs
    }

    /// Pairs in whatever order: a maximum matching, grown along augmenting paths (Kuhn's algorithm).
    static func anyOrder(_ fits: Fits) -> [Int: Int] {
        var callOfEntry: [Int?] = Array(repeating: nil, count: fits.entries)
        for call in 0..<fits.calls {
            var seen = Array(repeating: false, count: fits.entries)
            _ = place(call, fits, &callOfEntry, &seen)
        }
        var pairs: [Int: Int] = [:]
        for (entry, call) in callOfEntry.enumerated() {
            if let call { pairs[call] = entry }
        }
        return pairs
    }

    private static func place(_ call: Int, _ fits: Fits, _ callOfEntry: inout [Int?], _ seen: inout [Bool]) -> Bool {
        // A free exchange first: it spares the others from moving.
        for entry in 0..<fits.entries where callOfEntry[entry] == nil && fits[call, entry] {
            callOfEntry[entry] = call
            return true
        }
        for entry in 0..<fits.entries where !seen[entry] && fits[call, entry] {
            seen[entry] = true
            guard let other = callOfEntry[entry], place(other, fits, &callOfEntry, &seen) else { continue }
            callOfEntry[entry] = call
            return true
        }
        return false
    }
}
