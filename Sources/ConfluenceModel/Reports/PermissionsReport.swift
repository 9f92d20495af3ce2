/// What the selected tools need and what the account has: the contents of `permissions --format json`.
package struct PermissionsReport: Sendable, Hashable {
    /// The version of the published JSON form.
    package static let formatVersion = 1

    package var deployment: DiagnosisReport.FoundDeployment
    /// Who the site takes the credential for.
    package var account: String?
    /// The space and the page for which the needs hold.
    package var space: String?
    package var page: String?
    package var tools: [ToolPermissions]
    /// What the account may do and no selected tool needs.
    package var surplus: [SurplusRight]
    package var notes: [String]
    package var probes: [ProbeRecord]
    package var requests: Int
    package var failedLogins: Int

    package init(
        deployment: DiagnosisReport.FoundDeployment,
        account: String? = nil,
        space: String? = nil,
        page: String? = nil,
        tools: [ToolPermissions],
        surplus: [SurplusRight] = [],
        notes: [String] = [],
        probes: [ProbeRecord] = [],
        requests: Int = 0,
        failedLogins: Int = 0
    ) {
        self.deployment = deployment
        self.account = account
        self.space = space
        self.page = page
        self.tools = tools
        self.surplus = surplus
        self.notes = notes
        self.probes = probes
        self.requests = requests
        self.failedLogins = failedLogins
    }

    package enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// The account has all that the tools need.
        case enough
        case missing
        /// Nothing is known to be missing, and something could not be found out.
        case undecided
        /// Only the needs were listed.
        case notAsked = "not-asked"
    }

    package var verdict: Verdict {
        Verdict(tools.flatMap(\.needs).map(\.standing))
    }
}

extension PermissionsReport.Verdict {
    package init(_ standings: [ToolPermissions.Standing]) {
        if standings.contains(.missing) {
            self = .missing
        } else if standings.contains(.unknown) {
            self = .undecided
        } else {
            self = standings.contains(.notAsked) && !standings.contains(.held) ? .notAsked : .enough
        }
    }
}

/// What one tool needs, each need with whether the account has it.
package struct ToolPermissions: Sendable, Hashable {
    package var tool: String
    package var needs: [Need]

    package init(tool: String, needs: [Need]) {
        self.tool = tool
        self.needs = needs
    }

    package var verdict: PermissionsReport.Verdict {
        PermissionsReport.Verdict(needs.map(\.standing))
    }

    /// One right, named as Confluence's screens or Atlassian's documents name it.
    package struct Need: Sendable, Hashable {
        package var kind: Kind
        package var name: String
        package var standing: Standing
        /// Scopes of the other family that do as well, all of them together.
        package var alternatives: [String]

        package init(_ kind: Kind, _ name: String, _ standing: Standing, alternatives: [String] = []) {
            self.kind = kind
            self.name = name
            self.standing = standing
            self.alternatives = alternatives
        }
    }

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Being let into Confluence at all.
        case product
        /// A row of the space's permission table.
        case space
        /// What restrictions must leave to the account.
        case page
        /// A scope of REST v1, and one of v2.
        case classicScope = "classic-scope"
        case granularScope = "granular-scope"
    }

    package enum Standing: String, Sendable, Hashable, CaseIterable {
        case held
        case missing
        case unknown
        /// The credential is of a kind that has no such thing.
        case notApplicable = "not-applicable"
        case notAsked = "not-asked"
    }
}

/// A right beyond need, with why it matters.
package struct SurplusRight: Sendable, Hashable {
    package var name: String
    package var reason: String

    package init(_ name: String, because reason: String) {
        self.name = name
        self.reason = reason
    }
}
