import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Foundation
import Simulator

/// A site that has one of everything that the descriptions' places name.
struct ShapeSite {
    let site: ConfluenceSite
    /// Who asks: an administrator of the site who may do everything in its space.
    static let asker = "jonas"
    static let space = "DOCS"
    static let page = "98311"
    static let otherPage = "98310"

    /// What things are called on this site, by the words of ``Places``.
    private(set) var names: [String: String] = [
        "page": page, "space key": space, "label name": "policy", "file name": "refund-form.txt",
        "group name": "team", "property key": "shape",
    ]
    /// What could not be made, with the answer.
    private(set) var missing: [String] = []

    init(_ kind: ConfluenceSite.Acme) throws {
        site = try ConfluenceSite.acme(kind) { definition in
            // The release that is described.
            if kind == .dataCenter { definition.deployment = .dataCenter(.init(10, 0, 3)) }
            if kind == .cloud {
                definition.settings.guardPremium = true
                definition.classificationLevels = [ClassificationLevelDefinition(id: "level-1", name: "Round")]
            }
        }
        let user = try site.user("mira")
        names["account id"] = user.accountID
        names["asker id"] = try site.user(Self.asker).accountID
        names["newcomer id"] = try site.user("reader-bot").accountID
        names["user name"] = user.name
        names["user key"] = user.userKey
        for step in kind == .cloud ? Preparation.cloud : Preparation.dataCenter { try take(step) }
        for thing in ["page", "blog post", "child page"] {
            let number = names["version of \(thing)"].flatMap(Int.init)
            names["next version of \(thing)"] = number.map { String($0 + 1) }
        }
    }

    private mutating func take(_ step: Preparation) throws {
        let path = fill(step.path)
        let request =
            try step.upload.map { try upload($0, to: path, step.method) }
            ?? site.request(path, step.method, query: step.query, as: Self.asker, body: step.body.map(fill))
        let answer = site.simulator.respond(to: request)
        guard answer.isSuccess else {
            missing.append("\(step.name): \(step.method) \(path) answered \(answer.status) \(answer.text)")
            return
        }
        var value: JSON? = answer.body.isEmpty ? nil : try JSONReader.read(answer.body)
        for key in step.take {
            value = Int(key).map { value?[$0] } ?? value?[key]
        }
        if let text = value?.stringValue ?? value?.integerValue.map(String.init) { names[step.name] = text }
    }

    /// Puts names in the place of `<name>`; in JSON a text that begins with `#` becomes a number where it can.
    func fill(_ text: String) -> String {
        names.reduce(text) { $0.replacingOccurrences(of: "<\($1.key)>", with: $1.value) }
    }

    func fill(_ json: JSON) -> JSON {
        switch json {
        case .string(let text) where text.hasPrefix("#"):
            Int64(fill(String(text.dropFirst()))).map(JSON.integer) ?? .string(fill(String(text.dropFirst())))
        case .string(let text): .string(fill(text))
        case .array(let elements): .array(elements.map(fill))
        case .object(let object):
            .object(object.reduce(into: JSONObject()) { $0[$1.key] = fill($1.value) })
        case .null, .bool, .integer, .number: json
        }
    }

    /// A form with one file, as clients send it.
    func upload(_ file: String, to path: String, _ method: Request.Method) throws -> Request {
        var request = try site.request(path, method, as: Self.asker)
        request.headers["Content-Type"] = "multipart/form-data; boundary=line"
        request.headers["X-Atlassian-Token"] = "no-check"
        let name = "form-data; name=\"file\"; filename=\"\(file)\""
        request.body = Array(
            "--line\r\nContent-Disposition: \(name)\r\nContent-Type: text/plain\r\n\r\nhello\r\n--line--\r\n".utf8)
        return request
    }
}
