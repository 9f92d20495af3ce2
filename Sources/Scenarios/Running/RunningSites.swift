package import ConfluenceModel
package import ConfluenceWire

/// The simulated sites of one scenario, which are up for it alone.
package struct RunningSites: Sendable {
    package var first: RunningSite
    package var others: [RunningSite]
    /// The address of the forward proxy to all of them, where one was asked for: `http://127.0.0.1:40213`.
    package var proxy: String?
    /// The file with the authority that signs for the sites, for drivers in other processes.
    package var authorityFile: String?
    package var stop: @Sendable () async -> Void

    package init(
        first: RunningSite,
        others: [RunningSite] = [],
        proxy: String? = nil,
        authorityFile: String? = nil,
        stop: @escaping @Sendable () async -> Void
    ) {
        self.first = first
        self.others = others
        self.proxy = proxy
        self.authorityFile = authorityFile
        self.stop = stop
    }

    package var all: [RunningSite] { [first] + others }

    /// The site of that name; the first one where a step names none.
    package func named(_ name: String?) -> RunningSite? {
        guard let name else { return first }
        return all.first { $0.name == name }
    }

    /// The way to all of them, by the address of a request.
    package var send: Send {
        guard !others.isEmpty else { return first.send }
        return { request in
            let site = all.first { $0.answers(request.url) } ?? first
            return try await site.send(request)
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
    package var send: Send
    package var act: @Sendable (SiteAct) throws -> Void
    package var journal: @Sendable () -> [JournalLine]
    /// Whether a request for an address is one for this site.
    package var answers: @Sendable (WebAddress) -> Bool
    /// Sends what its webhooks are told of, and returns when all of it is sent.
    package var deliverWebhooks: @Sendable () async -> Void

    package init(
        name: String,
        url: String,
        definition: SiteDefinition,
        send: @escaping Send,
        act: @escaping @Sendable (SiteAct) throws -> Void,
        journal: @escaping @Sendable () -> [JournalLine],
        answers: @escaping @Sendable (WebAddress) -> Bool = { _ in true },
        deliverWebhooks: @escaping @Sendable () async -> Void = {}
    ) {
        self.name = name
        self.url = url
        self.definition = definition
        self.send = send
        self.act = act
        self.journal = journal
        self.answers = answers
        self.deliverWebhooks = deliverWebhooks
    }

    /// All that a client must keep to itself here.
    var secrets: [String] {
        definition.users.flatMap { user in user.tokens.map(\.value) + [user.password].compactMap(\.self) }
    }
}
