import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Synchronization
import Testing

@Suite("Too many requests are waited for")
struct PatienceTests {
    /// What a site says with its 429, and how many seconds that is at the sites' standing moment.
    private static let pauses: [(Headers, Int)] = [
        (["Retry-After": "7"], 7), (["Retry-After": "0"], 1),
        (["Retry-After": "Mon, 02 Mar 2026 09:00:08 GMT"], 8),
        // The site's own clock counts.
        (["Retry-After": "Mon, 02 Mar 2026 09:02:09 GMT", "Date": "Mon, 02 Mar 2026 09:02:00 GMT"], 9),
        (["X-RateLimit-Reset": "2026-03-02T09:00:11Z"], 11), (["X-RateLimit-Reset": "2026-03-02T09:00Z"], 1),
        (["X-RateLimit-Reset": "1772442012"], 12), (["RateLimit-Reset": "13"], 13),
        (["X-RateLimit-Interval-Seconds": "10", "X-RateLimit-FillRate": "5"], 10),
        ([:], 5),
    ]

    @Test("as long as the site asks, and then it goes on", arguments: pauses, ConfluenceSite.Acme.allCases)
    func waits(_ pause: (headers: Headers, seconds: Int), _ site: ConfluenceSite.Acme) async throws {
        let (report, waited) = try await Self.diagnose(site, limitedTimes: 1, pause.headers)
        #expect(report.verdict == .healthy, "\(report.summary)")
        #expect(waited == [pause.seconds])
        #expect(report.notes.contains { $0.contains("429") && $0.contains("\(pause.seconds) s of waiting") })
        #expect(report.reasoning.map(\.waitedSeconds).reduce(0, +) == pause.seconds)
        #expect(report.reasoning.map(\.requests).reduce(0, +) == report.requests)
        #expect(report.probes.count == report.requests)
        #expect(report.probes.contains { $0.answer.contains("\(pause.seconds) s were waited") })
    }

    @Test(
        "thirty seconds in all, and four times",
        arguments: [("20", [20]), ("1", [1, 1, 1, 1]), ("31", []), ("-5", [1, 1, 1, 1])])
    func limits(_ wait: String, _ waits: [Int]) async throws {
        let (report, waited) = try await Self.diagnose(.cloud, limitedTimes: .max, ["Retry-After": wait])
        #expect(waited == waits)
        #expect(report.causes.first?.id == .rateLimited, "\(report.summary)")
        #expect(report.notes.contains { $0.contains("asks to be left alone for") })
    }

    @Test("twice as long each time, where the site names no time")
    func untold() async throws {
        let (report, waited) = try await Self.diagnose(.cloud, limitedTimes: .max, [:])
        #expect(waited == [5, 10])
        #expect(report.causes.first?.id == .rateLimited, "\(report.summary)")
    }

    @Test("nothing is waited for where nobody allows it")
    func impatient() async throws {
        var (report, waited) = try await Self.diagnose(.dataCenter, limitedTimes: 1, ["Retry-After": "1"], longest: 0)
        #expect(waited.isEmpty)
        #expect(report.causes.first?.id == .rateLimited, "\(report.summary)")
        (report, waited) = try await Self.diagnose(.dataCenter, limitedTimes: 1, ["Retry-After": "1"], isStopped: true)
        #expect(waited.isEmpty)
        #expect(report.causes.first?.id == .rateLimited, "\(report.summary)")
    }

    @Test("what was found before a pause that is too long is told all the same")
    func behind() async throws {
        var patient = try Patient(.dataCenter)
        patient.configuration.credential.hosting = .cloud
        let (report, _) = await Self.diagnose(patient, limitedTimes: .max, ["Retry-After": "3600"])
        #expect(report.causes.map(\.id) == [.hostingMismatch, .rateLimited], "\(report.summary)")
        #expect(report.notes.contains { $0.contains("3600 s") && $0.contains("30 s in all") }, "\(report.notes)")
    }

    private static func diagnose(
        _ site: ConfluenceSite.Acme, limitedTimes: Int, _ headers: Headers, longest: Int = 30, isStopped: Bool = false
    ) async throws -> (DiagnosisReport, [Int]) {
        var patient = try Patient(site)
        patient.options.longestWait = longest
        return await diagnose(patient, limitedTimes: limitedTimes, headers, isStopped: isStopped)
    }

    /// What the doctor says of a site that lets only some logins of many through, and how long it waited, without waiting.
    private static func diagnose(
        _ patient: Patient, limitedTimes: Int, _ headers: Headers, isStopped: Bool = false
    ) async -> (DiagnosisReport, [Int]) {
        let (waited, sent, start) = (Tally(), Tally(), ContinuousClock().now)
        let doctor = Doctor(
            send: { request in
                guard request.headers["Authorization"] != nil else { return try await patient.site.send(request) }
                sent.add(1)
                return sent.all.count <= limitedTimes
                    ? Response(status: 429, headers: headers) : try await patient.site.send(request)
            },
            now: { start }, date: { ConfluenceSite.standingMoment },
            wait: { seconds in
                if isStopped { throw CancellationError() }
                waited.add(seconds)
            })
        return (await doctor.diagnose(patient.configuration, options: patient.options), waited.all)
    }

    private final class Tally: Sendable {
        private let numbers = Mutex<[Int]>([])
        var all: [Int] { numbers.withLock { $0 } }
        func add(_ number: Int) { numbers.withLock { $0.append(number) } }
    }
}
