import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import StorageFormat

/// What the routes of conversions answer.
enum ConversionAnswer: Sendable {
    case body(ConvertedBody)
    /// The id by which a body is fetched later.
    case accepted(String)
    case kept(ConvertedBody, id: String)
}

/// Bodies turned from one representation into another, without content that holds them.
extension Resource {
    static let convertBody = Resource(demand: anyAccount) { grant, _ in
        .conversion(.body(try convert(grant)))
    }

    /// Cloud's: the body is fetched later. It is ready as soon as it is asked for.
    static let startConversion = Resource(demand: anyAccount) { grant, world in
        .conversion(.accepted(world.conversions.keep(try convert(grant))))
    }

    static let conversion = Resource(demand: anyAccount) { grant, world in
        let id = grant.call.place("conversion")
        guard let body = world.conversions[id] else {
            throw Refusal(.conversionMissing, [.id: id], because: "nothing was converted under the id \(id)")
        }
        return .conversion(.kept(body, id: id))
    }

    private static func convert(_ grant: Grant) throws -> ConvertedBody {
        let call = grant.call
        let to = call.place("to")
        let body = try call.body()
        let value = body["value"]?.stringValue ?? ""
        let from = body["representation"]?.stringValue ?? ""
        let storage = try BodyIntake(style: call.dialect.bodies, seed: "conversion").storage(value, as: from)
        switch to {
        case "storage", "editor", "editor2": return ConvertedBody(value: storage, representation: to)
        case "view", "export_view", "styled_view", "anonymous_export_view":
            let html = (try? StorageFormat.viewHTML(storage, context: context(call))) ?? storage
            return ConvertedBody(value: html, representation: to)
        case "atlas_doc_format":
            return ConvertedBody(value: StorageFormat.atlasDocFormat(storage), representation: to)
        default: throw unsupported(from, to)
        }
    }

    private static func unsupported(_ from: String, _ to: String) -> Refusal {
        RestrictionDraft.invalid("Conversion from \(from) to \(to) is not supported.")
    }

    /// Without content there are no files and no pages to link to.
    private static func context(_ call: Call) -> ViewContext {
        let context = call.base.context
        return ViewContext(
            linkBase: context, pageTitle: "",
            attachmentPath: {
                "\(context)/download/attachments/0/\(PercentEncoding.encode($0, allowed: .pathSegment))"
            },
            pagePath: { _, _ in nil }, userName: { _ in nil })
    }
}
