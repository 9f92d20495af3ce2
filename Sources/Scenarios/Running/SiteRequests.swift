import ConfluenceClient
import ConfluenceModel
import ConfluenceWire
import Documents

/// Requests that a scenario makes itself, in the name of an account that the site knows.
struct SiteRequests: Sendable {
    let site: RunningSite

    /// Sends a raw request below the site's address.
    func send(_ raw: RawRequest, at node: DocumentNode) async throws -> Response {
        var target = raw.path.encodingWhatAddressesLack
        if !raw.query.isEmpty { target += (target.contains("?") ? "&" : "?") + QueryItem.serialize(raw.query) }
        var request = Request(raw.method, try WebAddress(parsing: site.url + target))
        if let account = raw.account { request.authenticate(as: try authentication(of: account, at: node)) }
        if let body = raw.body {
            let value = body.json
            request.headers["Content-Type"] = "application/json"
            request.body = value.stringValue.map { Array($0.utf8) } ?? JSONWriter.compact(value)
        }
        if !raw.form.isEmpty {
            let form = MultipartForm(parts: raw.form)
            request.headers["Content-Type"] = form.contentType
            // Confluence takes a form from a script only with this header.
            request.headers["X-Atlassian-Token"] = "no-check"
            request.body = form.body
        }
        for header in raw.headers { request.headers[header.name] = header.value }
        return try await site.send(request)
    }

    private func authentication(of name: String, at node: DocumentNode) throws(DocumentError) -> Authentication {
        do {
            return try site.authentication(named: name)
        } catch {
            throw node.error(error.description)
        }
    }
}

extension String {
    /// The text with what may not stand in an address written by number, so that people can write spaces and quotes.
    fileprivate var encodingWhatAddressesLack: String {
        unicodeScalars.map { scalar in
            let mayStand = scalar.isASCII && scalar.value > 0x20 && scalar.value != 0x7F
            guard !mayStand || "\"<>\\^`{|}".unicodeScalars.contains(scalar) else { return String(scalar) }
            return String(scalar).utf8.map { "%" + UInt32($0).hexadecimal(digits: 2) }.joined()
        }
        .joined()
    }
}
