import ConfluenceWire
import Synchronization
import Testing

@testable import LiveSites

@Suite("Patience with a live site")
struct RetryAfterTests {
    private static func limiting(_ status: Int, _ wait: String, times: Int = 1) -> Wire {
        Wire { _, nth in
            nth <= times ? Response(status: status, headers: ["Retry-After": wait]) : Response(status: 200)
        }
    }

    @Test(
        "a site that asks for it is left alone for so long, and asked again",
        arguments: [
            (429, "5", 5), (503, "2", 2), (429, "Mon, 02 Mar 2026 09:00:07 GMT", 7),
            (429, "Monday, 02-Mar-26 09:00:07 GMT", 7), (429, "Mon Mar  2 09:00:07 2026", 7), (429, "60", 60),
        ])
    func waits(status: Int, wait: String, seconds: Int) async throws {
        let wire = Self.limiting(status, wait)
        let answer = try await wire.site().send(Wire.request("GET", "/rest/api/space"))
        #expect(answer.status == 200)
        #expect(wire.log.withLock(\.sleeps) == [.seconds(seconds)])
    }

    @Test(
        "an answer is handed on that asks for more than anybody waits, or for nothing that can be read",
        arguments: [(429, "61"), (429, "86400"), (503, "1e400"), (429, "soon"), (500, "1"), (404, "1")])
    func handsOn(status: Int, wait: String) async throws {
        let wire = Self.limiting(status, wait)
        let answer = try await wire.site().send(Wire.request("GET", "/rest/api/space"))
        #expect(answer.status == status)
        #expect(wire.requests.count == 1)
        #expect(wire.log.withLock(\.sleeps).isEmpty)
    }

    @Test("it is asked four times at most, and each time counts")
    func times() async throws {
        let wire = Self.limiting(429, "1", times: 9)
        let site = try wire.site(budget: SiteBudget(requests: 10, time: .seconds(100)))
        #expect(try await site.send(Wire.request("GET", "/rest/api/space")).status == 429)
        #expect(site.requestCount == 4)
    }

    @Test("nobody of the run asks before the moment that the site named to one of them")
    func everybody() async throws {
        let wire = Self.limiting(429, "5", times: 9)
        let site = try wire.site(patience: SitePatience(times: 0, longest: .seconds(60)))
        _ = try await site.send(Wire.request("GET", "/rest/api/space"))
        #expect(wire.log.withLock(\.sleeps).isEmpty)
        _ = try await site.send(Wire.request("GET", "/rest/api/user/current"))
        #expect(wire.log.withLock(\.sleeps) == [.seconds(5)])
    }

    @Test("what would take longer than the budget's time is not waited for")
    func overTime() async throws {
        let wire = Self.limiting(429, "50")
        let site = try wire.site(budget: SiteBudget(requests: 10, time: .seconds(40)))
        #expect(try await site.send(Wire.request("GET", "/rest/api/space")).status == 429)
        #expect(wire.log.withLock(\.sleeps).isEmpty)
    }
}
