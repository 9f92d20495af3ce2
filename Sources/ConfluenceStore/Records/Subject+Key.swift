import ConfluenceModel

/// Subjects stand in the tables as one text each, so that a viewer's list of them is one argument.
extension Subject {
    var key: String {
        switch self {
        case .user(let name): "user:\(name)"
        case .group(let name): "group:\(name)"
        case .anonymous: "anonymous"
        }
    }

    init?(key: String) {
        if key == "anonymous" {
            self = .anonymous
        } else if key.hasPrefix("user:") {
            self = .user(String(key.dropFirst("user:".count)))
        } else if key.hasPrefix("group:") {
            self = .group(String(key.dropFirst("group:".count)))
        } else {
            return nil
        }
    }
}
