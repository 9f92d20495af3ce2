import ConfluenceTesting
import ConfluenceWire
import Foundation
import Testing

@testable import Simulator

/// Sends every operation that is simulated and described, and holds the answer to its description.
@Suite(
    "Answers have the shapes of the API descriptions",
    .enabled(if: APIDescription.areThere, "needs the API descriptions beside the project"))
struct ShapeTests {
    @Test("of each operation", arguments: APIDescription.Document.allCases)
    func shapes(_ document: APIDescription.Document) throws {
        let outcomes = try #require(try Self.measured.get().first { $0.document == document }).outcomes
        for outcome in outcomes {
            switch outcome.finding {
            case .unexpected(let words): Issue.record("\(outcome.operation.name): \(words)")
            case .deviates(let deviations):
                Issue.record("\(outcome.operation.name):\n  \(deviations.map(\.description).joined(separator: "\n  "))")
            case .fits, .bare, .listed: break
            }
        }
        #expect(
            outcomes.count { if case .fits = $0.finding { true } else { false } } > 10, "almost nothing was compared")
    }

    @Test("the page says what was compared")
    func page() throws {
        let text = ShapePage.text(try Self.measured.get())
        if ProcessInfo.processInfo.environment["CONFLUENCE_DOCTOR_WRITE_PAGES"] != nil {
            try text.write(toFile: ShapePage.path, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOfFile: ShapePage.path, encoding: .utf8)
        #expect(written == text, "write it anew: CONFLUENCE_DOCTOR_WRITE_PAGES=1 swift test --filter ShapeTests")
    }

    @Test("what is excused is still simulated, and each observation still needed")
    func current() throws {
        var operations: Set<String> = []
        var used: Set<String> = []
        for measurement in try Self.measured.get() {
            for outcome in measurement.outcomes {
                operations.insert(outcome.operation.shape)
                guard case .fits(let observed) = outcome.finding else { continue }
                used.formUnion(observed.compactMap { Exceptions.observation(of: $0, at: outcome.operation)?.path })
            }
        }
        #expect(Set(Exceptions.unvalidated.keys).isSubset(of: operations))
        #expect(Set(Exceptions.observations.map(\.path)).isSubset(of: used))
    }

    /// What all documents gave, asked once for all tests.
    private static let measured = Result {
        try APIDescription.Document.allCases.map { document in
            let description = try APIDescription(document)
            return (
                document: document, operations: description.operations.count, outcomes: try outcomes(of: description)
            )
        }
    }

    struct Outcome {
        enum Finding {
            case fits(observed: [Deviation])
            /// There is nothing to compare: the description has a status and no body.
            case bare(status: Int)
            /// It can't be compared, for a reason that is written down.
            case listed(reason: String)
            case unexpected(String)
            case deviates([Deviation])
        }

        var operation: APIDescription.Operation
        var finding: Finding
    }

    /// What each operation of the document gave that the simulator has a route for.
    private static func outcomes(of description: APIDescription) throws -> [Outcome] {
        let observed = try ObservedFields()
        // What today's description still describes, it describes better than the one of 2022.
        let schemas =
            description.operations.first?.document == .cloudV1Of2022
            ? try APIDescription(.cloudV1).schemas.merging(description.schemas) { today, _ in today }
            : description.schemas
        let isCloud = description.operations.first?.document != .dataCenter
        let routes = Set(
            (isCloud ? Route.cloud : Route.dataCenter).map { APIDescription.Operation.shape($0.name) })
        let site = try ShapeSite(isCloud ? .cloud : .dataCenter)
        let start = "start"
        try site.site.simulator.keepSnapshot(start)
        // Of Data Center what is read is compared: its description leaves out most of what is sent.
        let operations = description.operations.filter {
            routes.contains($0.shape) && (isCloud || $0.method == .get)
        }
        return try operations.map { operation in
            let reasons = isCloud ? [:] : Exceptions.unvalidatedOfDataCenter
            if let reason = Exceptions.unvalidated[operation.shape] ?? reasons[operation.shape] {
                return Outcome(operation: operation, finding: .listed(reason: reason))
            }
            try site.site.simulator.restoreSnapshot(start)
            return Outcome(
                operation: operation, finding: try finding(operation, on: site, schemas, observed))
        }
    }

    private static func finding(
        _ operation: APIDescription.Operation, on site: ShapeSite, _ schemas: [String: JSON],
        _ observed: ObservedFields
    ) throws -> Outcome.Finding {
        guard let path = Places.fill(operation.path, names: site.names, isNew: operation.method == .post) else {
            return .unexpected("no name for a place of the path; not made: \(site.missing.joined(separator: "; "))")
        }
        let query = try Places.queryNames(of: operation).map { name in
            let value = Places.query(name, of: operation.path, names: site.names)
            return QueryItem(name, try #require(value, "no value for the query parameter \(name)"))
        }
        let request: Request
        switch Bodies.table[operation.shape] {
        case .file(let name): request = try site.upload(name, to: path, operation.method)
        case .json(let json):
            request = try site.site.request(
                path, operation.method, query: query, as: ShapeSite.asker, body: site.fill(json))
        case nil: request = try site.site.request(path, operation.method, query: query, as: ShapeSite.asker)
        }
        let answer = site.site.simulator.respond(to: request)
        guard let schema = operation.answers[answer.status] else {
            let described = operation.answers.keys.sorted().map(String.init).joined(separator: ", ")
            return .unexpected("answered \(answer.status), described is \(described): \(answer.text.prefix(300))")
        }
        guard let schema else { return .bare(status: answer.status) }
        guard let json = try? JSONReader.read(answer.body) else {
            return .unexpected("the answer is no JSON: \(answer.text.prefix(200))")
        }
        let deviations = Set(SchemaCheck(schemas: schemas).deviations(of: json, from: schema))
            .filter { !observed.explain($0, in: operation.document) }
            .sorted { $0.path < $1.path }
        let open = deviations.filter { Exceptions.observation(of: $0, at: operation) == nil }
        return open.isEmpty ? .fits(observed: deviations) : .deviates(open)
    }
}
