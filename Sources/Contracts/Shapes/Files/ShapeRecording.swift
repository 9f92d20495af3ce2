import ConfluenceModel
import ConfluenceWire
package import Documents
import Foundation

/// Exchanges without anything that is somebody's, in the order in which they were recorded.
package struct ShapeRecording: Sendable, Hashable {
    package private(set) var samples: [ShapeSample] = []
    /// Where it was recorded, where that is known.
    package var origin: Origin?

    /// The site that answered.
    package struct Origin: Sendable, Hashable {
        /// Its kind and version, such as `Data Center 9.2.0`.
        package var site: String
        /// When a live site answered, and in which run; `nil` of a simulated one, which proves nothing.
        package var live: Ledger.Sighting?

        package init(site: String, live: Ledger.Sighting? = nil) {
            self.site = site
            self.live = live
        }
    }

    /// Records what exchanges show, and nothing else of them.
    package init(of samples: [ShapeSample], origin: Origin? = nil) {
        self.origin = origin
        var redactor = SampleRedactor()
        self.samples = samples.map { redactor.redact($0) }
    }

    // MARK: File

    /// The file's bytes: JSON with an exchange on each line.
    package var bytes: [UInt8] {
        var lines = ["{\"version\":1,\"kind\":\"shape-recording\""]
        if let origin { lines[0] += ",\"origin\":" + Self.json(origin).compactText }
        lines[0] += ",\"exchanges\":["
        let exchanges = samples.map { Self.json($0).compactText }
        return Array((lines[0] + "\n" + exchanges.joined(separator: ",\n") + "\n]}\n").utf8)
    }

    package init(_ bytes: [UInt8], file: String) throws(DocumentError) {
        let document: JSON
        do {
            document = try JSONReader.read(bytes)
        } catch {
            throw DocumentError(
                file: file, line: error.line, column: error.column, message: "this is not JSON: \(error.message)")
        }
        guard document["kind"]?.stringValue == "shape-recording", let exchanges = document["exchanges"]?.arrayValue
        else {
            throw DocumentError(file: file, message: "this is no recording of contract record")
        }
        guard document["version"]?.integerValue == 1 else {
            throw DocumentError(file: file, field: "version", message: "version 1 is expected")
        }
        origin = document["origin"].flatMap(Self.origin)
        for (index, exchange) in exchanges.enumerated() {
            guard let sample = Self.sample(exchange) else {
                throw DocumentError(
                    file: file, field: "exchanges[\(index)]",
                    message: "“on”, “method”, “path” and “status” are expected, as contract record writes them")
            }
            samples.append(sample)
        }
    }

    private static func json(_ origin: Origin) -> JSON {
        var json: JSON = ["site": .string(origin.site), "live": .bool(origin.live != nil)]
        if let live = origin.live {
            json["at"] = .string(live.at.formatted(.iso8601))
            json["run"] = .string(live.run)
        }
        return json
    }

    private static func origin(_ json: JSON) -> Origin? {
        guard let site = json["site"]?.stringValue else { return nil }
        guard json["live"]?.boolValue == true, let run = json["run"]?.stringValue,
            let at = json["at"]?.stringValue.flatMap({ try? Date($0, strategy: .iso8601) })
        else { return Origin(site: site) }
        return Origin(site: site, live: Ledger.Sighting(at: at, run: run))
    }

    private static func json(_ sample: ShapeSample) -> JSON {
        let selection = ExchangeKey.selection(of: sample.query)
        var json: JSONObject = [
            "on": .string(sample.api.rawValue), "method": .string(sample.method), "path": .string(sample.path),
        ]
        if !selection.isEmpty { json.append("selection", .string(selection)) }
        json.append("status", .integer(Int64(sample.response.status)))
        json.append(
            "headers", .array(sample.response.headers.map { [.string($0.name), .string($0.value)] as JSON }))
        let type = sample.response.headers["Content-Type"] ?? ""
        if let value = ExchangeShape.json(of: sample.response, type) {
            json.append("json", value)
        } else if !sample.response.body.isEmpty {
            json.append("body", .string(sample.response.text))
        }
        return .object(json)
    }

    private static func sample(_ json: JSON) -> ShapeSample? {
        guard let api = json["on"]?.stringValue.flatMap(SiteAPI.init(rawValue:)),
            let method = json["method"]?.stringValue,
            let path = json["path"]?.stringValue, let status = json["status"]?.integerValue,
            (100...599).contains(status)
        else { return nil }
        var response = Response(status: Int(status))
        for field in json["headers"]?.arrayValue ?? [] {
            guard let name = field[0]?.stringValue, let value = field[1]?.stringValue else { return nil }
            response.headers.add(name, value)
        }
        response.body = json["json"].map(JSONWriter.compact) ?? Array((json["body"]?.stringValue ?? "").utf8)
        return ShapeSample(
            api: api, method: method, path: path, query: QueryItem.parse(json["selection"]?.stringValue ?? ""),
            response: response)
    }
}
