import ConfluenceModel
import ConfluenceWire

/// A request for which a route was found: its named places and query, with readers that refuse what is malformed.
final class Call: Sendable {
    let way: Way
    let request: Request
    let base: SiteBase
    private let pipeline: Pipeline
    /// What faults make of the request.
    let weather: Weather
    /// Whether the call asks for something and changes nothing.
    let isRead: Bool

    init(_ way: Way, _ arrival: Arrival, pipeline: Pipeline, weather: Weather) {
        self.way = way
        self.pipeline = pipeline
        self.weather = weather
        request = arrival.request
        base = arrival.base
        let method = arrival.request.method
        isRead = way.route.isQuestion || method == .get || method == .head || method == .options
    }

    var route: Route { way.route }
    var places: [String: String] { way.places }
    var query: [QueryItem] { way.query }

    var dialect: Dialect { pipeline.dialect }

    /// Whether the caller says that no browser was made to send this unasked.
    var hasTokenCheckOff: Bool {
        request.headers["X-Atlassian-Token"].map(dialect.tokenChecks.contains) ?? false
    }

    func place(_ name: String) -> String { places[name] ?? "" }

    /// The first value of a query item; a blank one counts as absent.
    func item(_ name: String) -> String? {
        query.first { $0.name == name && !$0.value.isEmpty }?.value
    }

    /// All values of a query item, also where they are joined by commas.
    func items(_ name: String) -> [String]? {
        let values = query.filter { $0.name == name }.flatMap {
            $0.value.utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)) }
        }
        return values.isEmpty ? nil : values
    }

    /// The content id of a place; attachments may carry the prefix `att`.
    func contentID(_ name: String = "id") throws(Refusal) -> Int64 {
        let text = place(name)
        let digits = text.hasPrefix("att") ? text.dropFirst(3) : text[...]
        guard let id = Int64(digits), id > 0 else {
            throw Refusal(.contentMissing, [.id: text], because: "“\(text)” is no content id")
        }
        return id
    }

    /// A whole number of the query.
    func number(_ name: String) throws(Refusal) -> Int? {
        guard let text = item(name) else { return nil }
        guard let number = Int32(text) else {
            throw Refusal(.numberUnreadable, [.name: name, .text: text], because: "\(name)=\(text) is no whole number")
        }
        return Int(number)
    }

    /// The body read as JSON, which it must be said to be.
    func body() throws(Refusal) -> JSON {
        guard request.body.isEmpty || mediaType == "application/json" else {
            throw mediaTypeRefusal(of: "the body is sent as “\(mediaType)”, and JSON is expected")
        }
        return try json()
    }

    /// The body read as JSON, whatever it is said to be.
    func json() throws(Refusal) -> JSON {
        do {
            return try JSONReader.read(request.body)
        } catch {
            throw Refusal(.unreadableBody, [.text: error.message], because: "the body is not JSON: \(error)")
        }
    }

    /// The media type of the body without its parameters, in small letters; empty where the client names none.
    var mediaType: String {
        let header = request.headers["Content-Type"] ?? ""
        return String(header.prefix { $0 != ";" }).trimmingEdges().lowercased()
    }

    func mediaTypeRefusal(of reason: String) -> Refusal {
        Refusal(.mediaTypeUnsupported, [.contentType: mediaType], because: reason)
    }
}
