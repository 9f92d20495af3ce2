import ConfluenceWire

extension Pipeline {
    /// Finds the route of the dialect that an arrival takes.
    func route(_ arrival: Arrival, weather: Weather) throws(Refusal) -> Call {
        let key = Way.Key(arrival)
        if let key, let way = knownWays.value(of: key) {
            return Call(way, arrival, pipeline: self, weather: weather)
        }
        let parts = arrival.path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
        var others: [Route] = []
        for route in dialect.routes.fitting(parts) where arrival.zones.contains(route.zone) {
            guard let places = route.template.match(parts) else { continue }
            if route.method == arrival.request.method || (route.method == .get && arrival.request.method == .head) {
                let closer = isReading(arrival) ? [] : self.closer(to: route, parts, arrival)
                if let closest = closer.first { return try self.call(on: closest, among: closer, arrival, weather) }
                let way = Way(route, places: places, query: arrival.request.url.queryItems)
                if let key { knownWays.keep(way, of: key) }
                return Call(way, arrival, pipeline: self, weather: weather)
            }
            others.append(route)
        }
        if let other = others.first { return try self.call(on: other, among: others, arrival, weather) }
        switch dialect.unknownPath(arrival) {
        case .refused(let refusal): throw refusal
        case .page: return call(.loginRedirect, arrival, weather)
        case .unknownPage: return call(.missingPage, arrival, weather)
        }
    }

    private func isReading(_ arrival: Arrival) -> Bool {
        arrival.request.method == .get || arrival.request.method == .head
    }

    /// The routes that fit a path more closely than one that takes its method, and do not take it themselves.
    ///
    /// JAX-RS chooses the path by its literal parts before it looks at the method (JAX-RS 1.1, section 3.7.2), so that
    /// `PUT content/search` is no change of content called “search”. Spring looks for both at once.
    private func closer(to route: Route, _ parts: [Substring], _ arrival: Arrival) -> [Route] {
        let families = dialect.options.families
        guard families.contains(route.api), route.template.hasPlaces else { return [] }
        let closer = dialect.routes.fitting(parts).filter {
            arrival.zones.contains($0.zone) && families.contains($0.api) && $0.template.match(parts) != nil
                && $0.template.literalCount > route.template.literalCount
        }
        return closer.contains { $0.method == route.method } ? [] : Array(closer)
    }

    /// What becomes of a method that no route takes: an endpoint may tell which ones it does take.
    private func call(
        on route: Route, among others: [Route], _ arrival: Arrival, _ weather: Weather
    ) throws(Refusal) -> Call {
        let method = arrival.request.method
        let allowed = Self.allowed(others.filter { $0.template.shape == route.template.shape }.map(\.method))
        guard method == .options else {
            throw Refusal(
                .methodNotAllowed, [.name: method.rawValue, .allow: allowed], api: route.api,
                because: "\(route.template.text) does not take \(method)")
        }
        guard dialect.options.families.contains(route.api) else {
            throw Refusal(.optionsUntold, api: route.api, because: "\(route.template.text) tells nobody its methods")
        }
        return call(.telling(allowed, status: dialect.options.status), arrival, weather)
    }

    /// The methods as Jersey joins them, which answers HEAD by GET.
    private static func allowed(_ methods: [Request.Method]) -> String {
        let read: [Request.Method] = methods.contains(.get) ? [.head, .get] : []
        let written = [Request.Method.put, .post, .delete].filter(methods.contains)
        return (read + [.options] + written).map(\.rawValue).joined(separator: ",")
    }

    private func call(_ resource: Resource, _ arrival: Arrival, _ weather: Weather) -> Call {
        let route = Route(
            arrival.request.method, "", resource, api: .pages, door: .everybody, "no route of the table", .inferred)
        return Call(
            Way(route, query: arrival.request.url.queryItems), arrival, pipeline: self, weather: weather)
    }
}
