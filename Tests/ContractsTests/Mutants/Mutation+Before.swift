import ConfluenceModel
import ConfluenceWire
import Synchronization

/// Changes that depend on what the site was asked before.
extension Mutation {
    /// A change that begins once one of some requests was granted; those stay as they are.
    static func after(_ match: RequestMatch, _ mutation: Mutation) -> Mutation {
        Mutation { site in
            let seen = Notes()
            let changed = mutation.change(site)
            return { request in
                guard match.matches(request, below: site.definition.contextPath) else {
                    return try await seen.isEmpty ? site.send(request) : changed(request)
                }
                let response = try await site.send(request)
                if response.isSuccess { seen.add("") }
                return response
            }
        }
    }

    /// A change to requests alone whose path names something that one of some requests has made.
    static func ofWhatIsMade(by match: RequestMatch, _ mutation: Mutation) -> Mutation {
        Mutation { site in
            let made = Notes()
            let changed = mutation.change(site)
            return { request in
                guard match.matches(request, below: site.definition.contextPath) else {
                    let isOfIt = request.url.path.split(separator: "/").contains { made.contains(String($0)) }
                    return try await isOfIt ? changed(request) : site.send(request)
                }
                let response = try await site.send(request)
                let body = try? JSONReader.read(response.body)
                let ids = [body?["id"]] + (body?["results"]?.arrayValue ?? []).map { $0["id"] }
                if response.isSuccess { ids.compactMap { $0?.stringValue }.forEach(made.add) }
                return response
            }
        }
    }

    private final class Notes: Sendable {
        private let words = Mutex<Set<String>>([])

        var isEmpty: Bool { words.withLock(\.isEmpty) }
        func add(_ word: String) { words.withLock { _ = $0.insert(word) } }
        func contains(_ word: String) -> Bool { words.withLock { $0.contains(word) } }
    }
}
