import ConfluenceModel
import Documents
import SiteFiles
import Testing

@Suite("Settings and faults are read with the place of every mistake")
struct FaultReaderTests {
    private func node(_ text: String) throws -> DocumentNode {
        try DocumentReader.read(Array(text.utf8), file: "faults.yaml")
    }

    @Test("a rule of one's own")
    func rule() throws {
        let choice = try FaultReader.read(
            node(
                """
                name: slow
                match: {method: get, path: "*/search*", user: ana, from: 2, times: 3, probability: 0.5, seed: 9}
                effect: {drip: {bytes: 10, pause: 20 ms}}
                """))
        let match = FaultRule.Match(
            methods: ["GET"], path: "*/search*", user: "ana", from: 2, times: 3, probability: 0.5, seed: 9)
        #expect(choice == .rule(FaultRule(name: "slow", match: match, effect: .drip(bytes: 10, milliseconds: 20))))
        #expect(try FaultReader.read(node("waf-block")) == .readyMade("waf-block"))
    }

    static let mistakes: [(text: String, message: String)] = [
        ("name: a\neffect: {}", "faults.yaml:2:9: effect: one effect is expected, such as “delay: 3 s”, found 0"),
        ("name: a\neffect: {delya: 3 s}", "faults.yaml:2:10: effect.delya: unknown key “delya”, did you mean “delay”?"),
        (
            "name: a\nmatch: {path: x}\neffect: {certificate: expired}",
            "faults.yaml:2:8: match: this effect holds for the whole site, leave “match” out"
        ),
        (
            "name: a\nmatch: {probability: 3}\neffect: {delay: 1}",
            "faults.yaml:2:22: match.probability: a number from 0 to 1 is expected"
        ),
        (
            "name: a\neffect: {answer: {status: 200, headers: {\"X Y\": z}}}",
            "faults.yaml:2:49: effect.answer.headers.X Y: this is no header field that can be sent"
        ),
        (
            "name: a\neffect: {answer: {status: 99}}",
            "faults.yaml:2:27: effect.answer.status: a number from 200 to 599 is expected"
        ),
    ]

    @Test("mistakes are named with their place", arguments: mistakes)
    func misreading(text: String, message: String) throws {
        let error = #expect(throws: DocumentError.self) { try FaultReader.read(node(text)) }
        #expect(error?.description == message)
    }

    @Test("every setting has a word, and a wrong value is named")
    func settings() throws {
        let changes = try SettingsReader.read(
            node("{read-only: true, rate-limit: {budget: 10, window: 1 min, burst: 2}, ip-allowlist: [10.0.0.0/8]}"))
        let settings = SiteSettings().changed(by: changes)
        #expect(settings.readOnly && settings.ipAllowlist == ["10.0.0.0/8"])
        #expect(settings.rateLimit == RateLimit(budget: 10, windowSeconds: 60, burst: 2))
        for (text, message) in [
            ("{read-onyl: true}", "unknown key “read-onyl”, did you mean “read-only”?"),
            ("{ip-allowlist: [300.1.1.1]}", "a network is expected"),
            ("{captcha-threshold: 0}", "a number from 1 to 1000 is expected"),
        ] {
            let error = #expect(throws: DocumentError.self) { try SettingsReader.read(node(text)) }
            #expect(error?.description.contains(message) == true)
        }
    }
}
