import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Uploading: new files, new versions of files, and either as it comes.
extension Resource {
    static let uploadExpansion = Expansion([], standard: ["version", "container"])

    static let addAttachments = uploading { call in
        call.item("allowDuplicated") == "true" ? .newVersion : .refusal
    }

    /// Cloud's `PUT`: what is there gets a new version.
    static let putAttachments = uploading { _ in .newVersion }

    /// What becomes of an upload whose name the page has already.
    private enum Clash {
        case refusal
        case newVersion
    }

    private static func uploading(_ onClash: @escaping @Sendable (Call) -> Clash) -> Resource {
        Resource(demand: attaching) { grant, world in
            let form = try UploadForm(grant.call)
            _ = try form.file
            let page = try grant.content
            let clash = onClash(grant.call)
            return try world.change(by: grant) { writer, author in
                let written = try form.files.map { file in
                    let name = file.fileName ?? "attachment"
                    let old = try writer.reader.attachments(of: page.id, fileName: name, offset: 0, limit: 1).first
                    guard let old else {
                        return try writer.addAttachment(
                            to: page.id, name: name, mediaType: form.mediaType(of: file), data: file.content,
                            comment: form.comment, isMinorEdit: form.isMinorEdit, author: author, now: world.now)
                    }
                    guard clash == .newVersion else {
                        throw Refusal(
                            .attachmentExists, [.name: name], because: "page \(page.id) has a file “\(name)” already")
                    }
                    return try writer.updateAttachment(
                        id: old.id, mediaType: form.mediaType(of: file), data: file.content, comment: form.comment,
                        isMinorEdit: form.isMinorEdit, author: author, now: world.now)
                }
                let loader = ContentLoader(grant, writer.reader)
                let rows = try written.map { try loader.load($0, uploadExpansion) }
                return .uploaded(Rows(rows, paging: Paging(start: 0, limit: max(rows.count, 1))))
            }
        }
    }

    static let replaceAttachment = Resource(demand: attaching) { grant, world in
        let form = try UploadForm(grant.call)
        let page = try grant.content
        let file = try form.file
        return try world.change(by: grant) { writer, author in
            let old = try writer.reader.attachment(grant.call, of: page)
            let changed = try writer.updateAttachment(
                id: old.id, mediaType: form.mediaType(of: file), data: file.content, comment: form.comment,
                isMinorEdit: form.isMinorEdit, author: author, now: world.now)
            return .content(try ContentLoader(grant, writer.reader).load(changed, uploadExpansion))
        }
    }

    /// Uploads to the content of the path; a form from another site could be sent by a browser unasked.
    @Sendable static func attaching(_ call: Call, _ store: StoreReader) throws -> Demand {
        try call.requireTokenCheckOff()
        return .attach(try store.content(call.contentID()))
    }
}

extension Call {
    /// Clients say with a header that they are no browser which somebody else's page made to send this.
    func requireTokenCheckOff() throws(Refusal) {
        guard hasTokenCheckOff else {
            throw Refusal(.xsrf, because: "the request lacks the header X-Atlassian-Token: no-check")
        }
    }
}

/// The form of an upload.
private struct UploadForm {
    private let form: Multipart
    private let readsLatin1: Bool

    init(_ call: Call) throws(Refusal) {
        guard call.mediaType == "multipart/form-data" else {
            throw call.mediaTypeRefusal(of: "the upload is sent as “\(call.mediaType)”, and a form is expected")
        }
        guard let form = Multipart(call.request) else {
            throw Refusal(
                .unreadableBody, [.text: "multipart/form-data is expected"], because: "the upload is no form with files"
            )
        }
        if let part = form.parts.first(where: \.hasNullInText) { throw Call.refusal(of: part.name) }
        self.form = form
        readsLatin1 = call.dialect.readsFormsAsLatin1
    }

    /// A part without the name of a file is text.
    var files: [Multipart.Part] { form.parts.filter { $0.name == "file" && $0.fileName != nil } }

    /// The words are Cloud's, which was seen to say them with 500 (github.com/confluence-publisher/confluence-publisher/issues/533).
    var file: Multipart.Part {
        get throws(Refusal) {
            guard let file = files.first else {
                throw Refusal(
                    .requestInvalid, [.text: "Required request part 'file' is not present"],
                    because: "the form holds no part “file” with the name of a file")
            }
            return file
        }
    }

    var comment: String { text("comment") ?? "" }

    var isMinorEdit: Bool { text("minorEdit") == "true" }

    func mediaType(of file: Multipart.Part) -> String {
        text("contentType") ?? file.mediaType ?? "application/octet-stream"
    }

    /// A text part that does not name its encoding is taken for Latin-1 where the deployment does so.
    private func text(_ name: String) -> String? {
        guard let part = form[name] else { return nil }
        guard readsLatin1, part.mediaType?.lowercased().contains("charset") != true else { return part.text }
        return String(String.UnicodeScalarView(part.content.map { Unicode.Scalar($0) }))
    }
}
