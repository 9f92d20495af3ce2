import ConfluenceWire

/// What a request is by its method and address alone: its route, with the named places of the path and the query.
final class Way: Sendable {
    let route: Route
    let places: [String: String]
    let query: [QueryItem]

    init(_ route: Route, places: [String: String] = [:], query: [QueryItem]) {
        self.route = route
        self.places = places
        self.query = query
    }

    /// What a way follows from, as nothing changes the routes of a site.
    struct Key: Hashable {
        private let method: Request.Method
        private let path: String
        private let query: String
        private let zones: Zones

        /// `nil` for an address so long that hardly anybody comes back to it.
        init?(_ arrival: Arrival) {
            let query = arrival.request.url.query ?? ""
            guard arrival.path.utf8.count + query.utf8.count <= Self.longest else { return nil }
            method = arrival.request.method
            path = arrival.path
            self.query = query
            zones = arrival.zones
        }

        private static let longest = 512
    }
}
