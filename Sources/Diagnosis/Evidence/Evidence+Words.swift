import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

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
        case .user(let isEmail): return isEmail ? "the user name is an e-mail" : "the user name is no e-mail"
        case .pageInAddress: return "the base URL has the form of a page's address"
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
        case .repaired(let repair, let worked):
            return "the same request with \(repair.change) \(worked ? "works" : "fails, too")"
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
        case .unrecognised(let answer): "\(address) does not answer as Confluence: \(answer)"
        case .unreachable(let failure): "\(failure)"
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
                + (reason.isEmpty ? "" : " (“\(reason.prefix(160))”)")
        case .notPermitted(let reason): return "the site answers 403 to \(scheme.title) (“\(reason.prefix(160))”)"
        case .anonymous(let status): return "the site answers \(status) as to a visitor without an account"
        case .schemeRefused(let reason): return "the site doesn't take \(scheme.title): “\(reason.prefix(160))”"
        case .withoutProductAccess: return "the site takes the login and says that the account may not use Confluence"
        case .addressUnknown: return "the site answers 404 to “who am I?”"
        case .page(let title): return "the site answers with \(title) where data was asked for"
        case .unsendable: return "no client can put the secret into a header as it stands"
        case .unclear(let words): return words
        }
    }
}

extension SpaceAnswer {
    fileprivate func words(_ key: String) -> String {
        switch self {
        case .seen: "the account sees the space \(key)"
        case .hidden(let status): "the site answers \(status) for the space “\(key)”"
        case .unclear(let status): "the answer for the space “\(key)” says nothing (status \(status))"
        }
    }
}

extension SpaceMatch {
    fileprivate func words(_ key: String) -> String {
        switch self {
        case .otherCase(let found): "the account sees a space with the key “\(found)”"
        case .name(let found): "the account sees a space named “\(key)” with the key “\(found)”"
        case .none(let count, let near, let isWhole):
            "“\(key)” is not among the \(isWhole ? "" : "first ")\(count) spaces that the account sees"
                + (near.map { "; the nearest is “\($0)”" } ?? "")
        }
    }
}

extension WriteAnswer {
    fileprivate func words(_ space: String) -> String {
        switch self {
        case .allowed: "the account may do in \(space) what the selected tools do"
        case .denied(_, let missing): "the site says that the account may not: \(missing.inWords)"
        case .unclear: "the site doesn't say what the account may do in \(space)"
        }
    }
}

extension PageAnswer {
    fileprivate func words(_ id: String) -> String {
        switch self {
        case .seen(let title): "the account sees the page \(id) “\(title)”"
        case .notEditable(let title): "the account may view the page \(id) “\(title)” and not edit it"
        case .saidMissing: "the site says that it can't find a page with the id \(id)"
        case .hidden(let status): "the site answers \(status) for the page \(id)"
        }
    }
}

extension Set<SpaceOperation> {
    /// The permissions in the words of the permission table, in its order.
    var inWords: String {
        SpaceOperation.allCases.filter(contains).map(\.title).joined(separator: ", ")
    }
}

extension SpaceOperation {
    fileprivate var title: String {
        switch self {
        case .view: "View"
        case .createPage: "Pages: Add"
        case .createBlogPost: "Blog: Add"
        case .createComment: "Comments: Add"
        case .createAttachment: "Attachments: Add"
        case .deletePage: "Pages: Delete"
        case .deleteBlogPost: "Blog: Delete"
        case .deleteComment: "Comments: Delete"
        case .deleteAttachment: "Attachments: Delete"
        case .deleteOwn: "Delete own"
        case .archivePage: "Pages: Archive"
        case .restrict: "Restrictions: Add/Delete"
        case .export: "Export"
        case .administer: "Space: Admin"
        }
    }
}
