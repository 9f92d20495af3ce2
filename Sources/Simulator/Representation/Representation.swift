import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation

/// Turns outcomes and refusals into answers: nothing else knows status codes, wording and member names.
struct Representation: Sendable {
    let pipeline: Pipeline
    let base: SiteBase

    private var dialect: Dialect { pipeline.dialect }
    private var world: World { pipeline.world }

    func write(_ outcome: Outcome, for grant: Grant) throws -> Response {
        let call = grant.call
        switch outcome {
        case .file(let file, let data):
            return FileWriter(request: call.request).write(file, data)
        case .stored(let ticket, let file, let isThumbnail):
            let location = mediaAddress(
                ticket, file.attachment?.fileID ?? "", file.title, as: isThumbnail ? "image" : "binary",
                from: call.request.url)
            return Response(status: 302, headers: ["Location": location])
        case .text(let text):
            return Response(status: 200, headers: ["Content-Type": "text/plain;charset=UTF-8"], body: Array(text.utf8))
        case .picture(let picture):
            return picture.response
        case .word(let page, let html):
            return WordWriter(host: world.site.host, now: grant.now).write(page, html: html)
        case .pdf(let answer):
            return PDFExportWriter(site: world.site, base: base, now: grant.now) { ticket, file, name in
                mediaAddress(ticket, file, name, as: "binary", from: call.request.url)
            }.write(answer)
        case .acted:
            return json(["actionErrors": [], "actionMessages": [], "fieldErrors": [:]])
        case .methods(let methods, let status):
            return Response(status: status, headers: ["Allow": methods])
        case .done:
            return Response(status: 204)
        case .succeeded:
            return Response(status: 200)
        case .tenant:
            return json(["cloudId": .string(world.site.cloudID)])
        case .accessibleSites(let scopes):
            let site = world.site
            return json([
                [
                    "id": .string(site.cloudID), "url": .string("https://\(site.host)"),
                    "name": .string(String(site.host.prefix { $0 != "." })),
                    "scopes": .array(scopes.map(JSON.string)),
                    "avatarUrl": .string("https://site-admin-avatar-cdn.prod.public.atl-paas.net/avatars/240/flag.png"),
                ]
            ])
        case .manifest, .running, .loginPage, .loginRedirect, .browserLogin:
            return SitePages(site: world.site, base: base, singleSignOn: world.settings.singleSignOn).write(
                outcome, for: call.request)
        default:
            return call.route.api == .v2
                ? try V2Writer(dialect: dialect, base: base, call: call).write(outcome)
                : try RestWriter(dialect: dialect, base: base, call: call, world: world).write(outcome)
        }
    }

    func write(_ refusal: Refusal, api: API, request: Request) -> (response: Response, row: RefusalTable.Row) {
        let row = dialect.refusals.row(for: refusal.kind, hidden: refusal.hidden, api: api)
        var values = refusal.values
        values[.url] = request.url.origin + request.url.path
        values[.realm] = PercentEncoding.encode(base.url, allowed: .queryItem)
        var response = RefusalWriter(values: values, accept: request.headers["Accept"]).write(row)
        for field in row.headers { response.headers[field.name] = RefusalWriter.fill(field.value, values) }
        return (response, row)
    }

    /// Adds the headers that every answer of the dialect has, and those that tell how the login went.
    func withSiteHeaders(_ response: Response, _ progress: Progress) -> Response {
        var headers = response.headers
        func put(_ fields: Headers) {
            for field in fields where headers[field.name] == nil { headers.add(field.name, field.value) }
        }
        put(dialect.headers.always)
        if let caller = progress.caller {
            put(dialect.headers.login(caller, caller.account.map { world.logins.apiSession(of: $0, at: world.now) }))
        }
        // Tomcat marks the session's cookie so where it was asked over TLS (ApplicationSessionCookieConfig).
        if progress.request.url.scheme == "https", let cookie = headers["Set-Cookie"] {
            headers["Set-Cookie"] = cookie + "; Secure"
        }
        put(progress.limits)
        if progress.isDeprecated { put(dialect.headers.deprecated) }
        headers.add("Date", HTTPDate.text(world.now.addingTimeInterval(TimeInterval(progress.weather.clockSkew))))
        var whole = Response(status: response.status, headers: headers, body: response.body)
        whole.reason = dialect.headers.reason
        whole = world.answers.corrected(whole, progress)
        guard progress.request.method == .head else { return whole }
        // HEAD tells how long the body would be that it leaves out.
        if headers["Content-Length"] == nil { whole.headers.add("Content-Length", String(response.body.count)) }
        whole.body = []
        return whole
    }

    /// Where a client goes on: the host of files, or at this machine, where its name leads elsewhere, what stands in for it.
    private func mediaAddress(
        _ ticket: MediaTicket, _ file: String, _ name: String, as form: String, from asked: WebAddress
    ) -> String {
        let origin =
            Loopback.isHost(asked.host) ? asked.origin + MediaStore.stand : "\(asked.scheme)://\(MediaStore.host)"
        let items = [
            QueryItem("token", ticket.token), QueryItem("client", world.site.cloudID), QueryItem("dl", "true"),
            QueryItem("name", name),
        ]
        return "\(origin)/file/\(file)/\(form)?\(QueryItem.serialize(items))"
    }

    private func json(_ value: JSON) -> Response {
        Response(status: 200, headers: ["Content-Type": "application/json"], body: JSONWriter.compact(value))
    }
}
