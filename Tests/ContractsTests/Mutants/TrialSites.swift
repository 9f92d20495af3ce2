import Scenarios

@testable import DoctorCommands

/// Simulated sites that laws are tried on; for laws that only read each is started once, for nothing changes it.
actor TrialSites {
    private var running: [String: RunningSites] = [:]

    /// The simulator's world, with a change before each first site.
    nonisolated func world(
        writing: Bool, change: @escaping @Sendable (inout RunningSite) -> Void
    ) -> ScenarioWorld {
        var world = EmbeddedWorld.scenarios
        world.startSites = { [self] sites, withSocket in
            var started =
                writing ? try await EmbeddedWorld.scenarios.startSites(sites, withSocket) : try await shared(sites)
            change(&started.first)
            return started
        }
        return world
    }

    private func shared(_ sites: [ScenarioSite]) async throws -> RunningSites {
        var key = ""
        if case .file(let path, _) = sites.first?.source { key = path }
        if let site = running[key] { return site }
        let site = try await EmbeddedWorld.scenarios.startSites(sites, false)
        running[key] = site
        return site
    }
}
