import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Documents
import Foundation
import LiveSites
import LiveTransport
import Reporting

/// A live site by its profile, its secrets fetched: the way to it, and the doctor's word on it.
struct LiveSite: Sendable {
    let profile: LiveProfile
    let accounts: [SiteAccount]
    let transport: LiveTransport

    /// Fetches the secrets; nothing is asked of the site yet.
    ///
    /// - Throws: ``CommandFailure`` with every secret that can't be had.
    static func ready(_ profile: LiveProfile) async throws -> LiveSite {
        do {
            let ready = try await SecretKeeper.live.accounts(of: profile)
            for warning in ready.warnings { Output.note(warning) }
            let transport = LiveTransport(
                timeout: .seconds(30), proxy: profile.proxy, caFile: profile.caFile.map(UserFolder.expanding),
                environment: ProcessInfo.processInfo.environment)
            return LiveSite(profile: profile, accounts: ready.accounts, transport: transport)
        } catch {
            throw CommandFailure.usage("\(error)")
        }
    }

    /// What it is for a run that is known by a mark.
    func access(mark: String, allowWrites: Bool) -> SiteAccess {
        SiteAccess(
            name: profile.name, base: profile.base, hosting: profile.hosting, accounts: accounts,
            scratchSpace: profile.scratchSpace, mayWrite: profile.mayWrite && allowWrites, budget: profile.budget,
            patience: .usual, mark: mark)
    }

    /// Takes the site's secrets out of a text.
    var redactor: Redactor {
        Redactor(secrets: accounts.flatMap(\.forms))
    }

    /// What the doctor says of the account that a run writes with.
    ///
    /// - Parameter send: The way that is counted against the run's budget.
    func diagnosis(over send: @escaping Send) async throws -> DiagnosisReport {
        guard let account = accounts.keeper else { throw CommandFailure.usage("the profile has no account") }
        var settings: JSONObject = ["confluence_configuration": account.configuration(of: profile)]
        if let space = profile.scratchSpace { settings["space_key"] = .string(space) }
        let document: JSON = [
            "type": "confluence", "toolkit_name": .string(profile.name), "settings": .object(settings),
        ]
        let node = try DocumentReader.readJSON(JSONWriter.compact(document), file: "the profile \(profile.name)")
        guard let configuration = try ConfigurationReader.read(node).first else {
            throw CommandFailure.usage("the profile \(profile.name) is no configuration")
        }
        // Clocks are not compared: a site whose clock is wrong can be used all the same.
        let doctor = Doctor(
            send: Self.doctorsWay(over: send), now: { .now }, date: { nil },
            wait: PatienceOption.wait(hint: ""))
        let report = await doctor.diagnose(
            configuration, options: DiagnosisOptions(spaceKey: profile.scratchSpace))
        return redactor.redact(report)
    }

    /// The same way, on which the doctor hears of a refusal of the guard as of any other missing answer.
    static func doctorsWay(over send: @escaping Send) -> Send {
        { request in
            do {
                return try await send(request)
            } catch let refusal as GuardRefusal {
                throw TransportFailure.other(host: request.url.host, reason: refusal.description)
            }
        }
    }
}

extension SiteAccount {
    /// The secret in the forms in which it travels.
    var forms: [String] {
        switch authentication {
        case .basic(let user, let secret):
            let value = secret.revealed(for: .redaction)
            return [value] + BasicCredentials(user: user, password: value).encodings
        case .bearer(let secret), .cookies(let secret): return [secret.revealed(for: .redaction)]
        case .anonymous: return []
        }
    }

    /// The account as a toolkit's credential.
    fileprivate func configuration(of profile: LiveProfile) -> JSON {
        var fields: JSONObject = [
            "base_url": .string(profile.base.description),
            "hosting": .string(profile.hosting == .cloud ? "Cloud" : "Server"),
        ]
        switch authentication {
        case .basic(let user, let secret):
            fields["username"] = .string(user)
            fields["api_key"] = .string(secret.revealed(for: .driver))
        case .bearer(let secret), .cookies(let secret):
            fields["token"] = .string(secret.revealed(for: .driver))
        case .anonymous: break
        }
        return .object(fields)
    }
}
