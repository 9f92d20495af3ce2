import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Contracts
import Simulator
import Testing

@Suite("After apply the simulator answers as the recorded site did")
struct AnswersEndToEndTests {
    /// Kinds of drift that rules can say, of those that one change makes.
    private static let sayable = DeliberateDrift.all.filter { drift in
        ![.memberOptional, .headerOptional, .typeAdded, .formatAdded, .wordAdded, .statusAdded].contains(drift.kind)
            && !["a value of some elements is null", "a new object", "a list became an object", "the answer is a list"]
                .contains(drift.name)
            // Without the ids of a list there is nothing to read next, so that less is recorded.
            && drift.name != "a member of all elements is gone"
    }

    @Test("each drift that a rule can say", arguments: sayable)
    func each(drift: DeliberateDrift) async throws {
        let simulated = ShapeLock(of: try await RecordedSite.samples(.cloud))
        let live = ShapeLock(of: drift.applied(to: try await RecordedSite.samples(.cloud)))
        let found = ShapeDiff(simulated, live, readers: DriftReaders()).drifts
        let answers = AnswersFromDrift(found, source: "a test")
        #expect(answers.leftOut.isEmpty)
        let corrected = ShapeLock(of: try await RecordedSite.samples(.cloud) { $0.answers = answers.rules })
        #expect(ShapeDiff(corrected, live, readers: DriftReaders()).drifts.isEmpty)
        #expect(!ShapeDiff(simulated, corrected, readers: DriftReaders()).drifts.isEmpty)
    }

    @Test("a whole other site: statuses, headers and wording at once", arguments: ConfluenceSite.Acme.allCases)
    func whole(acme: ConfluenceSite.Acme) async throws {
        let changed: @Sendable (ShapeSample) -> ShapeSample = { sample in
            var sample = sample
            guard sample.response.status == 404 || sample.response.status == 403 else { return sample }
            sample.response.status = 401
            sample.response.headers["WWW-Authenticate"] = "Bearer realm=\"x\""
            sample.response.headers["Content-Type"] = "application/json"
            sample.response.body = Array(#"{"message":"You are not authorized to view content 98305"}"#.utf8)
            return sample
        }
        let samples = try await RecordedSite.samples(acme)
        let live = ShapeLock(of: samples.map(changed))
        let found = ShapeDiff(ShapeLock(of: samples), live, readers: DriftReaders()).drifts
        let answers = AnswersFromDrift(found, source: "a test")
        let corrected = ShapeLock(of: try await RecordedSite.samples(acme) { $0.answers = answers.rules })
        let left = ShapeDiff(corrected, live, readers: DriftReaders()).drifts
        #expect(left.filter { $0.kind == .statusChanged || $0.isOfHeader || $0.kind == .wordingChanged }.isEmpty)
    }

    @Test("a rule changes the answers that it means, and no other")
    func meant() throws {
        let rule = AnswerRule(
            on: .cloud, "GET", "/rest/api/content/{id}", showing: "", answered: 404, refusal: "contentMissing/hidden",
            change: AnswerRule.Change(
                status: 410, headers: [FaultRule.HeaderField("X-Seen", "yes")],
                set: [AnswerRule.Member("message", .text("Page {id} is gone"))]))
        let site = try ConfluenceSite.acme(.cloud) {
            var missing = rule
            missing.refusal = nil
            $0.answers = [missing]
        }
        let gone = try site.ask("/rest/api/content/1", as: "jonas")
        #expect(gone.status == 410 && gone.headers["X-Seen"] == "yes")
        #expect(try JSONReader.read(gone.body)["message"] == "Page 1 is gone")
        let expanded = [QueryItem("expand", "version")]
        #expect(try site.ask("/rest/api/content/1", query: expanded, as: "jonas").status == 404)
        #expect(try site.ask("/rest/api/content/98305", as: "jonas").status == 200)
        #expect(try site.ask("/rest/api/content/search", query: [], as: "jonas").status == 400)
        #expect(try site.ask("/rest/api/content/1/label", as: "jonas").status == 404)
        let narrow = try ConfluenceSite.acme(.cloud) { $0.answers = [rule] }
        let row = try #require(try narrow.journalRow(of: "/rest/api/content/1"))
        #expect(try narrow.ask("/rest/api/content/1", as: "jonas").status == (row == rule.refusal ? 410 : 404))
    }

    @Test("rules of the other deployment change nothing")
    func other() throws {
        let rule = AnswerRule(
            on: .dataCenter, "GET", "/rest/api/content/{id}", answered: 404, change: AnswerRule.Change(status: 410))
        let site = try ConfluenceSite.acme(.cloud) { $0.answers = [rule] }
        #expect(try site.ask("/rest/api/content/1", as: "jonas").status == 404)
    }
}

extension ConfluenceSite {
    /// The row of the table of refusals that worded the answer to a request.
    fileprivate func journalRow(of path: String) throws -> String? {
        _ = try ask(path, as: "jonas")
        return journal.last?.answerRow
    }
}
