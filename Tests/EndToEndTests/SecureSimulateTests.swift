import ConfluenceWire
import Foundation
import Subprocess
import SystemPackage
import Testing

@Suite("confluence-doctor simulate, over TLS")
struct SecureSimulateTests {
    /// A page of each site that wants no login, below the name that people have in their configuration.
    static let open = [
        ("Fixtures/sites/acme-cloud.yaml", "https://acme.atlassian.net/_edge/tenant_info", "cloudId"),
        ("Fixtures/sites/acme-datacenter.yaml", "https://confluence.acme.example/confluence/status", "RUNNING"),
    ]

    private static let cloud = open[0]

    private static func curl(_ arguments: String...) async throws -> (code: Int32, output: String, errors: String) {
        let result = try await Subprocess.run(
            .name("curl"), arguments: Arguments(["-sS", "-q"] + arguments),
            environment: .inherit.updating(["no_proxy": nil, "NO_PROXY": nil]),
            output: .string(limit: 1 << 20), error: .string(limit: 1 << 16))
        guard case .exited(let code) = result.terminationStatus else { return (-1, "", "") }
        return (code, result.standardOutput, result.standardError)
    }

    @Test("--proxy and --ca-out serve a site's own https address; one tunnel carries many requests", arguments: open)
    func proxy(site: String, address: String, answer: String) async throws {
        try await withTemporaryFolder { folder in
            let ca = folder.appending(path: "ca.pem").path()
            let (status, _) = try await BuiltCommand.simulating(
                site: site, options: ["--proxy", "0", "--ca-out", ca]
            ) { announced in
                #expect(announced["ca"]?.stringValue == ca)
                let proxy = try #require(announced["proxy"]?.stringValue)
                let base = try #require(announced["sites"]?[0]?["hostURL"]?.stringValue)
                #expect(base.hasPrefix("https://"))
                let asked = try await Self.curl(
                    "-x", proxy, "--cacert", ca, "-w", " %{http_code} %{num_connects}\n", address, address)
                let lines = asked.output.split(separator: "\n")
                #expect(lines.count == 2, "\(asked)")
                #expect(lines.first?.hasSuffix(" 200 1") == true && lines.last?.hasSuffix(" 200 0") == true)
                #expect(lines.allSatisfy { $0.contains(answer) })
                let strict = try await Self.curl("-x", proxy, address)
                #expect(strict.code == 60)
                #expect(strict.errors.contains("unable to get local issuer certificate"))
                let other = try await Self.curl("-x", proxy, "--cacert", ca, "https://other.example/")
                #expect(other.code == 56)
                #expect(other.errors.contains("403"))
            }
            #expect(status == 0)
            // What the caller named stays.
            let pem = try String(contentsOfFile: ca, encoding: .utf8)
            #expect(pem.contains("BEGIN CERTIFICATE") && !pem.contains("KEY"))
        }
    }

    @Test("without --ca-out the CA is in a file that everybody can read and that ends with the run")
    func ownFile() async throws {
        let (_, file) = try await BuiltCommand.simulating(site: Self.cloud.0, options: ["--proxy", "0"]) { announced in
            let file = try #require(announced["ca"]?.stringValue)
            let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(rights == 0o644)
            let folder = URL(filePath: file).deletingLastPathComponent().path()
            #expect(try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int == 0o755)
            return file
        }
        #expect(!FileManager.default.fileExists(atPath: file))
        #expect(!FileManager.default.fileExists(atPath: URL(filePath: file).deletingLastPathComponent().path()))
    }

    @Test("--tls speaks https at the main port")
    func tls() async throws {
        _ = try await BuiltCommand.simulating(site: Self.cloud.0, options: ["--tls", "--admin"]) { announced in
            let ca = try #require(announced["ca"]?.stringValue)
            let url = try #require(announced["sites"]?[0]?["url"]?.stringValue)
            #expect(url.hasPrefix("https://127.0.0.1:"))
            #expect(announced["proxy"]?.isNull == true)
            let admin = try #require(announced["admin"]?.stringValue)
            let told = try await Self.curl("--cacert", ca, "\(admin)sites")
            #expect(told.output.contains("acme-cloud"))
            let page = try await Self.curl("--cacert", ca, "-w", "%{http_code}", "\(url)/rest/api/space")
            #expect(page.output.hasSuffix("403"))
            #expect(try await Self.curl("\(url)/rest/api/space").code == 60)
            // A client that finds the machine under the site's own name is shown that name's certificate.
            let port = try WebAddress(parsing: url).effectivePort
            let named = try await Self.curl(
                "--cacert", ca, "--resolve", "acme.atlassian.net:\(port):127.0.0.1",
                "https://acme.atlassian.net:\(port)/_edge/tenant_info")
            #expect(named.output.contains("cloudId"), "\(named)")
        }
    }

    @Test("the lines for a shell are printed ready to paste")
    func exports() async throws {
        let result = try await Subprocess.run(
            .path(.init(BuiltCommand.path)),
            arguments: ["simulate", "--site", Self.cloud.0, "--port", "0", "--proxy", "0"],
            workingDirectory: .init(BuiltCommand.root.path()), input: .none, output: .sequence, error: .discarded
        ) { execution in
            var lines: [String] = []
            for try await line in execution.standardOutput.strings() {
                lines.append(line.trimmingCharacters(in: .newlines))
                if lines.last == "Ctrl-C ends it." { try execution.send(signal: .interrupt) }
            }
            return lines
        }
        let lines = result.closureResult
        #expect(lines.contains { $0.hasPrefix("  as       https://acme.atlassian.net/wiki ") })
        let names = lines.filter { $0.hasPrefix("export ") }.compactMap {
            $0.dropFirst("export ".count).split(separator: "=").first.map(String.init)
        }
        #expect(
            names == [
                "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE",
                "NODE_EXTRA_CA_CERTS", "NODE_USE_ENV_PROXY",
            ])
    }

    // MARK: --exec

    private static func exec(
        _ command: [String],
        site: String = cloud.0,
        input: String = "",
        environment: [Environment.Key: String?] = [:]
    ) async throws -> BuiltCommand.Outcome {
        try await BuiltCommand.run(
            ["simulate", "--site", site, "--exec", "--"] + command, input: input, environment: environment)
    }

    @Test("--exec runs a command to which the site is the real one, and says nothing itself", arguments: open)
    func exec(site: String, address: String, answer: String) async throws {
        // What the environment exempts from proxies would lead past the simulator.
        let outcome = try await Self.exec(
            ["curl", "-q", "-sS", address], site: site, environment: ["no_proxy": ".atlassian.net,*", "NO_PROXY": "*"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try outcome.json() != .null)
        #expect(outcome.output.contains(answer))
        #expect(outcome.errors.isEmpty)
    }

    @Test(
        "--strict fails the run that asked for what is not simulated, and no other",
        arguments: [("/api/v2/admin-key", Int32(1)), ("/rest/api/space", 0)])
    func strict(path: String, status: Int32) async throws {
        let outcome = try await BuiltCommand.run([
            "simulate", "--site", Self.cloud.0, "--strict", "--exec", "--", "curl", "-q", "-sS",
            "https://acme.atlassian.net/wiki" + path,
        ])
        #expect(outcome.status == status)
        #expect(outcome.errors.contains("GET /api/v2/admin-key is not simulated") == (status == 1))
    }

    @Test("the command finds the variables in both cases, and keeps what does not concern the sites")
    func variables() async throws {
        let outcome = try await Self.exec(
            ["env"], environment: ["NO_PROXY": "acme.atlassian.net, git.corp.example", "OWN": "kept"])
        let lines = outcome.output.split(separator: "\n").map(String.init)
        let variables = Dictionary(
            lines.compactMap { line in line.split(separator: "=", maxSplits: 1).map(String.init) }
                .filter { $0.count == 2 }.map { ($0[0], $0[1]) }, uniquingKeysWith: { _, last in last })
        #expect(variables["OWN"] == "kept")
        for name in ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"] {
            #expect(variables[name]?.hasPrefix("http://127.0.0.1:") == true)
        }
        for name in ["NO_PROXY", "no_proxy"] {
            #expect(variables[name] == "git.corp.example,localhost,127.0.0.1,::1")
        }
        #expect(variables["SSL_CERT_FILE"]?.hasSuffix(".pem") == true)
        #expect(variables["SSL_CERT_FILE"] == variables["NODE_EXTRA_CA_CERTS"])
    }

    @Test(
        "the command's exit code is the simulator's, and its streams are its own",
        arguments: [
            (["sh", "-c", "exit 7"], Int32(7), ""), (["sh", "-c", "kill -KILL $$"], 137, ""), (["cat"], 0, "hello"),
            (["no-such-command-anywhere"], 127, "there is no such command in PATH"),
            (["./Package.swift"], 126, "can't be run"), (["./no-such-file"], 127, "there is no such command"),
        ])
    func exitCodes(command: [String], code: Int32, words: String) async throws {
        let outcome = try await Self.exec(command, input: "hello")
        #expect(outcome.status == code, "\(outcome)")
        #expect(words.isEmpty || (outcome.output + outcome.errors).contains(words), "\(outcome)")
        #expect(outcome.output == (code == 0 ? words : ""))
    }

    @Test("signals reach the command, which decides what becomes of them", arguments: [Signal.terminate, .interrupt])
    func signals(signal: Signal) async throws {
        let script = "trap 'echo caught; exit 3' TERM INT; echo ready; while :; do sleep 0.05; done"
        let result = try await Subprocess.run(
            .path(.init(BuiltCommand.path)),
            arguments: ["simulate", "--site", Self.cloud.0, "--exec", "--", "sh", "-c", script],
            workingDirectory: .init(BuiltCommand.root.path()), input: .none, output: .sequence, error: .discarded
        ) { execution in
            var lines: [String] = []
            for try await line in execution.standardOutput.strings() {
                lines.append(line.trimmingCharacters(in: .newlines))
                if lines == ["ready"] { try execution.send(signal: signal) }
            }
            return lines
        }
        #expect(result.closureResult == ["ready", "caught"])
        #expect(result.terminationStatus == .exited(3))
    }

    @Test(
        "words that do not go together are told",
        arguments: [
            (["--exec"], "--exec runs the command after --"), (["--ca-out", "x.pem"], "--ca-out goes with"),
            (["--", "curl"], "goes with --exec"), (["--proxy", "70000"], "is no port"),
            (["--proxy", "0", "--ca-out", "/no/such/folder/ca.pem"], "the CA can't be written"),
        ])
    func usage(options: [String], words: String) async throws {
        let outcome = try await BuiltCommand.run(["simulate", "--site", Self.cloud.0, "--port", "0"] + options)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
}
