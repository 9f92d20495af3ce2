import ConfluenceWire

extension Pipeline {
    /// Finds the route of the dialect that an arrival takes.
    func route(_ arrival: Arrival, weather: Weather) throws(Refusal) -> Call {
        let parts = arrival.path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
        var otherMethod: Route?
        for route in dialect.routes.fitting(parts) where arrival.zones.contains(route.zone) {
            guard let places = route.template.match(parts) else { continue }
            if route.method == arrival.request.method || (route.method == .get && arrival.request.method == .head) {
                return Call(route: route, arrival: arrival, places: places, pipeline: self, weather: weather)
            }
            otherMethod = route
        }
        if let otherMethod {
            throw Refusal(
                .methodNotAllowed, [.name: arrival.request.method.rawValue], api: otherMethod.api,
                because: "\(otherMethod.template.text) does not take \(arrival.request.method)")
        }
        switch dialect.unknownPath(arrival) {
        case .refused(let refusal): throw refusal
        case .page: return call(.loginRedirect, arrival, weather)
        case .unknownPage: return call(.missingPage, arrival, weather)
        }
    }

    private func call(_ resource: Resource, _ arrival: Arrival, _ weather: Weather) -> Call {
        let route = Route(
            arrival.request.method, "", resource, api: .pages, door: .everybody, "no route of the table", .inferred)
        return Call(route: route, arrival: arrival, places: [:], pipeline: self, weather: weather)
    }
}
