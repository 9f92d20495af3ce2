import ConfluenceWire

/// Why the admin API can't do what it is asked for.
struct AdminError: Error, Sendable, Hashable {
    var status: Int
    /// What is wrong and what to do.
    var words: String
    /// What was probably meant.
    var nearest: String?
    /// The methods that the path takes.
    var methods: [String]

    init(_ status: Int, _ words: String, nearest: String? = nil, methods: [String] = []) {
        self.status = status
        self.words = words
        self.nearest = nearest
        self.methods = methods
    }

    var json: JSON {
        ["error": .string(words), "nearest": nearest.map(JSON.string) ?? .null]
    }
}
