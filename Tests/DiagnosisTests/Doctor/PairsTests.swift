import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import Diagnosis
import Testing

@Suite("A fault of the address, of the login and of the space are found behind one another")
struct PairsTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let cause: CauseID
        let change: @Sendable (inout Patient) throws -> Void
        var testDescription: String { cause.rawValue }
    }

    @Test("both causes are named, the outer one first", arguments: ConfluenceSite.Acme.allCases, [0, 1, 2])
    func pairs(_ site: ConfluenceSite.Acme, _ leftOut: Int) async throws {
        var families = [Self.addressFaults(site), Self.loginFaults(site), Self.spaceFaults(site)]
        families.remove(at: leftOut)
        for outer in families[0] {
            for inner in families[1] {
                var patient = try Patient(site)
                try inner.change(&patient)
                try outer.change(&patient)
                let report = await patient.diagnose()
                let found = report.causes.map(\.id)
                #expect(found.first == outer.cause, "\(outer.cause) and \(inner.cause): \(report.summary)")
                #expect(found.contains(inner.cause), "\(outer.cause) and \(inner.cause): \(report.summary)")
                #expect(report.failedLogins <= 1, "\(outer.cause) and \(inner.cause): \(report.summary)")
                #expect(report.requests <= 16, "\(outer.cause) and \(inner.cause): \(report.summary)")
            }
        }
    }

    private static func addressFaults(_ site: ConfluenceSite.Acme) -> [Fault] {
        [
            Fault(cause: .hostingMismatch) { $0.configuration.credential.hosting = site == .cloud ? .server : .cloud },
            Fault(cause: .basePath) { $0.configuration.credential.baseURL += "/display/DOCS" },
            Fault(cause: .whitespace) { $0.configuration.credential.baseURL += "\u{A0}" },
        ]
    }

    /// Those that have a repair, so that what lies behind them can be seen.
    private static func loginFaults(_ site: ConfluenceSite.Acme) -> [Fault] {
        switch site {
        case .cloud:
            [
                Fault(cause: .whitespace) {
                    $0.useBasic("reader-bot@acme.example", "\t" + (try $0.site.token("reader-bot-token")))
                },
                Fault(cause: .wrongScheme) {
                    $0.useBearer(try $0.site.token("reader-bot-token"))
                    $0.configuration.credential.username = "reader-bot@acme.example"
                },
            ]
        case .dataCenter:
            [
                Fault(cause: .whitespace) { $0.useBearer(try $0.site.token("reader-bot-token") + "\u{200B}") },
                Fault(cause: .wrongScheme) { $0.useBasic("reader-bot", try $0.site.token("reader-bot-token")) },
            ]
        }
    }

    private static func spaceFaults(_ site: ConfluenceSite.Acme) -> [Fault] {
        [
            Fault(cause: .spaceKeyCase) { $0.configuration.spaceKey = "docs" },
            Fault(cause: .spaceNameForKey) { $0.configuration.spaceKey = "product documentation" },
            Fault(cause: .spaceNoAccess) { $0.configuration.spaceKey = "TEAM" },
            Fault(cause: .spaceNoWrite) { $0.configuration.selectedTools = ["update_page_by_id"] },
        ]
    }
}
