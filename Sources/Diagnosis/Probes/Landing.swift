import ConfluenceClient
import ConfluenceModel
import ConfluenceWire

/// The pages of a host that a browser would come to, asked for without a secret and never on another host.
enum Landing {
    /// So many redirects are followed at most.
    private static let steps = 2

    /// The page to which a redirect of the host leads; `nil` where none was met.
    static func page(_ wire: inout Wire) async -> Response? {
        var last: Response?
        for _ in 0..<steps {
            guard let target = wire.targets.last, wire.remaining > 0,
                let response = await ask(target, &wire)
            else { return last }
            last = response
            guard (300...399).contains(response.status) else { break }
        }
        return last
    }

    /// Where the page at the host's root leads: by a redirect, by refreshing itself, or by a link to a wiki.
    static func links(atRootOf address: WebAddress, _ wire: inout Wire) async -> [WebAddress] {
        let root = address.replacing(path: "/")
        guard let response = await ask(root, &wire) else { return [] }
        if let location = response.headers["Location"] { return [root.below(location)].compactMap(\.self) }
        return PageLinks.paths(in: response.text).compactMap(root.below)
    }

    private static func ask(_ address: WebAddress, _ wire: inout Wire) async -> Response? {
        let request = Request(.get, address, headers: ["Accept": "text/html"])
        return await wire.ask("what does a browser come to here?", request)?.response
    }
}

extension WebAddress {
    /// The path of the same host that a link names; `nil` where it leads to another host or only to the root.
    fileprivate func below(_ link: String) -> WebAddress? {
        guard let target = resolving(link), target.host == host, !target.path.drop(while: { $0 == "/" }).isEmpty else {
            return nil
        }
        return replacing(path: target.path)
    }
}
