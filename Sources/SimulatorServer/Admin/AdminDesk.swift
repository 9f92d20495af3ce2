import ConfluenceModel
import ConfluenceWire
import Simulator

/// Answers what is asked below `/__sim`: the sites' journals, clocks and states.
///
/// Only somebody at this machine is answered, under a name of this machine. To everybody else the paths do not exist,
/// so that no client takes them for a part of Confluence, and no page in a browser that was told a foreign name for
/// 127.0.0.1 gets at them.
struct AdminDesk: Sendable {
    static let root = "/__sim"

    let simulators: [Simulator]

    /// Whether the request is the desk's to answer.
    ///
    /// - Parameter peer: The IP address from which the connection comes.
    func answers(_ address: WebAddress, peer: String?) -> Bool {
        guard address.path == Self.root || address.path.hasPrefix(Self.root + "/") else { return false }
        guard let peer, Self.isLoopback(peer) else { return false }
        return Self.isLocal(address.host)
    }

    func answer(_ request: Request) -> Response {
        do {
            try refuseForeignPages(request)
            if let file = Console.answer(request) { return file }
            return Self.response(200, try answer(to: request))
        } catch let error as AdminError {
            return Self.response(error.status, error.json, allowing: error.methods)
        } catch {
            return Self.response(500, AdminError(500, "the simulator failed: \(error)").json)
        }
    }

    // MARK: Finding the route

    private func answer(to request: Request) throws -> JSON {
        let path = String(request.url.path.dropFirst(Self.root.count))
        let parts = path.split(separator: "/")
        let matching = AdminRoute.all.compactMap { route in route.match(parts).map { (route: route, places: $0) } }
        let method = request.method == .head ? .get : request.method
        guard let (route, places) = matching.first(where: { $0.route.method == method }) else {
            throw matching.isEmpty
                ? AdminError(404, "the admin API has no path \(Self.root)\(path)", nearest: nearest(to: path))
                : AdminError(
                    405, "\(request.method) is not taken at \(Self.root)\(path)",
                    nearest: matching.map(\.route.description).joined(separator: " or "),
                    methods: matching.map(\.route.method.rawValue))
        }
        return try route.answer(AdminCall(desk: self, route: route, request: request, places: places))
    }

    private func nearest(to path: String) -> String? {
        NearestWord.ranked(for: path, in: AdminRoute.all.map(\.path)).first.map { Self.root + $0 }
    }

    // MARK: Who is answered

    /// Whether a host name or address is one of this machine's own.
    static func isLocal(_ host: String) -> Bool { Loopback.isHost(host) || isLoopback(host) }

    static func isLoopback(_ address: String) -> Bool {
        Loopback.isAddress(address)
            || (address.hasPrefix("::ffff:") && isLoopback(String(address.dropFirst(7))))
    }

    /// A page of another origin, open in a browser of this machine, could post here without knowing the answer.
    private func refuseForeignPages(_ request: Request) throws(AdminError) {
        let site = request.headers["Sec-Fetch-Site"] ?? "none"
        let origin = request.headers["Origin"]
        guard ["none", "same-origin"].contains(site), origin == nil || origin == request.url.origin else {
            throw AdminError(403, "the admin API is not for pages of other sites")
        }
    }

    private static func response(_ status: Int, _ json: JSON, allowing methods: [String] = []) -> Response {
        var headers: Headers = [
            "Content-Type": "application/json", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
            "Server": "confluence-doctor", "Vary": "Accept",
        ]
        if !methods.isEmpty { headers.add("Allow", methods.joined(separator: ", ")) }
        return Response(status: status, headers: headers, body: JSONWriter.compact(json))
    }
}
