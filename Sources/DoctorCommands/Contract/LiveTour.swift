import ConfluenceClient
import ConfluenceModel
import ConfluenceWire
import Contracts
import Foundation
import LiveSites
import Reporting

/// The reading tour through a live site, behind its guard: nothing is written, and its budget holds.
enum LiveTour {
    static func samples(
        _ name: String, _ options: LiveOptions
    ) async throws -> (samples: [ShapeSample], origin: ShapeRecording.Origin) {
        let profile = try ProfileFile.read(options.profiles).named(name)
        let world = try await LiveWorld.open(try await LiveSite.ready(profile), options: options)
        do {
            let found = try await samples(of: world)
            _ = await world.close()
            return found
        } catch {
            _ = await world.close()
            throw error
        }
    }

    private static func samples(
        of world: LiveWorld
    ) async throws -> (samples: [ShapeSample], origin: ShapeRecording.Origin) {
        let profile = world.site.profile
        guard world.isUsable else {
            Output.error("the site of the profile \(profile.name) can't be used; nothing was recorded")
            if let diagnosis = world.diagnosis {
                Output.plainError(DiagnosisText.render(diagnosis, terminal: .current))
            }
            throw ExitStatus.siteUnusable
        }
        let access = world.guarded.access
        guard let reader = access.account(as: "reader") ?? access.accounts.first else {
            throw CommandFailure.usage("the profile \(profile.name) has no account")
        }
        do {
            let samples = try await ReadingTour(of: profile.hosting).samples(of: profile.hosting) { question in
                var request = Request(
                    .get, access.base.appending(question.path, query: question.query),
                    headers: ["Accept": "application/json"])
                request.authenticate(as: question.isAnonymous ? .anonymous : reader.authentication)
                return try await world.guarded.send(request)
            }
            if let kind = await world.simulation() {
                Output.noteNotLive(profile.name, kind)
                return (samples, ShapeRecording.Origin(site: site(of: world)))
            }
            let sighting = Ledger.Sighting(at: Date(), run: "live:\(profile.name)")
            return (samples, ShapeRecording.Origin(site: site(of: world), live: sighting))
        } catch let failure as TransportFailure {
            Output.error("the profile \(profile.name): \(failure)")
            throw ExitStatus.siteUnusable
        } catch let refusal as GuardRefusal {
            throw CommandFailure.unable("the profile \(profile.name): \(refusal)")
        }
    }

    /// The kind of site with its version, where the doctor has learned one.
    private static func site(of world: LiveWorld) -> String {
        guard world.site.profile.hosting != .cloud else { return "Cloud" }
        return "Data Center" + (world.diagnosis?.deployment.version.map { " \($0)" } ?? "")
    }
}

extension Output {
    /// Says that nothing of a site counts as seen live.
    static func noteNotLive(_ profile: String, _ kind: String) {
        note("the profile \(profile) leads to a \(kind) of confluence-doctor, not to a live site: no ledger counts it")
    }
}
