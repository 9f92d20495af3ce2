import ArgumentParser
import ConfluenceModel
import ConfluenceWire
import Foundation
import LiveTransport
import Simulator
import SimulatorServer

/// From loaded sites to the end of the run.
extension SimulateCommand {
    func serve(_ simulators: [Simulator]) async throws {
        var options = SimulatorServer.Options(port: port)
        options.admin = admin
        let transport = LiveTransport(timeout: .seconds(10))
        options.webhooks = SimulatorServer.Webhooks(hosts: Set(webhookHost), send: transport.send)
        let file = try secure(&options)
        defer { file?.remove() }
        options.onTrouble = { trouble in
            let isAboutTrust = trouble.reason == .untrusted || trouble.reason == .left
            let place = isAboutTrust ? file.map { "; the CA is in \($0.path)" } : nil
            Output.note("\(trouble)\(place ?? "")")
        }
        let server: RunningSimulatorServer
        do {
            server = try await SimulatorServer.start(simulators, options: options)
        } catch {
            await transport.shutdown()
            throw CommandFailure.unable("\(error)")
        }
        let announcement = SiteAnnouncement(
            simulators: simulators, port: server.port, hasAdmin: admin, isSecure: tls, proxyPort: server.proxyPort,
            authorityFile: file?.path)
        let code: Int32
        do {
            code = try await Interruption.listening { signals in
                try announce(announcement)
                return try await stay(announcement, until: signals)
            }
        } catch {
            await server.stop()
            await transport.shutdown()
            throw error
        }
        await server.stop()
        await transport.shutdown()
        let gaps = strict ? tellGaps(of: simulators) : 0
        if code != 0 { throw ExitCode(code) }
        if gaps > 0 { throw ExitCode(1) }
    }

    /// Says on standard error what was asked for and is not simulated.
    ///
    /// - Returns: How many requests did so.
    private func tellGaps(of simulators: [Simulator]) -> Int {
        let gaps = simulators.flatMap { simulator in
            simulator.gaps.map { (site: simulator.definition.name, entry: $0) }
        }
        var told: Set<String> = []
        for (site, entry) in gaps {
            let words = "\(site): \(entry.method) \(entry.path) → \(entry.status): \(entry.gap ?? "")"
            guard told.insert(words).inserted else { continue }
            Output.error(words + (entry.nearMiss.map { "; \($0)" } ?? ""))
        }
        return gaps.count
    }

    /// Prepares TLS where it is asked for, and tells clients whom to trust.
    private func secure(_ options: inout SimulatorServer.Options) throws -> AuthorityFile? {
        let proxyPort = proxy ?? (exec ? 0 : nil)
        guard tls || proxyPort != nil else { return nil }
        let run = try RunAuthority(at: caOut)
        options.secure = SimulatorServer.Secure(authority: run.authority, proxyPort: proxyPort, onMainPort: tls)
        return run.file
    }

    /// Serves until the command of `--exec` ends, or until somebody wants an end.
    private func stay(_ announcement: SiteAnnouncement, until signals: AsyncStream<Int32>) async throws -> Int32 {
        guard exec, let clients = announcement.clientEnvironment else {
            for await _ in signals { break }
            return 0
        }
        let hosts = announcement.simulators.map(\.definition.host) + ["api.atlassian.com", "api.media.atlassian.com"]
        let environment = clients.added(to: ProcessInfo.processInfo.environment, hosts: hosts)
        return try await ServedCommand(words: command, environment: environment).run(passingOn: signals)
    }

    /// With `--exec`, standard output belongs to the command.
    private func announce(_ announcement: SiteAnnouncement) throws {
        if let readyFile {
            do {
                try Data((announcement.json.compactText + "\n").utf8).write(
                    to: URL(filePath: readyFile), options: .atomic)
            } catch {
                throw CommandFailure.usage(
                    "\(readyFile): the file can't be written; check the folder and its permissions")
            }
        }
        if !exec { Output.line(format == .json ? announcement.json.compactText : announcement.text) }
    }
}
