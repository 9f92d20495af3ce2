import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation

/// Covering text that must not stay, in the body and in the title of a page or blog post.
///
/// That the answer's redactions make a version of their own, and what covers the text, is inferred.
extension Resource {
    static func redact(_ kind: ContentKind) -> Resource {
        Resource(
            demand: { call, store in .edit(try store.content(call.numericID(), of: kind, in: [.current, .archived])) },
            carryOut: { grant, world in
                guard world.settings.guardPremium else {
                    throw Refusal(.entitlementMissing, because: "the organisation has no Atlassian Guard Premium")
                }
                let json = try grant.call.body()
                return try world.change(by: grant) { writer, author in
                    let content = try writer.reader.content(grant.content.id)
                    let wanted = try json["versionNumber"]?.integerValue.map {
                        try writer.reader.content(content, orMissingVersion: Int(clamping: $0))
                    }
                    let target = wanted ?? content
                    try requireUnchanged(since: json["createdAt"]?.stringValue, target)
                    let covered = try RedactedContent(target, json, ContentLoader(grant, writer.reader))
                    if target.version.number == content.version.number {
                        try writer.updateContent(
                            id: content.id, title: covered.title, body: covered.body, author: author, now: world.now,
                            message: "Redacted")
                    } else {
                        try writer.rewrite(
                            version: target.version.number, of: content.id, title: covered.title, body: covered.body)
                    }
                    if json["cleanHistory"]?.boolValue == true {
                        try clean(covered, of: content, target.version.number, writer)
                    }
                    return .classification(.redacted(body: covered.inBody, title: covered.inTitle))
                }
            }
        )
    }

    /// The client names the moment at which what it saw was written.
    private static func requireUnchanged(since text: String?, _ content: ContentRecord) throws(Refusal) {
        let moment = text.flatMap {
            (try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse($0))
                ?? (try? Date.ISO8601FormatStyle().parse($0))
        }
        guard let moment, abs(moment.timeIntervalSince(content.version.createdAt)) < 1 else {
            throw Refusal(
                .requestInvalid, [.text: "The 'createdAt' is out of date"],
                because: "version \(content.version.number) is of \(Instants.text(content.version.createdAt))")
        }
    }

    /// Forgets the versions before that hold what was covered.
    private static func clean(
        _ covered: RedactedContent, of content: ContentRecord, _ number: Int, _ writer: StoreWriter
    ) throws {
        for old in stride(from: number, through: 1, by: -1) {
            guard let version = try writer.reader.content(content, inVersion: old) else { continue }
            let current = try writer.reader.content(content.id).version.number
            if old < current, covered.texts.contains(where: { version.body.contains($0) || version.title.contains($0) })
            {
                try writer.deleteVersion(old, of: content.id)
            }
        }
    }
}

/// A title and a body with what was named in them covered.
private struct RedactedContent {
    var title: String
    var body: String
    var inBody: [Redaction] = []
    var inTitle: [Redaction] = []
    /// What was covered.
    var texts: Set<String> = []

    init(_ content: ContentRecord, _ json: JSON, _ loader: ContentLoader) throws {
        title = content.title
        body = content.body
        let seed = "\(content.id)-\(content.version.number)"
        for entry in json["title"]?["redactions"]?.arrayValue ?? [] {
            inTitle.append(
                try Redaction(entry) { ["", "/", "/title"].contains($0) ? content.title : nil })
        }
        inTitle = Redaction.named(inTitle, seed: seed + "-title")
        for redaction in inTitle {
            texts.insert(redaction.covered(in: content.title))
            title = redaction.covering(title)
        }
        let entries = json["body"]?["redactions"]?.arrayValue ?? []
        guard !entries.isEmpty else { return }
        var document = try JSONReader.read(loader.body(of: content, as: .atlasDocFormat))
        for entry in entries { inBody.append(try Redaction(entry) { document.text(at: $0) }) }
        inBody = Redaction.named(inBody, seed: seed)
        for redaction in inBody {
            guard let text = document.text(at: redaction.pointer) else { continue }
            texts.insert(redaction.covered(in: text))
            document = document.replacing(at: redaction.pointer, with: redaction.covering(text))
        }
        texts.subtract(["", Redaction.mark])
        let source = String(decoding: JSONWriter.compact(document), as: UTF8.self)
        body = try BodyIntake(style: loader.bodyStyle, seed: seed)
            .storage(source, as: BodyFormat.atlasDocFormat.rawValue)
    }
}
