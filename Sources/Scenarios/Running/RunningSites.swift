package import ConfluenceModel
package import ConfluenceWire
package import LiveSites

package import struct Foundation.Date

/// The simulated sites of one scenario, which are up for it alone.
package struct RunningSites: Sendable {
    package var first: RunningSite
    package var others: [RunningSite]
    /// The address of the forward proxy to all of them, where one was asked for: `http://127.0.0.1:40213`.
    package var proxy: String?
    /// The file with the authority that signs for the sites, for drivers in other processes.
    package var authorityFile: String?
    /// What was asked for and is none of them.
    package var otherHosts: OtherHosts
    package var stop: @Sendable () async -> Void

    package init(
        first: RunningSite,
        others: [RunningSite] = [],
        proxy: String? = nil,
        authorityFile: String? = nil,
        otherHosts: OtherHosts = OtherHosts(),
        stop: @escaping @Sendable () async -> Void
    ) {
        self.first = first
        self.others = others
        self.proxy = proxy
        self.authorityFile = authorityFile
        self.otherHosts = otherHosts
        self.stop = stop
    }

    package var all: [RunningSite] { [first] + others }

    /// The site of that name; the first one where a step names none.
    package func named(_ name: String?) -> RunningSite? {
        guard let name else { return first }
        return all.first { $0.name == name }
    }

    /// The way to all of them, by the address of a request.
    package var send: Send { route { $0.send } }

    /// The doctor's way to all of them.
    package var doctorSend: Send { route { $0.doctorSend } }

    private func route(_ way: @escaping @Sendable (RunningSite) -> Send) -> Send {
        { request in
            let site = all.first { $0.answers(request.url) }
            if site == nil { otherHosts.note(request.url.host) }
            return try await way(site ?? first)(request)
        }
    }
}

/// A simulated site that is up.
package struct RunningSite: Sendable {
    /// What the scenario calls it.
    package var name: String
    /// The address by its host name, without a slash at its end: `https://acme.atlassian.net/wiki`.
    package var url: String
    package var definition: SiteDefinition
    /// Who asks it by a role; on a simulated site that nothing else than its own people use, nobody.
    package var accounts: [SiteAccount] = []
    /// The guard that stands before it, where it has one.
    package var guarded: GuardedSite?
    /// The place where a scenario may write.
    package var scratch: ScratchFacts?
    package var send: Send
    /// The doctor's way, which waits for an answer no longer than the doctor does.
    package var doctorSend: Send
    /// The site's own time, which its faults don't touch; without it nobody holds clocks against each other.
    package var now: @Sendable () -> Date?
    package var act: @Sendable (SiteAct) throws -> Void
    /// What it was asked after the exchange of that number.
    package var journal: @Sendable (_ number: Int) -> [JournalLine]
    /// How many exchanges there were so far, which is the number of the last.
    package var exchangeCount: @Sendable () -> Int
    package var inspection: SiteInspection
    /// Whether a request for an address is one for this site.
    package var answers: @Sendable (WebAddress) -> Bool
    /// Sends what its webhooks are told of, and returns when all of it is sent.
    package var deliverWebhooks: @Sendable () async -> Void

    package init(
        name: String,
        url: String,
        definition: SiteDefinition,
        send: @escaping Send,
        doctorSend: Send? = nil,
        now: @escaping @Sendable () -> Date? = { nil },
        act: @escaping @Sendable (SiteAct) throws -> Void,
        journal: @escaping @Sendable (_ number: Int) -> [JournalLine],
        exchangeCount: @escaping @Sendable () -> Int,
        inspection: SiteInspection = .none,
        answers: @escaping @Sendable (WebAddress) -> Bool = { _ in true },
        deliverWebhooks: @escaping @Sendable () async -> Void = {}
    ) {
        self.name = name
        self.url = url
        self.definition = definition
        self.send = send
        self.doctorSend = doctorSend ?? send
        self.now = now
        self.act = act
        self.journal = journal
        self.exchangeCount = exchangeCount
        self.inspection = inspection
        self.answers = answers
        self.deliverWebhooks = deliverWebhooks
    }

    /// All that a client must keep to itself here.
    var secrets: [String] {
        definition.users.flatMap { user in user.tokens.map(\.value) + [user.password].compactMap(\.self) }
            + accounts.compactMap { $0.authentication.secret?.revealed(for: .redaction) }
    }
}
