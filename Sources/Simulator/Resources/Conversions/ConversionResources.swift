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
    /// The ids of several; `nil` for a body that could not be converted.
    case acceptedMany([String?])
    case keptMany([(id: String, body: ConvertedBody?)])
}

/// Bodies turned from one representation into another, without content that holds them.
extension Resource {
    static let convertBody = Resource(demand: anyAccount) { grant, world in
        .conversion(.body(try convert(grant, world)))
    }

    /// Cloud's: the body is fetched later. It is ready as soon as it is asked for.
    static let startConversion = Resource(demand: anyAccount) { grant, world in
        .conversion(.accepted(world.conversions.keep(try convert(grant, world), now: world.now)))
    }

    static let conversion = Resource(demand: anyAccount) { grant, world in
        let id = grant.call.place("conversion")
        guard let body = world.conversions.body(id, now: world.now) else {
            throw Refusal(.conversionMissing, [.id: id], because: "nothing was converted under the id \(id)")
        }
        return .conversion(.kept(body, id: id))
    }

    /// At most ten bodies at once; one that can't be converted keeps the others from nothing.
    static let startConversions = Resource(demand: anyAccount) { grant, world in
        let inputs = try grant.call.body()["conversionInputs"]?.arrayValue ?? []
        guard (1...10).contains(inputs.count) else {
            throw RestrictionDraft.invalid("Between 1 and 10 conversions can be requested, not \(inputs.count).")
        }
        return .conversion(
            .acceptedMany(
                inputs.map { input in
                    let to = input["to"]?.stringValue ?? ""
                    let body = try? convert(input["body"] ?? .null, to: to, grant, world)
                    return body.map { world.conversions.keep($0, now: world.now) }
                }))
    }

    static let conversions = Resource(demand: anyAccount) { grant, world in
        let ids = grant.call.items("ids") ?? []
        guard (1...50).contains(ids.count) else {
            throw RestrictionDraft.invalid("Between 1 and 50 results can be requested, not \(ids.count).")
        }
        return .conversion(.keptMany(ids.map { ($0, world.conversions.body($0, now: world.now)) }))
    }

    private static func convert(_ grant: Grant, _ world: World) throws -> ConvertedBody {
        try convert(grant.call.body(), to: grant.call.place("to"), grant, world)
    }

    private static func convert(
        _ body: JSON, to: String, _ grant: Grant, _ world: World
    ) throws -> ConvertedBody {
        let call = grant.call
        let value = body["value"]?.stringValue ?? ""
        let from = body["representation"]?.stringValue ?? ""
        let intake = BodyIntake(style: call.dialect.bodies, seed: "conversion", fileName: grant.fileNames(world))
        let storage = try intake.storage(value, as: from)
        guard let form = BodyForm(rawValue: to), let format = BodyFormat(rawValue: to),
            call.dialect.content.bodies.contains(format)
        else { throw unsupported(from, to) }
        let surroundings = ViewContext(
            linkBase: call.base.context, baseURL: call.base.url, style: call.dialect.bodies.view)
        let conversion = BodyConversion(
            view: surroundings, document: DocumentContext(),
            macroID: { StableID.uuid("macro", "conversion", String($0)) })
        let converted = try StorageFormat.convert(storage, from: .storage, to: form, conversion)
        return ConvertedBody(value: converted, representation: to)
    }

    private static func unsupported(_ from: String, _ to: String) -> Refusal {
        RestrictionDraft.invalid("Conversion from \(from) to \(to) is not supported.")
    }
}
