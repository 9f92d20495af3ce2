/// A label as people write it: its name, with its prefix in front of a colon where it is not a global one.
struct LabelName: Hashable {
    var prefix: String
    /// In lower case.
    var name: String
    /// Whether the prefix was written.
    var isPrefixed: Bool

    init(_ text: String) {
        let text = text.lowercased()
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        isPrefixed = parts.count == 2 && ["global", LabelRecord.personalPrefix, "team"].contains(parts[0])
        (prefix, name) = isPrefixed ? (parts[0], parts[1]) : ("global", text)
    }

    /// Whether it belongs to an account, and is none of the words by which everybody finds content.
    var isPersonal: Bool { prefix == LabelRecord.personalPrefix }
}
