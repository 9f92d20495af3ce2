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

    @Test("a reader is not asked for it")
    func reader() async throws {
        let report = try await Patient(.dataCenter).diagnose()
        #expect(!report.reasoning.contains { $0.question.contains("changes") })
    }
}
