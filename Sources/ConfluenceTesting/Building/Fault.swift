public import ConfluenceWire
import Documents
public import Testing

/// A fault of a ``Site``: one that is ready made, by its name, or a rule of one's own.
///
///     Fault("flaky-5xx")
///     Fault("slow-search", .delay(.seconds(3)), methods: [.get], path: "*/rest/api/search*", times: 2)
public struct Fault: SitePart, ExpressibleByStringLiteral {
    let node: DocumentNode

    public var sitePhrase: SitePhrase { SitePhrase("faults", element: node) }

    /// A ready-made fault; docs/faults.md lists them.
    public init(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
        node = DocumentNode(.string(name), at: sourceLocation)
    }

    public init(stringLiteral name: String) { self.init(name) }

    /// - Parameters:
    ///   - name: By which it is taken away again.
    ///   - methods: None stands for all.
    ///   - path: Below the host; `*` stands for anything.
    ///   - user: Whose credential the request carries.
    ///   - userAgent: A part of the `User-Agent`, ignoring case.
    ///   - credential: Whether the request carries any.
    ///   - from: The first request that is met, of those that fit.
    ///   - times: How many are met.
    ///   - every: Every how many-th is met.
    ///   - probability: The share that is met, 0 to 1, drawn by the seed.
    public init(
        _ name: String,
        _ effect: FaultEffect,
        methods: [Request.Method] = [],
        path: String? = nil,
        user: String? = nil,
        userAgent: String? = nil,
        credential: Bool? = nil,
        from: Int? = nil,
        times: Int? = nil,
        every: Int? = nil,
        probability: Double? = nil,
        seed: Int? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var match = SiteOutline(at: sourceLocation)
        match.set("method", methods.map(\.rawValue))
        match.set("path", path)
        match.set("user", user)
        match.set("user-agent", userAgent)
        match.set("credential", credential)
        match.set("from", from.map(Int64.init))
        match.set("times", times.map(Int64.init))
        match.set("every", every.map(Int64.init))
        match.set("probability", probability.map { .number($0) })
        match.set("seed", seed.map(Int64.init))
        var outline = SiteOutline(at: sourceLocation)
        outline.set("name", name)
        if !match.isEmpty { outline.add(SitePhrase("match", match.node)) }
        outline.add(SitePhrase("effect", effect.node(at: sourceLocation)))
        node = outline.node
    }
}
