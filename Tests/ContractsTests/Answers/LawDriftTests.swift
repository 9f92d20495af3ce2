import ConfluenceModel
import ConfluenceWire
import Contracts
import Testing

@Suite("Answers from a check of laws")
struct LawDriftTests {
    private static func report(_ verdict: String, _ simulator: String, _ live: String) throws -> JSON {
        try JSONReader.read(
            """
            {"version": 1, "sites": [], "laws": [{"law": "l", "on": "cloud-v1", "verdict": "\(verdict)", "exchanges": [
              {"simulator": {"method": "GET", "address": "http://acme.atlassian.net/wiki/rest/api/content/1", \(simulator)},
               "live": {"method": "GET", "address": "https://x.atlassian.net/wiki/rest/api/content/77", \(live)}}]}]}
            """)
    }

    private static let ours = #""status": 404, "response_body": "{\"message\":\"No content found with id 1\"}""#
    private static let theirs = #""status": 403, "response_body": "{\"message\":\"You are not permitted to view 77\"}""#

    @Test(
        "a refusal with another status and other words becomes a rule", arguments: ["simulator-wrong", "live-drifted"])
    func rule(verdict: String) throws {
        let drifts = try #require(LawDrift.drifts(in: try Self.report(verdict, Self.ours, Self.theirs)))
        let rule = try #require(AnswersFromDrift(drifts, source: "a check").rules.first)
        #expect(rule.answered == 404 && rule.change.status == 403 && rule.path == "/rest/api/content/{id}")
        #expect(rule.change.set == [AnswerRule.Member("message", .text("You are not permitted to view {id}"))])
    }

    @Test(
        "laws that agree, that are a site's own matter, or that hold nowhere give none",
        arguments: ["agree", "particular", "descriptions-debt", "not-judged"])
    func none(verdict: String) throws {
        #expect(LawDrift.drifts(in: try Self.report(verdict, Self.ours, Self.theirs)) == [])
    }

    @Test("headers that the live site adds, leaves out or forms otherwise become rules")
    func headers() throws {
        func headers(_ fields: KeyValuePairs<String, String>) -> String {
            let list = fields.map { #"{"name": "\#($0)", "value": "\#($1)"}"# }.joined(separator: ", ")
            return #""status": 404, "response_body": "{}", "response_headers": [\#(list)]"#
        }
        let ours = headers(["Content-Type": "application/json", "Retry-After": "0", "ETag": "W/\\\"1\\\""])
        let theirs = headers([
            "Content-Type": "application/json;charset=UTF-8", "ETag": "W/\\\"2\\\"", "Sunset": "soon",
        ])
        let drifts = try #require(LawDrift.drifts(in: try Self.report("live-drifted", ours, theirs)))
        let change = try #require(AnswersFromDrift(drifts, source: "a check").rules.first).change
        #expect(change.withoutHeaders == ["Retry-After"])
        #expect(Set(change.headers.map(\.name)) == ["Content-Type", "Sunset"])
        #expect(change.headers.first { $0.name == "Content-Type" }?.value == "application/json;charset=utf-8")
        #expect(change.status == nil && change.set.isEmpty)
    }

    @Test("what two sites hold is no drift")
    func contents() throws {
        let one = #""status": 200, "response_body": "{\"id\":\"1\",\"title\":\"A\",\"x\":1}""#
        let other = #""status": 200, "response_body": "{\"id\":\"2\",\"title\":null}""#
        #expect(LawDrift.drifts(in: try Self.report("live-drifted", one, other)) == [])
        #expect(LawDrift.drifts(in: ["kind": "shape-drift"]) == nil)
    }
}
