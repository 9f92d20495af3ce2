/// The names of components with which some logs begin their lines: `[notify] …`. What one line of a component is about,
/// its others are, too.
struct ComponentTags: Sendable {
    private var foreign: Set<String> = []

    private static let longest = 24
    private static let levels: Set = [
        "info", "warn", "warning", "error", "debug", "trace", "fatal", "severe", "critical", "notice", "main", "stdout",
        "stderr",
    ]

    init(
        _ text: FoldedText, _ addresses: [AddressClue], isService: (Range<Int>) -> Bool,
        isConfluences: (Range<Int>) -> Bool
    ) {
        guard text.bytes.first == UInt8(ascii: "[") || text.holds(" [") else { return }
        var owners: [String: (foreign: Bool, ours: Bool)] = [:]
        var start = 0
        for index in text.bytes.indices
        where index + 1 == text.bytes.count || text.lines[index + 1] != text.lines[index] {
            let line = start..<(index + 1)
            start = index + 1
            guard let tag = Self.tag(text.bytes[line]) else { continue }
            owners[tag, default: (false, false)].foreign = owners[tag]?.foreign ?? false || isService(line)
            owners[tag, default: (false, false)].ours =
                owners[tag]?.ours ?? false || tag.contains("confl") || tag.contains("wiki") || isConfluences(line)
        }
        foreign = Set(owners.filter { $0.value.foreign && !$0.value.ours }.keys)
    }

    /// Whether a line is one of a component that is about another service.
    func isForeign(line: ArraySlice<UInt8>) -> Bool {
        guard !foreign.isEmpty, let tag = Self.tag(line) else { return false }
        return foreign.contains(tag)
    }

    private static func tag(_ line: ArraySlice<UInt8>) -> String? {
        let line = line.drop { $0 == 0x20 }
        guard line.first == UInt8(ascii: "[") else { return nil }
        let name = line.dropFirst().prefix(longest)
            .prefix { (97...122).contains($0) || "-_.".utf8.contains($0) }
        let end = name.endIndex
        guard name.count > 2, end < line.endIndex, line[end] == UInt8(ascii: "]") else { return nil }
        let tag = String(decoding: name, as: UTF8.self)
        return levels.contains(tag) ? nil : tag
    }
}
