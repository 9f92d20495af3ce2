import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Testing

/// Something that answers in the site's place, as its makers have it answer, with what a person must be told first.
struct Front: Sendable, CustomTestStringConvertible {
    let name: String
    /// Where its words stand, or that they are from memory.
    let source: String
    /// Any of them may stand first; none other.
    let causes: [CauseID]
    let sites: [ConfluenceSite.Acme]
    /// The secure address of the site, or the one without TLS.
    let scheme: String
    let answer: @Sendable (Request, Send) async throws -> Response

    init(
        _ name: String, _ causes: CauseID..., on sites: [ConfluenceSite.Acme] = ConfluenceSite.Acme.allCases,
        scheme: String = "https", source: String,
        as answer: @escaping @Sendable (Request, Send) async throws -> Response
    ) {
        self.name = name
        self.source = source
        self.causes = causes
        self.sites = sites
        self.scheme = scheme
        self.answer = answer
    }

    static let all: [Front] = webServers + firewalls + logins + gateways + proxies + products + paths + further

    var testDescription: String { name }

    func report(on site: ConfluenceSite.Acme) async throws -> DiagnosisReport {
        var patient = try Patient(site)
        patient.configuration.credential.baseURL = patient.configuration.credential.baseURL
            .replacing("http://", with: "\(scheme)://").replacing("https://", with: "\(scheme)://")
        patient.through = Ailment.Way { send in { try await answer($0, send) } }
        return await patient.diagnose()
    }
}

// MARK: - How they answer

extension Front {
    static let awsHeaders: Headers = ["Server": "awselb/2.0", "Content-Type": "text/html"]

    static func center(_ title: String) -> String {
        "<html>\r\n<head><title>\(title)</title></head>\r\n<body>\r\n<center><h1>\(title)</h1></center>\r\n"
    }

    static func nginx(_ title: String) -> String {
        center(title) + "<hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>\r\n"
    }

    static func saying(
        _ status: Int, _ text: String, _ headers: Headers = ["Content-Type": "text/html"]
    ) -> @Sendable (Request, Send) async throws -> Response {
        { _, _ in Response(status: status, headers: headers, body: Array(text.utf8)) }
    }

    static func sending(
        _ target: String, _ status: Int = 302
    ) -> @Sendable (Request, Send) async throws -> Response {
        { _, _ in Response(status: status, headers: ["Location": target]) }
    }

    /// The site below a path of a host whose other paths are answered so.
    static func atPath(
        _ path: String, _ request: Request, _ send: Send, elsewhere: () -> Response
    ) async throws -> Response {
        guard request.url.path.hasPrefix(path + "/") else { return elsewhere() }
        var moved = request.plain
        moved.url.path = "/confluence" + moved.url.path.dropFirst(path.count)
        return try await send(moved)
    }
}

extension Request {
    /// The same without TLS, as the simulated site has it.
    var plain: Request {
        var request = self
        request.url.scheme = "http"
        return request
    }
}
