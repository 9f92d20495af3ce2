import ConfluenceModel
import ConfluenceWire
import Documents
import Simulator

/// A request to the admin API, with readers that say what is wrong with it.
struct AdminCall: Sendable {
    let desk: AdminDesk
    let route: AdminRoute
    let request: Request
    private let places: [String: String]

    init(desk: AdminDesk, route: AdminRoute, request: Request, places: [String: String]) {
        self.desk = desk
        self.route = route
        self.request = request
        self.places = places
    }

    func place(_ name: String) -> String { places[name] ?? "" }

    /// The site that the path names, by its name or host.
    func site() throws(AdminError) -> Simulator {
        let name = place("site")
        let sites = desk.simulators
        let found =
            sites.first { $0.definition.name == name } ?? sites.first { $0.definition.host.equalsIgnoringCase(name) }
        guard let found else {
            let names = sites.map(\.definition.name)
            throw AdminError(
                404, "no site is called “\(name)”; served are \(names.joined(separator: ", "))",
                nearest: NearestWord.find(for: name, in: names))
        }
        return found
    }

    // MARK: Query

    /// The items of the query by name; one that the route does not have is refused.
    func query() throws(AdminError) -> [String: String] {
        let known = route.query.map(\.name)
        var values: [String: String] = [:]
        for item in request.url.queryItems {
            guard known.contains(item.name) else {
                let list = known.isEmpty ? "it has none" : "known are \(known.joined(separator: ", "))"
                throw AdminError(
                    400, "\(route) has no query item “\(item.name)”; \(list)",
                    nearest: NearestWord.find(for: item.name, in: known))
            }
            values[item.name] = item.value
        }
        return values
    }

    func number(_ name: String, in values: [String: String]) throws(AdminError) -> Int? {
        guard let text = values[name] else { return nil }
        guard let number = Int(text), number >= 0 else {
            throw AdminError(400, "\(name)=\(text) is no whole number from 0 on")
        }
        return number
    }

    // MARK: Body

    /// What a reader makes of the body; what is wrong with it is told with its place.
    func body<T>(_ read: (DocumentNode) throws(DocumentError) -> T) throws(AdminError) -> T {
        guard !request.body.isEmpty else {
            let example = route.body.map { ", such as \($0)" } ?? ""
            throw AdminError(400, "\(route) needs a body in JSON\(example)")
        }
        do {
            return try read(DocumentReader.readJSON(request.body, file: "body"))
        } catch {
            throw AdminError(400, error.description)
        }
    }
}
