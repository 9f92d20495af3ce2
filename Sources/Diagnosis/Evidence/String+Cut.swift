extension StringProtocol {
    /// What a site said, cut between two words: half of a secret that it echoes would be known for none.
    func cut(to length: Int) -> String {
        let start = prefix(length)
        guard start.endIndex < endIndex else { return String(self) }
        guard let blank = start.lastIndex(where: \.isWhitespace) else { return "…" }
        return start[..<blank] + " …"
    }
}
