public import ConfluenceModel
import Documents
import Testing

/// What becomes of a request that a ``Fault`` meets; docs/site-files.md describes each.
public struct FaultEffect: Sendable {
    private let word: String
    private let content: @Sendable (SourceLocation) -> DocumentNode.Content

    private init(_ word: String, _ content: DocumentNode.Content) {
        self.init(word) { _ in content }
    }

    private init(_ word: String, _ content: @escaping @Sendable (SourceLocation) -> DocumentNode.Content) {
        self.word = word
        self.content = content
    }

    /// A mapping with what an outline is told.
    private init(_ word: String, outlining outline: @escaping @Sendable (inout SiteOutline, SourceLocation) -> Void) {
        self.init(word) { place in
            var mapping = SiteOutline(at: place)
            outline(&mapping, place)
            return mapping.node.content
        }
    }

    func node(at place: SourceLocation) -> DocumentNode {
        var outline = SiteOutline(at: place)
        outline.set(word, content(place))
        return outline.node
    }

    // MARK: In the site's place

    public static func answer(
        status: Int,
        headers: KeyValuePairs<String, String> = [:],
        body: String? = nil
    ) -> Self {
        let fields = headers.map { ($0, $1) }
        return Self("answer") { outline, place in
            outline.set("status", Int64(status))
            outline.set("headers", fields, at: place)
            outline.set("body", body)
        }
    }

    public static func redirect(to address: String, status: Int? = nil) -> Self {
        Self("redirect") { outline, _ in
            outline.set("status", status.map(Int64.init))
            outline.set("to", address)
        }
    }

    // MARK: To the site's answer

    public static func change(status: Int? = nil, headers: KeyValuePairs<String, String> = [:]) -> Self {
        let fields = headers.map { ($0, $1) }
        return Self("change") { outline, place in
            outline.set("status", status.map(Int64.init))
            outline.set("headers", fields, at: place)
        }
    }

    public static func clockSkew(seconds: Int) -> Self { Self("clock-skew", .integer(Int64(seconds))) }
    public static func halve(_ share: Double) -> Self { Self("halve", .number(share)) }

    // MARK: To the connection

    public static func delay(_ time: Duration) -> Self { Self("delay", .time(time)) }
    public static func drop(_ moment: DropMoment) -> Self { Self("drop", .string(moment.rawValue)) }
    public static func truncate(_ share: Double) -> Self { Self("truncate", .number(share)) }

    public static func drip(bytes: Int, pause: Duration) -> Self {
        Self("drip") { outline, _ in
            outline.set("bytes", Int64(bytes))
            outline.set("pause", .time(pause))
        }
    }

    /// When a dropped connection closes.
    public enum DropMoment: String, Sendable, Hashable {
        case beforeHead = "before-head"
        case afterHead = "after-head"
    }

    // MARK: To the site

    public static func certificate(_ fault: FaultRule.CertificateFault) -> Self {
        Self("certificate", .string(fault.rawValue))
    }

    public static func token(_ fault: FaultRule.TokenFault) -> Self { Self("token", .string(fault.rawValue)) }

    /// Holds a setting at that value.
    public static func settings(_ setting: Setting) -> Self {
        Self("settings") { place in Setting.node([setting], at: place).content }
    }
}

extension SiteOutline {
    /// Header fields; none leaves the key out.
    fileprivate mutating func set(_ key: String, _ fields: [(name: String, value: String)], at place: SourceLocation) {
        guard !fields.isEmpty else { return }
        var mapping = SiteOutline(at: place)
        for field in fields { mapping.append(field.name, field.value) }
        add(SitePhrase(key, mapping.node))
    }
}
