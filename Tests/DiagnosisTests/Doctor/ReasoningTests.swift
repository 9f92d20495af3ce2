import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Testing

@Suite("The reasoning tells of each question")
struct ReasoningTests {
    @Test("the requests of all steps together are those that were sent", arguments: ConfluenceSite.Acme.allCases)
    func requests(_ site: ConfluenceSite.Acme) async throws {
        for tool in ["read_page_by_id", "create_page"] {
            var patient = try Patient(site, user: "writer-bot")
            patient.configuration.selectedTools = [tool]
            let report = await patient.diagnose()
            #expect(report.reasoning.reduce(0) { $0 + $1.requests } == report.requests, "\(report.summary)")
        }
    }

    @Test("whether Data Center takes changes is a step of its own", arguments: [false, true])
    func accessMode(_ isReadOnly: Bool) async throws {
        var patient = try Patient(.dataCenter, user: "writer-bot") { $0.settings.readOnly = isReadOnly }
        patient.configuration.selectedTools = ["create_page"]
        let report = await patient.diagnose()
        let step = try #require(report.reasoning.last)
        #expect(step.question == "does the site take changes?")
        #expect(step.requests == 1 && step.failedLogins == 0 && step.expectedBits > 0)
        #expect(step.answer.hasSuffix(isReadOnly ? "READ_ONLY" : "READ_WRITE"))
        #expect(step.ruledOut == (isReadOnly ? [] : [.readOnly]))
        #expect(step.standing.contains { $0.cause == .readOnly } == isReadOnly)
    }

    @Test("a site that doesn't say whether it takes changes is told as that, and called healthy")
    func untold() async throws {
        var patient = try Patient(.dataCenter, user: "writer-bot")
        patient.configuration.selectedTools = ["create_page"]
        patient.through = Ailment.Way { send in
            { request in
                request.url.path.hasSuffix("/accessmode") ? Response(status: 404) : try await send(request)
            }
        }
        let report = await patient.diagnose()
        #expect(report.verdict == .healthy, "\(report.summary)")
        #expect(report.reasoning.last?.answer.contains("doesn't say") == true)
        #expect(report.reasoning.last?.ruledOut.isEmpty == true)
    }

    @Test("behind a repair, what was told before is not told again", arguments: ConfluenceSite.Acme.allCases)
    func once(_ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site)
        patient.configuration.credential.hosting = site == .cloud ? .server : .cloud
        patient.configuration.spaceKey = "docs"
        let report = await patient.diagnose()
        #expect(report.causes.map(\.id) == [.hostingMismatch, .spaceKeyCase], "\(report.summary)")
        let told = report.reasoning.map { "\($0.question) \($0.change ?? "") \($0.answer)" }
        #expect(Set(told).count == told.count, "\(told)")
        #expect(report.reasoning.reduce(0) { $0 + $1.requests } == report.requests, "\(report.summary)")
        #expect(report.reasoning.first?.assuming == [])
        #expect(report.reasoning.last?.assuming.count == 2, "\(report.reasoning.map(\.assuming))")
        let ruledOut = Set(report.reasoning.flatMap(\.ruledOut))
        for cause in report.causes.dropFirst() {
            let step = report.reasoning.firstIndex { $0.ruledOut.contains(cause.id) }
            let found = report.reasoning.firstIndex { $0.standing.first?.cause == cause.id }
            #expect(step == nil || found.map { $0 < step ?? 0 } == true, "\(cause.id) \(ruledOut)")
        }
    }

    @Test("only causes are weighed of what somebody has named", arguments: ConfluenceSite.Acme.allCases)
    func concerned(_ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site)
        patient.configuration.spaceKey = nil
        let report = await patient.diagnose()
        #expect(report.verdict == .healthy, "\(report.summary)")
        let weighed = report.reasoning.flatMap { $0.ruledOut + $0.standing.compactMap(\.cause) }
        #expect(!weighed.contains { $0.family == "page" || $0.family == "space" }, "\(weighed)")
    }

    @Test("a reader is not asked for it")
    func reader() async throws {
        let report = try await Patient(.dataCenter).diagnose()
        #expect(!report.reasoning.contains { $0.question.contains("changes") })
    }
}
