import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Foundation

extension Evidence {
    /// One line for a reader who wants to check it; holds no secret.
    package var words: String {
        switch self {
        case .strayCharacters(_, let path, let characters, let isHarmless):
            return "\(path) holds \(characters.summary)" + (isHarmless ? ", which the toolkit takes off" : "")
        case .malformedAddress(let malformed): return "\(malformed)"
        case .secretAbsent(let gap): return gap.words
        case .secretUnresolved(let fields, let reference): return Self.unresolved(fields, reference)
        case .oldForm(let form): return form.oldFormWords
        case .secretShape(let shape, let field): return "\(field.rawValue) has the form of \(shape.title)"
        case .user(let form): return form.words
        case .pageInAddress: return "the base URL has the form of a page's address"
        case .slip(let slip, _, let path): return "\(path) \(slip.words)"
        case .oddLetters(let letters): return letters.words
        case .bothSecrets: return "both a token and an API key are given, and the toolkit sends the token alone"
        case .ownAuthorization(let header): return "a custom header sets \(header)"
        case .unsendableHeader(let header): return "the custom header \(header.name) \(header.trouble.words)"
        case .loginInAddress:
            return "it holds a login before the “@”, which the toolkit's client sends in the credential's place"
        case .trailingCharacters(let characters): return "the base URL ends in “\(characters)”"
        case .uncallableEnd(let words): return words
        case .quotedAddress(let path): return "\(path) stands in quotation marks"
        case .impossibleKey(let key): return "“\(key)” is nobody's key: keys consist of letters and digits"
        case .keyInText(let key): return "the space key's field holds other than a key, which may be \(key)"
        case .notSelected(let tools): return "not selected: \(tools.joined(separator: ", "))"
        case .indexNotConfigured(let tools, let needs): return "\(tools.joined(separator: ", ")): needs \(needs)"
        case .verificationOff: return "verify_ssl is false, which the toolkit ignores"
        case .versionTwoOnDataCenter: return "the API version is 2, which only Cloud has"
        case .accessTokenEnd(let end, let hasCome):
            let moment = end.formatted(.iso8601)
            return hasCome
                ? "the token says itself that it ended at \(moment)"
                : "the token says itself that it lasts until \(moment)"
        case .releaseWithout(let part, let release):
            return "Confluence \(release) has no \(part.title), which came with \(part.since)"
        case .noSchemeFits: return "the site refuses Basic, and the secret is no token that it takes as Bearer"
        case .plainHTTP: return "the base URL says http, and the site answers only by https"
        case .readOnlyMode: return "the site says that its access mode is READ_ONLY"
        case .clockAway(let seconds, let site, let own):
            return "the site's clock says \(site), here it is \(own): \(abs(seconds)) s apart"
        case .obstructed(let obstacle, let question): return "asked “\(question.words)”: \(obstacle)"
        case .endpointGone(let path): return "the site answers 410 to \(path): it has withdrawn that"
        case .site(let finding, let address): return finding.words(at: address)
        case .otherPaths(let found?): return "Confluence answers at \(found)"
        case .otherPaths(nil): return "no other usual path of this host answers as Confluence"
        case .login(let answer, let scheme): return answer.words(scheme)
        case .door(.form): return "people log in by the site's own form"
        case .door(.identityProvider(let target)): return "people are sent to \(target) to log in"
        case .space(let answer, let key): return answer.words(key)
        case .visibleSpaces(let match, let key): return match.words(key)
        case .writing(let answer, let space): return answer.words(space)
        case .page(let answer, let id): return answer.words(id)
        case .search(let answer): return answer.words
        case .repaired(let repair, let worked):
            return worked ? "the same request with \(repair.change) works" : "a request with \(repair.change) fails"
        }
    }

    private static func unresolved(_ fields: [String], _ reference: String?) -> String {
        guard fields.isEmpty else {
            return
                "\(fields.joined(separator: " and ")) \(fields.count == 1 ? "holds" : "hold") a placeholder, not a value"
        }
        return "it refers to the credential “\(reference ?? "")”, whose content is not in this document"
    }
}

extension Evidence.SecretGap {
    var words: String {
        switch self {
        case .blank: "nothing but blanks stands where the secret should be"
        case .everything: "neither a token nor a user name with an API key is given"
        case .username: "an API key is given without the user name it belongs to"
        case .secret: "a user name is given without an API key, and there is no token"
        }
    }
}

extension ConfigurationForm {
    var oldFormWords: String {
        switch self {
        case .legacyMiddle:
            "The base URL stands outside of the credential, as in a form that was in use for two days of August 2025."
        default:
            "The credential's fields stand among the toolkit's settings, as in agents made before August 2025."
        }
    }
}

extension SiteFinding {
    fileprivate func words(at address: WebAddress) -> String {
        switch self {
        case .here(let identity), .hostingContradicted(let identity):
            "\(address) is \(identity.title): \(identity.sign)"
        case .elsewhere(let identity): "\(address.host) is \(identity.title), but \(address) has no REST API"
        case .moved(let target, _): "\(address) leads everybody on to \(target)"
        case .unrecognised(let answer, _): "\(address) does not answer as Confluence: \(answer)"
        }
    }
}

extension SiteIdentity {
    var title: String { version.map { "\(kind.title) \($0)" } ?? kind.title }
}

extension LoginAnswer {
    func words(_ scheme: Authentication.Scheme) -> String {
        switch self {
        case .accepted(let account): return "the site knows the caller\(account.map { " as \($0)" } ?? "")"
        case .refused(let status, let reason):
            return "the site answers \(status) to \(scheme.title)"
                + (reason.isEmpty ? "" : " (“\(reason.cut(to: 160))”)")
        case .notPermitted(let reason): return "the site answers 403 to \(scheme.title) (“\(reason.cut(to: 160))”)"
        case .anonymous(let status): return "the site answers \(status) as to a visitor without an account"
        case .schemeRefused(let reason): return "the site doesn't take \(scheme.title): “\(reason.cut(to: 160))”"
        case .captcha:
            return "the site wants a CAPTCHA solved in the browser before it takes a login of this account again"
        case .scopeMissing(let reason): return "the gateway answers 401 (“\(reason.cut(to: 160))”)"
        case .scopedToken(let reason): return "the site answers 401 and \(reason.cut(to: 60))"
        case .unreadable(let reason):
            return "the site answers 401 to \(scheme.title) with \(reason), as to a credential that it can't read"
        case .withoutProductAccess: return "the site takes the login and says that the account may not use Confluence"
        case .addressUnknown(let words, _): return "the site answers \(words) to “who am I?”"
        case .page(let title): return "the site answers with \(title) where data was asked for"
        case .directoryUnreachable(let reason):
            return "the site answers the login with “\(reason.cut(to: 160))”, which is of its user directory"
        case .unsendable: return "no client can put the secret into a header as it stands"
        case .unclear(let words): return words
        }
    }
}
