/// Collects what stands in the braces of a site, a user, a space or a page; `if`, `else` and `for` may choose among it.
@resultBuilder
public enum Parts<Part> {
    public static func buildExpression(_ part: Part) -> [Part] { [part] }
    public static func buildExpression(_ parts: [Part]) -> [Part] { parts }
    public static func buildBlock(_ parts: [Part]...) -> [Part] { parts.flatMap(\.self) }
    public static func buildOptional(_ parts: [Part]?) -> [Part] { parts ?? [] }
    public static func buildEither(first parts: [Part]) -> [Part] { parts }
    public static func buildEither(second parts: [Part]) -> [Part] { parts }
    public static func buildArray(_ parts: [[Part]]) -> [Part] { parts.flatMap(\.self) }
}

/// What may stand in the braces of a ``Site``.
public protocol SitePart: Sendable {
    var sitePhrase: SitePhrase { get }
}

/// What may stand in the braces of a ``User``.
public protocol UserPart: Sendable {
    var userPhrase: SitePhrase { get }
}

/// What may stand in the braces of a ``Space``.
public protocol SpacePart: Sendable {
    var spacePhrase: SitePhrase { get }
}

/// What may stand in the braces of a ``Page``.
public protocol PagePart: Sendable {
    var pagePhrase: SitePhrase { get }
}
