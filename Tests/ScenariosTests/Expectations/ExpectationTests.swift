import ConfluenceModel
import ConfluenceWire
import Testing

@testable import Scenarios

@Suite("Expectations bite, and say what was seen instead")
struct ExpectationTests {
    private static let answer = ToolAnswer.value(["page": ["id": "7", "labels": ["a", "b"]], "size": 2])
    private static let failure = ToolAnswer.failure(exceptionType: "HTTPError", message: "Unauthorized (401)")

    private func expectation(_ change: (inout AnswerExpectation) -> Void) -> AnswerExpectation {
        var expectation = AnswerExpectation()
        change(&expectation)
        return expectation
    }

    @Test("a scenario that expects nothing still expects an answer")
    func nothing() {
        #expect(AnswerExpectation().problems(of: Self.answer).isEmpty)
        #expect(
            AnswerExpectation().problems(of: Self.failure) == [
                "the tool failed, where an answer was expected: HTTPError: Unauthorized (401)"
            ])
    }

    @Test("a failure that is looked at needs no word on whether it is one")
    func failureContent() {
        #expect(expectation { $0.contains = ["Unauthorized (401)"] }.problems(of: Self.failure).isEmpty)
        #expect(
            expectation { $0.contains = ["Forbidden"] }.problems(of: Self.failure) == [
                "the answer should contain “Forbidden”, and does not"
            ])
    }

    @Test("texts are looked for as they stand, not as patterns")
    func literally() {
        #expect(expectation { $0.lacks = ["Unauth.rized", "(40.)"] }.problems(of: Self.failure).isEmpty)
        #expect(!KnownSecret(name: "a token", value: "Un.uthorized").isIn("Unauthorized"))
        #expect(KnownSecret(name: "a token", value: "a+b/c(d").isIn("Bearer a+b/c(d"))
    }

    @Test("the kind of failure is compared")
    func failureKind() {
        let expectation = expectation {
            $0.fails = true
            $0.errorType = "ApiError"
        }
        #expect(expectation.problems(of: Self.failure) == ["the tool raised HTTPError, expected ApiError"])
        #expect(
            expectation.problems(of: Self.answer) == ["the tool answered, where a failure was expected (ApiError)"])
    }

    @Test("values are compared where their path leads, by meaning")
    func paths() throws {
        func problems(_ path: String, _ value: JSON) throws -> [String] {
            let path = try JSONPath(parsing: path)
            return expectation { $0.json = [.init(path: path, value: .equal(value))] }.problems(of: Self.answer)
        }
        #expect(try problems("page.id", "7").isEmpty)
        #expect(try problems("$.page['labels'][-1]", "b").isEmpty)
        #expect(try problems("page.labels.length()", 2).isEmpty)
        #expect(try problems("size", .number(2)).isEmpty)
        #expect(try problems("page.labels[0]", "b") == ["the answer at page.labels[0] is \"a\", expected \"b\""])
        #expect(
            try problems("page.labels[2]", "b") == [
                "the answer at page.labels[2] is absent, expected \"b\": “labels” has 2 elements"
            ])
    }

    @Test("a whole answer is compared without regard to the order of its keys")
    func equals() {
        let same: JSON = ["size": 2, "page": ["labels": ["a", "b"], "id": "7"]]
        #expect(expectation { $0.equals = same }.problems(of: Self.answer).isEmpty)
        #expect(
            expectation { $0.equals = ["size": 3] }.problems(of: Self.answer) == [
                "the answer is not as expected: size is 2, expected 3; "
                    + #"page is {"id":"7","labels":["a","b"]}, and should not be there"#
            ])
        let text = ToolAnswer.value("Updated page 7")
        #expect(expectation { $0.equals = "Updated page 7" }.problems(of: text).isEmpty)
        #expect(
            expectation { $0.equals = "Updated page 8" }.problems(of: text) == [
                "the answer is “Updated page 7”, expected “Updated page 8”"
            ])
    }

    @Test("patterns and words that must be absent are looked for")
    func patterns() {
        #expect(expectation { $0.matches = #""id":"\d+""# }.problems(of: Self.answer).isEmpty)
        #expect(expectation { $0.matches = "^x" }.problems(of: Self.answer).count == 1)
        #expect(
            expectation { $0.lacks = ["labels"] }.problems(of: Self.answer) == [
                "the answer should not contain “labels”, and does"
            ])
    }

    @Test("words are looked for as they stand, not as patterns", arguments: ["a.c", "[x]", "1+1", "(", "*"])
    func plainWords(word: String) {
        let with = ToolAnswer.value(.string("before \(word) after"))
        let without = ToolAnswer.value("abc x 11")
        #expect(expectation { $0.contains = [word] }.problems(of: with).isEmpty)
        #expect(expectation { $0.lacks = [word] }.problems(of: without).isEmpty)
        #expect(expectation { $0.lacks = [word] }.problems(of: with).count == 1)
        #expect(KnownSecret(name: "it", value: "key+\(word)").isIn("the key+\(word) is here"))
    }

    @Test("a text that is missing but for its capitals or blanks is told of")
    func nearMisses() {
        let answer = ToolAnswer.value("Page  Updated\nin DOCS")
        #expect(
            expectation { $0.contains = ["page  updated", "Updated in DOCS"] }.problems(of: answer) == [
                "the answer should contain “page  updated”, and does not; it is there in other capitals",
                "the answer should contain “Updated in DOCS”, and does not; it is there with other blanks or line ends",
            ])
    }

    @Test("paths lead into a text that is itself JSON")
    func textOfJSON() throws {
        let answer = ToolAnswer.value("[{\"id\": 5}]")
        let path = try JSONPath(parsing: "[0].id")
        #expect(expectation { $0.json = [.init(path: path, value: .equal(5))] }.problems(of: answer).isEmpty)
    }

    @Test("a raw answer is checked by its status, headers and body")
    func response() {
        let response = Response(
            status: 403, headers: ["X-Seraph-LoginReason": "AUTHENTICATED_FAILED"], body: Array("{\"a\":1}".utf8))
        let wrong = expectation {
            $0.status = 200
            $0.headers = [.init(name: "x-seraph-loginreason", contains: "OK"), .init(name: "ETag", contains: "x")]
            $0.contains = ["b"]
        }
        #expect(
            wrong.problems(of: response) == [
                "the site answered 403, expected 200",
                "the header x-seraph-loginreason should hold “OK”, and it is “AUTHENTICATED_FAILED”",
                "the header ETag should hold “x”, and it is absent",
                "the answer should contain “b”, and does not",
            ])
    }

    @Test("a header is held to a matcher, and may be absent where it is optional")
    func headers() {
        let response = Response(status: 200, headers: ["X-RateLimit-Remaining": "many"], body: [])
        var number = ValueMatcher()
        number.matches = "^[0-9]+$"
        var absent = ValueMatcher()
        absent.isAbsent = true
        let wrong = expectation {
            $0.headers = [
                .init(name: "X-RateLimit-Remaining", value: .matching(number)),
                .init(name: "X-RateLimit-Limit", value: .matching(number), isOptional: true),
                .init(name: "Retry-After", value: .matching(absent)),
            ]
        }
        #expect(
            wrong.problems(of: response) == [
                "the header X-RateLimit-Remaining should match the pattern ^[0-9]+$, and is “many”"
            ])
    }

    @Test("a diagnosis is held to each part that was expected of it")
    func diagnosis() {
        var expected = DiagnosisExpectation()
        expected.verdict = .problem
        expected.cause = .tokenRevoked
        expected.alternatives = [.tokenExpired]
        #expect(expected.problems(of: Samples.revoked).isEmpty)
        #expect(
            expected.problems(of: Samples.healthy) == [
                "the verdict is healthy, expected problem",
                "the diagnosis names no cause, expected credential.token-revoked",
            ])
        expected.cause = .spaceNoAccess
        expected.isProven = true
        expected.field = "settings.space_key"
        expected.alternatives = [.wrongUser]
        expected.notCauses = [.tokenRevoked]
        #expect(
            expected.problems(of: Samples.revoked) == [
                "the diagnosis names credential.token-revoked, and should not",
                "the first cause is credential.token-revoked, expected space.no-access",
                "the first cause is not proven",
                "the field to blame is settings.confluence_configuration.api_key, expected settings.space_key",
                "credential.wrong-user is not among the alternatives (credential.token-expired)",
            ])
    }
}

extension AnswerExpectation {
    fileprivate func problems(of answer: ToolAnswer) -> [String] { mismatches(of: answer).map(\.words) }
    fileprivate func problems(of response: Response) -> [String] { mismatches(of: response).map(\.words) }
}
