import ConfluenceModel
import ConfluenceStore
import StorageFormat

/// The forms in which bodies are given, made when they are asked for.
extension ContentLoader {
    func bodies(of record: ContentRecord, _ expansion: Expansion) throws -> [BodyFormat: String] {
        var bodies: [BodyFormat: String] = [:]
        let formats = record.custom?.isRaw == true ? [.raw] : style.bodies
        for format in formats where expansion.contains(format.rawValue) {
            bodies[format] = try body(of: record, as: format)
        }
        return bodies
    }

    func body(of record: ContentRecord, as format: BodyFormat) throws -> String {
        switch format {
        case .storage, .editor, .editor2, .raw: record.body
        case .atlasDocFormat: try StorageFormat.atlasDocFormat(record.body, context: documentContext(of: record))
        case .view: try html(of: record, .view)
        case .exportView: try html(of: record, .export)
        case .anonymousExportView: try seenByVisitor.html(of: record, .export)
        case .styledView: try html(of: record, .styled)
        }
    }

    /// The same content for somebody who isn't logged in: what the body names is shown as far as they may see it.
    private var seenByVisitor: ContentLoader {
        var loader = self
        loader.viewer = Viewer(account: nil, countsAnonymousGrants: viewer.countsAnonymousGrants)
        return loader
    }

    private func html(of record: ContentRecord, _ form: ViewForm) throws -> String {
        do {
            return try StorageFormat.viewHTML(record.body, context: viewContext(of: record, form))
        } catch is StorageFormatError {
            // A body that is stored is well-formed; should one not be, its source is all there is to show.
            return record.body
        }
    }

    /// What a conversion of the content's body to any form needs to know.
    func viewContext(of record: ContentRecord, _ form: ViewForm = .view) -> ViewContext {
        ViewContext(
            linkBase: base.context, baseURL: base.url, pageTitle: record.title, contentID: String(record.id),
            spaceKey: record.spaceKey, form: form, style: bodyStyle.view,
            surroundings: PageSurroundings(loader: self, record: record))
    }

    /// What a conversion needs to know for a body that stands on that content.
    func conversion(on record: ContentRecord) -> BodyConversion {
        BodyConversion(
            view: viewContext(of: record), document: documentContext(of: record),
            macroID: { StableID.uuid("macro", String(record.id), String($0)) })
    }

    func documentContext(of record: ContentRecord) -> DocumentContext {
        DocumentContext(
            collection:
                "contentId-\(ContentKind.parts.contains(record.kind) ? record.parentID ?? record.id : record.id)",
            surroundings: PageSurroundings(loader: self, record: record))
    }
}
