import ConfluenceModel
import ConfluenceWire

/// All in which one deployment of Confluence differs from another, as values and small types.
struct Dialect: Sendable {
    /// What the journal and the coverage list call it.
    var name: String
    var edge: EdgeRules
    var routes: RouteTable
    /// Which endpoints tell by `OPTIONS` what methods they take, and with which status.
    struct OptionsStyle: Sendable {
        var families: Set<API>
        var status: Int
    }

    /// How a path that no route knows is answered.
    var unknownPath: @Sendable (Arrival) -> UnknownPath
    var options: OptionsStyle
    var authenticator: any Authenticator
    /// The settings under which the deprecated endpoints are gone from here.
    var withdrawnAt: Set<SiteSettings.Withdrawal>
    var limits: LimitStyle
    /// The values of `X-Atlassian-Token` that switch the XSRF check off.
    var tokenChecks: Set<String>
    var authorisation: AuthorisationRules
    var rights: RightsVocabulary
    /// What an inline comment must tell of its text in v1, beside the text.
    var inlineCommentFields: [String]
    /// Whether text parts of forms that name no encoding are taken for Latin-1.
    var readsFormsAsLatin1: Bool
    var search: SearchRules
    var content: ContentStyle
    var refusals: RefusalTable
    var links: LinkStyle
    var bodies: BodyStyle
    var people: PeopleStyle
    var headers: HeaderStyle

    /// How a path that no route knows is answered.
    enum UnknownPath: Sendable {
        case refused(Refusal)
        /// A page for browsers: they are sent to the login.
        case page
        /// No page that anybody knows: visitors are sent to the login, users are told that there is none.
        case unknownPage
    }

    static func dialect(for deployment: Deployment) -> Dialect {
        switch deployment {
        case .cloud: .cloud
        case .dataCenter(let version): .dataCenter(version)
        }
    }
}
