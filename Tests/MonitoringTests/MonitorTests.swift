import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Foundation
import Monitoring
import Simulator
import Synchronization
import Testing

@Suite("A monitor")
struct MonitorTests {
    /// A clock that stands still until somebody sleeps by it.
    private final class Turned: Sendable {
        private let time = Mutex(Duration.zero)
        var elapsed: Duration { time.withLock { $0 } }

        func turn(to moment: Duration) { time.withLock { $0 = max($0, moment) } }

        var clock: MonitorClock {
            MonitorClock(
                elapsed: { self.elapsed },
                sleep: { until in
                    try Task.checkCancellation()
                    self.turn(to: until)
                },
                date: { ConfluenceSite.standingMoment })
        }
    }

    private final class Told: Sendable {
        private let events = Mutex<[MonitorEvent]>([])
        var all: [MonitorEvent] { events.withLock { $0 } }
        func add(_ event: MonitorEvent) { events.withLock { $0.append(event) } }

        /// The events beside the rounds themselves, in a word each.
        var words: [String] {
            all.compactMap { event in
                switch event {
                case .round: nil
                case .broke(_, _, let diagnosis): "broke \(diagnosis?.causes.first?.id.rawValue ?? "?")"
                case .recovered: "recovered"
                case .askedToWait(let seconds): "wait \(seconds)"
                case .loginRefused(let seconds, let failed): "refused \(seconds) \(failed)"
                }
            }
        }
    }

    private static func configuration(_ site: ConfluenceSite) throws -> ToolkitConfiguration {
        var credential = CredentialConfiguration(baseURL: site.url)
        switch try site.authentication(of: "reader-bot") {
        case .basic(let user, let secret): (credential.username, credential.apiKey) = (user, secret)
        case .bearer(let secret), .cookies(let secret): credential.token = secret
        case .anonymous: break
        }
        return ToolkitConfiguration(name: "docs", credential: credential, spaceKey: "DOCS")
    }

    private static func watch(
        _ site: ConfluenceSite,
        tools: [ToolkitTool] = [.readPageByID, .searchPages, .createPage],
        length: Duration = .seconds(600),
        turned: Turned = Turned(),
        send: Send? = nil
    ) async throws -> (report: MonitorReport, told: Told) {
        let told = Told()
        let plan = MonitorPlan(interval: .seconds(60), length: length, tools: tools, pageID: "98310")
        let monitor = Monitor(try configuration(site), plan: plan, send: send ?? site.send, clock: turned.clock)
        let report = await monitor.run { told.add($0) }
        return (report, told)
    }

    @Test("of a site that works has nothing to tell but its rounds", arguments: ConfluenceSite.Acme.allCases)
    func healthy(_ kind: ConfluenceSite.Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        let (report, told) = try await Self.watch(site)
        #expect(report.rounds == 10)
        #expect(told.words.isEmpty)
        #expect(!report.hasBroken)
        #expect(report.tools.map(\.successes) == [10, 10, 10])
        #expect(report.requests <= 30)
        #expect(site.journal.allSatisfy { $0.method == "GET" })
    }

    @Test("tells the moment something breaks, why, and when it works again", arguments: ConfluenceSite.Acme.allCases)
    func breaks(_ kind: ConfluenceSite.Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        let turned = Turned()
        let (report, told) = try await Self.watch(site, turned: turned) { request in
            // From the fourth minute to the seventh, no token is taken, and on Cloud, where a login names its account,
            // nobody is served.
            guard (.seconds(180)..<(.seconds(420))).contains(turned.elapsed) else {
                return try await site.send(request)
            }
            if kind == .cloud { return Response(status: 503) }
            var stranger = request
            if stranger.headers["Authorization"] != nil { stranger.headers["Authorization"] = "Basic bm9ib2R5Om5vbmU=" }
            return try await site.send(stranger)
        }
        // The first to break is told with its diagnosis, the others at the end of the round.
        #expect(told.words.count == 3 && told.words[1] == "broke ?", "\(told.words)")
        let family = kind == .cloud ? "broke " : "broke credential."
        #expect(told.words.first?.hasPrefix(family) == true && told.words[0] != "broke ?", "\(told.words)")
        #expect(told.words.last == "recovered")
        #expect(report.hasBroken)
        #expect(report.causes.values.reduce(0, +) == 1)
        #expect(report.tools.allSatisfy { $0.breakages == 1 && $0.isUp == true })
        #expect(report.tools.allSatisfy { $0.failures >= 3 && $0.successes >= 5 }, "\(report.tools)")
    }

    /// A site that knows one password, and counts the logins that fail.
    private static func password(
        brokenFrom broken: Duration, until mended: Duration, length: Duration
    ) async throws -> (failed: [Duration], report: MonitorReport, told: Told) {
        let site = try ConfluenceSite.acme(.dataCenter)
        let (turned, told) = (Turned(), Told())
        let failed = Mutex<[Duration]>([])
        let credential = CredentialConfiguration(
            baseURL: site.url, username: "reader-bot", apiKey: Secret("changed-since-then"))
        let good =
            switch try configuration(site).authentication {
            case .basic(let user, let secret):
                "Basic " + Data("\(user):\(secret.revealed(for: .authorizationHeader))".utf8).base64EncodedString()
            case .bearer(let secret), .cookies(let secret): "Bearer \(secret.revealed(for: .authorizationHeader))"
            case .anonymous: ""
            }
        let monitor = Monitor(
            ToolkitConfiguration(name: "docs", credential: credential, spaceKey: "DOCS"),
            plan: MonitorPlan(
                interval: .seconds(60), length: length, tools: [.readPageByID, .searchPages, .createPage],
                pageID: "98310"),
            send: { request in
                let isWrong = (broken..<mended).contains(turned.elapsed)
                guard request.headers["Authorization"] != nil else { return try await site.send(request) }
                if isWrong {
                    // A repair that shows the secret as a token names no account.
                    let isLogin = request.headers["Authorization"]?.hasPrefix("Basic ") == true
                    if isLogin { failed.withLock { $0.append(turned.elapsed) } }
                    return try await site.send(request)
                }
                var known = request
                known.headers["Authorization"] = good
                return try await site.send(known)
            }, clock: turned.clock)
        let report = await monitor.run { told.add($0) }
        return (failed.withLock { $0 }, report, told)
    }

    @Test("repeats no login that is refused but after an hour, and then ever rarer")
    func refusedLogin() async throws {
        let (failed, report, told) = try await Self.password(
            brokenFrom: .seconds(120), until: .seconds(1_000_000), length: .seconds(86_400))
        // One by the check and one by the diagnosis; none by another tool or a second try.
        #expect(failed.filter { $0 < .seconds(3_720) }.count == 2, "\(failed)")
        #expect(failed.count <= 7, "\(failed)")
        #expect(told.words.first?.hasPrefix("broke credential.") == true, "\(told.words)")
        #expect(told.words.contains("refused 3600 2") && told.words.contains("refused 7200 3"), "\(told.words)")
        #expect(report.tools.allSatisfy { $0.isUp == false && $0.breakages == 1 })
        #expect(report.causes.values.reduce(0, +) == 1)
    }

    @Test("sees a login that is taken again")
    func loginTakenAgain() async throws {
        let (failed, report, told) = try await Self.password(
            brokenFrom: .seconds(120), until: .seconds(600), length: .seconds(4_000))
        #expect(failed.count == 2)
        #expect(told.words.last == "recovered", "\(told.words)")
        #expect(report.tools.allSatisfy { $0.isUp == true })
    }

    @Test("shows no login in Base64 that a site sends back, and no token in its name")
    func echoedLogin() async throws {
        let login = Data("mira:correct-horse".utf8).base64EncodedString()
        let token = "ATATT3xFfGF0" + String(repeating: "aB3_", count: 10)
        let told = Told()
        let credential = CredentialConfiguration(
            baseURL: "http://wiki.acme.example/\(token)=4E60EBF4", hosting: .server, username: "mira",
            apiKey: Secret("correct-horse"))
        let monitor = Monitor(
            ToolkitConfiguration(name: token, credential: credential),
            plan: MonitorPlan(interval: .seconds(60), length: .seconds(60), tools: [.readPageByID], pageID: "98310"),
            send: { request in
                let body = #"{"message": "You said \#(request.headers["Authorization"] ?? "") at \#(request.url)"}"#
                return Response(status: 400, body: Array(body.utf8))
            }, clock: Turned().clock)
        let report = await monitor.run { told.add($0) }
        for text in ["\(report)", "\(told.all)"] {
            #expect(!text.contains(login) && !text.contains(token) && !text.contains("4E60EBF4"), "\(text)")
        }
        #expect(report.hasBroken)
    }

    @Test(
        "a signed token that is refused is told by its end, where that has come",
        arguments: [
            ("eyJzdWIiOiJyZWFkZXItYm90IiwiZXhwIjoxNzcyNDM4NDAwfQ", "broke credential.token-expired"),
            ("eyJzdWIiOiJyZWFkZXItYm90IiwiZXhwIjoxNzcyNDQ1NjAwfQ", "broke credential.token-revoked"),
        ])
    func signedToken(claims: String, words: String) async throws {
        let site = try ConfluenceSite.acme(.cloud)
        let credential = CredentialConfiguration(
            baseURL: "https://api.atlassian.com/ex/confluence/\(site.definition.cloudID)/wiki",
            token: Secret("eyJhbGciOiJSUzI1NiJ9.\(claims).c2lnbmF0dXJl"))
        let told = Told()
        let monitor = Monitor(
            ToolkitConfiguration(name: "docs", credential: credential, spaceKey: "DOCS"),
            plan: MonitorPlan(interval: .seconds(60), length: .seconds(60), tools: [.readPageByID], pageID: "98310"),
            send: site.send, clock: Turned().clock)
        _ = await monitor.run { told.add($0) }
        #expect(told.words == [words])
    }

    @Test("a failure that a second try doesn't show is no breakage")
    func flicker() async throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let count = Mutex(0)
        let (report, told) = try await Self.watch(site, tools: [.searchPages]) { request in
            let number = count.withLock {
                $0 += 1; return $0
            }
            return number == 3 ? Response(status: 503) : try await site.send(request)
        }
        #expect(told.words.isEmpty)
        #expect(report.tools[0].flickers == 1)
        #expect(report.tools[0].successes == 10)
        #expect(!report.hasBroken)
    }

    @Test("a login page in the place of data is a failure")
    func page() async throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let (report, told) = try await Self.watch(site, tools: [.searchPages], length: .seconds(60)) { _ in
            Response(status: 200, headers: ["Content-Type": "text/html"], body: Array("<html>log in</html>".utf8))
        }
        #expect(report.hasBroken)
        #expect(told.words.count == 1)
    }

    @Test("leaves a site alone for as long as it asks")
    func quiet() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        let turned = Turned()
        let asked = Mutex<[Duration]>([])
        let (report, told) = try await Self.watch(site, tools: [.searchPages, .readPageByID], turned: turned) {
            request in
            let number = asked.withLock {
                $0.append(turned.elapsed); return $0.count
            }
            return number == 1 ? Response(status: 429, headers: ["Retry-After": "200"]) : try await site.send(request)
        }
        #expect(told.words == ["wait 200"])
        #expect(asked.withLock { $0.dropFirst().first } == .seconds(240))
        #expect(report.skippedRounds == 3)
        #expect(!report.hasBroken)
    }

    @Test("a site that is slow doesn't pile rounds up, and the pace is kept")
    func slow() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        let turned = Turned()
        let starts = Mutex<[Duration]>([])
        let (report, _) = try await Self.watch(site, tools: [.searchPages], turned: turned) { request in
            starts.withLock { $0.append(turned.elapsed) }
            turned.turn(to: turned.elapsed + .seconds(130))
            return try await site.send(request)
        }
        // At 0 for 130 s; the next round begins late, at once, and those in between are left out.
        #expect(starts.withLock { $0 }.count == report.rounds)
        #expect(report.rounds + report.skippedRounds == 10)
        #expect(report.skippedRounds >= 5)
        #expect(report.tools[0].durations.quantile(0.5) == 130)
    }

    @Test("that is stopped gives its figures")
    func stopped() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        let plan = MonitorPlan(interval: .seconds(60), length: nil, tools: [.searchPages])
        let rounds = Mutex(0)
        let turned = Turned()
        let monitor = Monitor(try Self.configuration(site), plan: plan, send: site.send, clock: turned.clock)
        let task = Task {
            await monitor.run { event in
                if case .round(3, _, _) = event { withUnsafeCurrentTask { $0?.cancel() } }
                rounds.withLock { $0 += 1 }
            }
        }
        let report = await task.value
        #expect(report.rounds == 3)
    }

    @Test("tools that can't be checked by reading are named, and not called", arguments: ToolkitTool.allCases)
    func everyTool(_ tool: ToolkitTool) async throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let (report, told) = try await Self.watch(site, tools: [tool], length: .seconds(60))
        #expect(report.tools.count == 1)
        #expect((report.tools[0].check == nil) == (tool.group == .index || tool.group == .execute))
        #expect(told.words.isEmpty, "\(told.all)")
        #expect(site.journal.allSatisfy { $0.method == "GET" })
    }

    @Test("keeps its secrets out of what it tells")
    func secrets() async throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let token = try site.token("reader-bot-token")
        let (report, told) = try await Self.watch(site, tools: [.searchPages], length: .seconds(60)) { request in
            Response(status: 400, body: Array(#"{"message": "\#(request.headers["Authorization"] ?? "")"}"#.utf8))
        }
        #expect(!"\(report) \(told.all)".contains(token))
        #expect(report.hasBroken)
    }
}
