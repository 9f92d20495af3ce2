import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
    @Test("help names the commands and the exit codes")
    func help() async throws {
        let outcome = try await BuiltCommand.run(["--help"])
        #expect(outcome.status == 0)
        for word in ["diagnose", "run", "simulate", "explain", "Exit codes"] {
            #expect(outcome.output.contains(word))
        }
    }

    @Test(
        "what can't be used is said in one message, with the documented exit code",
        arguments: [
            (["diagnoze"], 2, "did you mean “diagnose”?"),
            (["contract", "chek"], 2, "did you mean “check”?"),
            (["help", "simulat"], 2, "did you mean “simulate”?"),
            (["diagnose"], 2, "config"),
            (["diagnose", "Fixtures/no-such-file.json"], 2, "no such file"),
            (["diagnose", "Fixtures"], 2, "folder"),
            (["diagnose", "--tool", "read_page_by_di", "-"], 2, "read_page_by_id"),
            (["diagnose", "--budget", "0", "-"], 2, "--offline"),
            (["diagnose", "--budget", "-1", "-"], 2, "--budget -1 allows no request"),
            (["diagnose", "--max-failed-logins", "-1", "-"], 2, "must not be negative"),
            (["diagnose", "--max-wait", "-1", "-"], 2, "must not be negative"),
            (["diagnose", ""], 2, "the name of a file is empty"),
            (["diagnose", "--tool", "attachments", "-"], 2, "did you mean “get_page_attachments”?"),
            (["simulate", "--data", "Fixtures"], 2, "Fixtures: this is a folder"),
            (["run", "scenarios/no-such-folder"], 2, "no-such-folder"),
            (["run", "scenarios/faq", "--driver", "elitae"], 2, "elitea"),
            (["run", "scenarios/faq", "--format", "jnuit"], 2, "junit"),
            (["permissions", "--tool", "create_pgae", "-"], 2, "create_page"),
            (["monitor", "-", "--every", "1s"], 2, "5s"),
            (["monitor", "-", "--every", "soon"], 2, "soon"),
            (["monitor", "-", "--every", "1x"], 2, "such as 30s or 5m"),
            (["monitor", "-", "--metrics-port", "70000"], 2, "70000"),
            (["bundle", "show", "Fixtures/no-such.zip"], 2, "no such file"),
            (["diagnose", "-", "--bundle", "no-such-folder/x.zip"], 2, "no-such-folder"),
            (["record", "--upstream", "http://a.example", "-o", "Fixtures"], 2, "folder"),
            (["record", "--upstream", "http://a.example", "--ca-file", "no-such.pem"], 2, "no such file"),
            (["record", "--upstream", "http://a.example", "--ca-file", "README.md"], 2, "no certificate"),
            (["run", "scenarios/faq", "--report", "junit=no-such-folder/x.xml"], 2, "there is no folder"),
            (["run", "scenarios/faq", "--report", "json=Fixtures"], 2, "folder"),
            (["simulate"], 2, "--site"),
            (["simulate", "--site", "x.yaml", "--port", "70000"], 2, "70000"),
            (["explain", "credential.token-revokd"], 2, "credential.token-revoked"),
            (["diagnose", "-", "--page", "Release notes"], 2, "pageId=ID"),
            (["simulate", "--site", "x.yaml", "--webhook-host", "http://hooks.example:80/"], 2, "without scheme"),
            (["run", "scenarios/faq", "--driver", "exec:no-such-program --fast"], 3, "no-such-program"),
            (["run", "Fixtures/sites/acme-cloud.yaml"], 2, "a site file, which “simulate --site” takes"),
            (["diagnose", "Fixtures/sites/acme-cloud.yaml"], 2, "a site file"),
            (["diagnose", "scenarios/faq/whitespace-in-token.cloud.yaml"], 2, "a scenario, which “run” takes"),
            (["simulate", "--site", "scenarios/contracts/comments.yaml"], 2, "a family of laws"),
        ])
    func unusable(arguments: [String], status: Int, word: String) async throws {
        let outcome = try await BuiltCommand.run(arguments)
        #expect(outcome.status == status, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.errors.contains(word), "\(outcome.errors)")
        #expect(!outcome.errors.contains("Fatal error"))
    }

    @Test(
        "an input of another kind than a file is read, and one that can't be is refused",
        arguments: [
            ("diagnose - <&-", "standard input: it can't be read"),
            ("explain - <&-", "standard input: it can't be read"),
            ("bundle show - <&-", "standard input: it can't be read"),
            ("diagnose - <Fixtures", "standard input: it can't be read"),
            ("diagnose /dev/null", "/dev/null:1:1: the file is empty"),
            ("diagnose /dev/stdin <<'END'\n[]\nEND", "/dev/stdin:1:1: there is no Confluence toolkit"),
            ("simulate --site /dev/stdin <<'END'\nnam: x\nEND", "did you mean “name”?"),
        ])
    func inputs(words: String, message: String) async throws {
        let outcome = try await BuiltCommand.inShell(words)
        #expect(outcome.status == 2, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }

    @Test("what a time is without its option is written as people write it")
    func defaultTime() async throws {
        #expect(try await BuiltCommand.run(["monitor", "--help"]).output.contains("(default: 5m)"))
    }

    @Test(
        "a configuration that is no configuration names file, line and field",
        arguments: [
            ("{\"settings\": {\n  \"base_url\": \n}", "line"),
            ("[]", "configuration"),
            ("{\"settings\": {\"confluence_configuration\": {\"base_url\": [5]}}}", "base_url"),
            (
                #"{"settings": {"confluence_configuration": {"base_url": "http://a.example", "hosting": "Clowd"}}}"#,
                "Cloud"
            ),
            ("not json", "configuration"),
        ])
    func brokenConfiguration(text: String, word: String) async throws {
        let outcome = try await BuiltCommand.run(["diagnose", "-"], input: text)
        #expect(outcome.status == 2, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.errors.contains("standard input"))
        #expect(outcome.errors.contains(word) || outcome.errors.contains("standard input:"), "\(outcome.errors)")
    }

    @Test("explain knows every cause that it lists")
    func explain() async throws {
        let list = try await BuiltCommand.run(["explain"])
        #expect(list.status == 0)
        let ids = list.output.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(ids.contains("credential.whitespace"))
        for id in ids.prefix(5) {
            let page = try await BuiltCommand.run(["explain", id])
            #expect(page.status == 0)
            #expect(page.output.contains(id))
        }
    }
}
