import ArgumentParser

/// A page that a command line names: by its id, or by its address as a browser shows it.
enum PageOption {
    /// The page's id.
    @Sendable
    static func read(_ text: String) throws -> String {
        if isID(text) { return text }
        if text.contains("/"), let id = id(inAddress: text) { return id }
        throw ValidationError("it must be a page's id, the number in its address: …/pages/ID/… or pageId=ID")
    }

    private static func id(inAddress text: String) -> String? {
        let (path, query) = text.splitOnce(at: "?")
        let named = query.split { $0 == "&" || $0 == "#" }.map { $0.splitOnce(at: "=") }
        if let id = named.first(where: { $0.0 == "pageId" })?.1, isID(id) { return String(id) }
        let parts = path.split(separator: "/")
        return zip(parts, parts.dropFirst()).first { $0.0 == "pages" && isID($0.1) }.map { String($0.1) }
    }

    private static func isID(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.count <= 19 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}

extension StringProtocol {
    fileprivate func splitOnce(at mark: Character) -> (SubSequence, SubSequence) {
        guard let index = firstIndex(of: mark) else { return (self[...], self[endIndex...]) }
        return (self[..<index], self[self.index(after: index)...])
    }
}
