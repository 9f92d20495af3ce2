package import ConfluenceModel
import ConfluenceWire
import Foundation

/// What was pasted along with a secret, in its place, or only in part, as its text alone shows.
package enum SecretSlip: Sendable, Hashable {
    case quoted
    /// Other text stands around it.
    case surrounded(String)
    /// The name of an authentication scheme stands before it.
    case scheme(String)
    /// Brackets stand around it.
    case bracketed
    /// What a list of passwords writes before a value stands before it.
    case labelled
    /// A user name stands before it.
    case user
    /// It is an address with a login before the host.
    case address
    case encoded
    /// Some of its characters are written as HTML or addresses write them.
    case escaped(by: Escape)
    /// The user name and the secret each stand in the other's field.
    case swapped
    /// What belongs into another field stands in its place alone: an e-mail, or an address.
    case misplaced(String)
    /// The same text stands there twice or more.
    case repeated
    /// It has the form of a token that lacks its beginning or its end.
    case truncated
    /// It has the form of another product's.
    case foreign(String)

    /// What writes some characters otherwise.
    package enum Escape: Sendable, Hashable {
        case address
        /// An address, where a token stands without it: nobody chose that for a password.
        case addressOfToken
        case html

        var title: String {
            switch self {
            case .address, .addressOfToken: "an address (%21 for “!”)"
            case .html: "HTML (&amp; for “&”)"
            }
        }
    }

    /// The slip in words, without anything of the text.
    package var words: String {
        switch self {
        case .quoted: "stands in quotation marks"
        case .surrounded(let what): "holds \(what) with other text around it"
        case .bracketed: "stands in brackets"
        case .labelled: "begins with a label, such as a list of passwords has"
        case .swapped: "holds a user name, and the user name's field holds what looks like the secret"
        case .scheme(let name): "begins with the word “\(name)”, which the toolkit writes itself"
        case .user: "holds a user name before the secret"
        case .address: "is an address with a login in it"
        case .encoded: "is base64, and has a readable secret in it"
        case .escaped(let by): "holds characters that are written as \(by.title) writes them"
        case .misplaced(let what): "is \(what), and no secret"
        case .repeated: "holds the same text more than once, one behind the other"
        case .truncated: "has one end of a token and not the other"
        case .foreign(let product): "has the form of \(product)"
        }
    }

    /// A slip with what the text would be without it, where that can be said.
    package struct Found: Sendable, Hashable {
        package var slip: SecretSlip
        package var secret: Secret?
        /// The user name that stood beside the secret.
        package var user: String?
    }

    package static func find(in secret: Secret, user: String?) -> Found? {
        let text = secret.revealed(for: .lint).trimmingEdges()
        guard var found = outermost(text, user: user) else { return nil }
        // One slip may hide another: base64 of “Bearer …”, a quoted pair.
        for _ in 0..<3 {
            guard found.slip.mayHideAnother, let rest = found.secret?.revealed(for: .lint),
                let inner = outermost(rest, user: user), inner.slip.isTextAround, let secret = inner.secret
            else { break }
            found.secret = secret
            found.user = inner.user ?? found.user
        }
        return found
    }

    /// Whether what stands inside may again hold more than the secret.
    private var mayHideAnother: Bool { [.encoded, .quoted, .bracketed, .labelled, .address].contains(self) }

    private var isTextAround: Bool {
        switch self {
        case .quoted, .bracketed, .labelled, .surrounded, .scheme, .user: true
        case .address, .encoded, .escaped, .swapped, .misplaced, .repeated, .truncated, .foreign: false
        }
    }

    private static func outermost(_ text: String, user: String?) -> Found? {
        if let user = user?.trimmingEdges(), isSwapped(text, user) {
            return Found(slip: .swapped, secret: Secret(user), user: text)
        }
        // Most secrets are whole, of which nothing else is to be looked for.
        if TokenWithin.isWhole(text) { return nil }
        if let (name, rest) = splitOption(text) { return Found(slip: .user, secret: Secret(rest), user: name) }
        if let login = loginOfAddress(text) {
            return Found(slip: .address, secret: Secret(login.password), user: login.user)
        }
        if let what = misplaced(text) { return Found(slip: .misplaced(what)) }
        // Some of another product's hold what looks like a whole one of ours behind their beginning.
        if let product = ForeignToken.product(of: text), ForeignToken.isAlone(text) {
            return Found(slip: .foreign(product))
        }
        if let within = TokenWithin(text), once(text) == nil { return within.slip(user: user) }
        if let inner = unquoted(text) { return Found(slip: .quoted, secret: Secret(inner)) }
        if let inner = unbracketed(text) { return Found(slip: .bracketed, secret: Secret(inner)) }
        if let (name, rest) = splitScheme(text) { return afterScheme(name, rest) }
        if let (name, rest) = splitUser(text, configured: user) {
            return Found(slip: .user, secret: Secret(rest), user: name)
        }
        if let rest = SecretLabel.value(in: text) { return Found(slip: .labelled, secret: Secret(rest)) }
        if let (inner, by) = unescaped(text) { return Found(slip: .escaped(by: by), secret: Secret(inner)) }
        if let once = once(text) { return Found(slip: .repeated, secret: Secret(once)) }
        if let inner = decoded(text) { return Found(slip: .encoded, secret: Secret(inner)) }
        if let product = ForeignToken.product(of: text) { return Found(slip: .foreign(product)) }
        return isTruncated(text) ? Found(slip: .truncated) : nil
    }
}
