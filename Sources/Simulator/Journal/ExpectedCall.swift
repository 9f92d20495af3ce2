import ConfluenceWire

/// A call that somebody expects to find in a journal.
public struct ExpectedCall: Sendable, Hashable, CustomStringConvertible {
    public var method: String
    /// Below the site's context path or from the root; `{…}` stands for one segment, `*` for anything.
    public var path: String
    /// `nil` takes any status.
    public var status: Int?
    /// The account's name in the site file, `anonymous` for none; `nil` takes any caller.
    public var account: String?
    /// How often the call is to be made.
    public var count: Int

    public init(_ method: String, _ path: String, status: Int? = nil, account: String? = nil, count: Int = 1) {
        self.method = method
        self.path = path
        self.status = status
        self.account = account
        self.count = count
    }

    public var description: String {
        let answer = status.map { " → \($0)" } ?? ""
        let caller = account.map { " by \($0)" } ?? ""
        return "\(method) \(path)\(answer)\(caller)"
    }

    func fits(_ entry: JournalEntry, context: String) -> Bool {
        asksFor(entry, context: context)
            && (status ?? entry.status) == entry.status
            && (account.map { $0 == entry.account ?? "anonymous" } ?? true)
    }

    /// Whether the method and path are those, however the call was answered.
    package func asksFor(_ entry: JournalEntry, context: String) -> Bool {
        (method == "*" || method.equalsIgnoringCase(entry.method)) && isTo(entry, context: context)
    }

    /// Whether the path is that one, whatever the method.
    func isTo(_ entry: JournalEntry, context: String) -> Bool {
        let path = entry.path
        if Self.matches(self.path.utf8[...], path.utf8[...]) { return true }
        guard !context.isEmpty, path.hasPrefix(context) else { return false }
        return Self.matches(self.path.utf8[...], path.utf8.dropFirst(context.utf8.count))
    }

    /// Compares from the left; after a `*` it tries again from each later place, keeping only the last `*` in mind.
    private static func matches(_ pattern: Substring.UTF8View, _ path: Substring.UTF8View) -> Bool {
        var pattern = pattern
        var path = path
        var retry: (pattern: Substring.UTF8View, path: Substring.UTF8View)?
        while true {
            if pattern.first == UInt8(ascii: "*") {
                pattern = pattern.dropFirst()
                retry = (pattern, path)
            } else if pattern.first == UInt8(ascii: "{"), let end = pattern.firstIndex(of: UInt8(ascii: "}")),
                let segment = path.first, segment != UInt8(ascii: "/")
            {
                pattern = pattern[pattern.index(after: end)...]
                path = path.drop { $0 != UInt8(ascii: "/") }
            } else if let byte = path.first, byte == pattern.first {
                pattern = pattern.dropFirst()
                path = path.dropFirst()
            } else if path.isEmpty, pattern.isEmpty {
                return true
            } else if let last = retry, !last.path.isEmpty {
                retry = (last.pattern, last.path.dropFirst())
                (pattern, path) = (last.pattern, last.path.dropFirst())
            } else {
                return false
            }
        }
    }
}
