import ConfluenceModel
import ConfluenceWire

/// The page for people at `/__sim/`, with the files that it loads; all else it asks of the admin API.
enum Console {
    /// A file of the console as browsers get it.
    struct File: Sendable {
        var mediaType: String
        var bytes: [UInt8]
    }

    /// Nothing from elsewhere is loaded, nothing inline runs, and no text can become markup.
    static let policy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src data:",
        "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ].joined(separator: "; ")

    /// The console's page or one of its files; `nil` where the request is the admin API's to answer.
    static func answer(_ request: Request) -> Response? {
        guard request.method == .get || request.method == .head else { return nil }
        let path = String(request.url.path.dropFirst(AdminDesk.root.count))
        guard let file = ["", "/"].contains(path) ? page(for: request) : files[path] else { return nil }
        return Response(
            status: 200,
            headers: [
                "Content-Type": "\(file.mediaType); charset=utf-8", "Cache-Control": "no-store", "Vary": "Accept",
                "Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff",
                "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
                "Cross-Origin-Resource-Policy": "same-origin", "Server": "confluence-doctor",
            ],
            body: file.bytes)
    }

    static let page = File(mediaType: "text/html", bytes: PackageResources.console_html)

    /// By their path below `/__sim`.
    static let files: [String: File] = [
        "/console/console.css": File(mediaType: "text/css", bytes: PackageResources.console_css),
        "/console/app.js": script(PackageResources.app_js),
        "/console/api.js": script(PackageResources.api_js),
        "/console/dom.js": script(PackageResources.dom_js),
        "/console/keys.js": script(PackageResources.keys_js),
        "/console/requests.js": script(PackageResources.requests_js),
        "/console/exchange.js": script(PackageResources.exchange_js),
        "/console/content.js": script(PackageResources.content_js),
        "/console/people.js": script(PackageResources.people_js),
        "/console/rights.js": script(PackageResources.rights_js),
        "/console/faults.js": script(PackageResources.faults_js),
        "/console/time.js": script(PackageResources.time_js),
    ]

    private static func script(_ bytes: [UInt8]) -> File { File(mediaType: "text/javascript", bytes: bytes) }

    // MARK: Who gets the page

    /// The page where the client would rather have HTML than JSON, as browsers say of themselves; `*/*` alone is JSON's.
    private static func page(for request: Request) -> File? {
        let accepted = request.headers["Accept"] ?? ""
        let page = weight(of: "text/html", in: accepted)
        return page > 0 && page >= weight(of: "application/json", in: accepted) ? Self.page : nil
    }

    /// The weight that an `Accept` field gives to a media type by its full name (RFC 9110, 12.5.1); 0 where it is not named.
    static func weight(of type: String, in accepted: String) -> Double {
        for range in accepted.split(separator: ",") {
            let parts = range.split(separator: ";").map { String($0).trimmingEdges() }
            guard let name = parts.first, name.equalsIgnoringCase(type) else { continue }
            let quality = parts.dropFirst().first { $0.lowercased().hasPrefix("q=") }
            return quality.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
        }
        return 0
    }
}
