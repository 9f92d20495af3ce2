import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Data Center's form action for moving pages; its REST API has none.
extension Resource {
    static let movePageByForm = Resource(
        demand: { call, store in
            guard call.hasTokenCheckOff else {
                throw Refusal(.xsrf, because: "the form lacks the header X-Atlassian-Token: no-check")
            }
            let form = MoveForm(call)
            let page = try movable(form.pageID(), store)
            return try demand(page, to: form.place(for: page, store), store)
        },
        carryOut: { grant, world in
            let form = MoveForm(grant.call)
            let page = try grant.content
            do {
                let moved = try world.change(by: grant) { writer, _ in
                    try move(page, to: form.place(for: page, writer.reader), writer)
                    return try writer.reader.content(page.id)
                }
                return .tree(.movedByForm(moved))
            } catch let refusal as Refusal where refusal.kind == .titleTaken || refusal.kind == .requestInvalid {
                // What the move itself can't do is an error of the form, in an answer that is a success.
                return .tree(.formErrors([refusal.values[.text] ?? "A page with this title already exists"]))
            }
        }
    )
}

/// What a client fills into the form, in the address or in the body.
private struct MoveForm {
    private let fields: [QueryItem]

    init(_ call: Call) {
        fields = call.query + QueryItem.parse(String(decoding: call.request.body, as: UTF8.self))
    }

    private subscript(name: String) -> String? {
        fields.first { $0.name == name && !$0.value.isEmpty }?.value
    }

    func pageID() throws(Refusal) -> Int64 {
        guard let text = self["pageId"], let id = Int64(text) else {
            throw Refusal(.contentMissing, [.id: self["pageId"] ?? ""], because: "the form names no page")
        }
        return id
    }

    /// `topLevel` of a space, or `append`, `above` or `below` a page that is named by id, or by title and space.
    func place(for page: ContentRecord, _ store: StoreReader) throws -> TreePlace {
        let key = self["spaceKey"] ?? page.spaceKey
        let position = self["position"] ?? self["point"] ?? "append"
        if position == "topLevel" { return .root(ofSpace: try store.space(key: key, orRefuse: .spaceMissing).id) }
        let target = try target(in: key, store)
        switch position {
        case "append": return .lastChild(of: target.id)
        case "above": return .before(target.id)
        case "below": return .after(target.id)
        default:
            throw Refusal(
                .requestInvalid, [.text: "Invalid position: \(position)"],
                because: "“\(position)” is no place beside a page")
        }
    }

    private func target(in key: String, _ store: StoreReader) throws -> ContentRecord {
        if let text = self["targetId"], let id = Int64(text) { return try store.content(id) }
        let title = self["targetTitle"] ?? ""
        let space = try store.space(key: key, orRefuse: .spaceMissing)
        guard let page = try store.content(kind: .page, title: title, spaceID: space.id, ignoringCase: true) else {
            throw Refusal(.contentMissing, [.id: title], because: "\(key) has no page “\(title)”")
        }
        return page
    }
}
