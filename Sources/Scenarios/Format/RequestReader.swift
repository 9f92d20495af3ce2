import ConfluenceModel
import ConfluenceWire
import Documents

/// Reads the request of an `http` step.
enum RequestReader {
    static let methods: [Request.Method] = [
        .get, .head, .post, .put, Request.Method(rawValue: "PATCH"), .delete, .options,
    ]

    static func read(_ node: DocumentNode) throws(DocumentError) -> RawRequest {
        let fields = try node.mapping(keys: ["method", "path", "query", "as", "body", "form", "headers", "on"])
        let path = try fields.required("path")
        guard try path.text().hasPrefix("/") || path.holdsPlaceholder else {
            throw path.error("a path below the site's address begins with /")
        }
        let form = try form(fields["form"])
        if !form.isEmpty, let body = fields["body"] {
            throw body.error("a request has either a body or a form, not both")
        }
        let method = try fields.text("method") ?? (form.isEmpty ? "GET" : "POST")
        if let node = fields["method"], !methods.contains(where: { $0.rawValue == method }) {
            throw node.error(DocumentNode.unknown("method", method, among: methods.map(\.rawValue)))
        }
        var request = RawRequest(
            method: Request.Method(rawValue: method), path: try path.text(), account: try fields.text("as"),
            body: fields["body"], form: form)
        for entry in try fields["query"]?.mapping().entries ?? [] {
            for value in try ExpectationReader.texts(entry.value) { request.query.append(QueryItem(entry.key, value)) }
        }
        for entry in try fields["headers"]?.mapping().entries ?? [] {
            request.headers.append(.init(name: entry.key, value: try entry.value.text()))
        }
        return request
    }

    private static func form(_ node: DocumentNode?) throws(DocumentError) -> [RawRequest.FormPart] {
        guard let node else { return [] }
        var parts: [RawRequest.FormPart] = []
        for entry in try node.mapping().entries {
            guard case .mapping = entry.value.content else {
                parts.append(.init(field: entry.key, text: try entry.value.text()))
                continue
            }
            let file = try entry.value.mapping(keys: ["name", "text", "type"])
            parts.append(
                .init(
                    field: entry.key, text: try file.text("text") ?? "", fileName: try file.required("name").text(),
                    contentType: try file.text("type") ?? "text/plain"))
        }
        guard !parts.isEmpty else { throw node.error("a form needs at least one field") }
        return parts
    }
}
