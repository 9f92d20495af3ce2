import ConfluenceStore
import ConfluenceWire

extension RestWriter {
    /// A label with what carries it; here alone the ids of content are numbers.
    func labelled(_ answer: LabelAnswer) -> Response {
        switch answer {
        case .content(let rows): return ok(list(rows) { content($0) })
        case .added(_, let rows): return ok(list(rows, label))
        case .removed: return Response(status: 204)
        case .details(let record, let rows):
            let contents = envelope(rows) { content in
                [
                    "contentType": .string(content.kind.rawValue), "contentId": .integer(content.id),
                    "title": .string(content.title),
                ]
            }
            return ok(["label": label(record), "associatedContents": contents])
        }
    }
}

extension V2Writer {
    func label(_ label: LabelRecord) -> JSON {
        ["id": .string("\(label.id)"), "name": .string(label.name), "prefix": .string(label.prefix)]
    }
}
