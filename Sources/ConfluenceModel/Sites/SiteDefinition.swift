public import struct Foundation.Date

/// Everything a simulated site starts with: what a site file says, as values.
public struct SiteDefinition: Sendable, Hashable {
    /// A short name for logs and lists, such as `acme-cloud`.
    public var name: String
    public var deployment: Deployment

    /// The host name that clients are told, such as `acme.atlassian.net`.
    public var host: String

    /// The path under which Confluence lives: `/wiki` on Cloud, often empty or `/confluence` on Data Center.
    public var contextPath: String

    /// The tenant's identifier, a UUID; answered by `/_edge/tenant_info` on Cloud, unused on Data Center.
    public var cloudID: String

    public var settings: SiteSettings
    /// Faults that are on from the start.
    public var faults: [FaultChoice]
    public var users: [UserDefinition]
    /// Cloud: the roles that the site has beside the standard ones.
    public var customRoles: [SpaceRoleDefinition] = []
    public var spaces: [SpaceDefinition]
    /// What is made up beside all that.
    public var size: SiteSize?
    /// All rows of an exported site, in the place of users, spaces and size as they are given else.
    public var records: SiteRecords?

    /// Those of the whole site; spaces have their own.
    public var templates: [TemplateDefinition] = []

    /// Cloud: the levels by which content is classified, the lowest first; none where the site's edition has none.
    public var classificationLevels: [ClassificationLevelDefinition] = []

    /// How a real site was seen to answer where the simulator would answer otherwise.
    public var answers: [AnswerRule] = []

    /// All roles that can be assigned in the site's spaces.
    public var roles: [SpaceRoleDefinition] { SpaceRoleDefinition.standard + customRoles }

    public init(
        name: String,
        deployment: Deployment,
        host: String,
        contextPath: String,
        cloudID: String = "00000000-0000-4000-8000-000000000000",
        settings: SiteSettings = SiteSettings(),
        faults: [FaultChoice] = [],
        users: [UserDefinition] = [],
        spaces: [SpaceDefinition] = []
    ) {
        self.name = name
        self.deployment = deployment
        self.host = host
        self.contextPath = contextPath
        self.cloudID = cloudID
        self.settings = settings
        self.faults = faults
        self.users = users
        self.spaces = spaces
    }
}

/// An account, with what it can log in with.
public struct UserDefinition: Sendable, Hashable, Codable {
    /// The login name on Data Center; on Cloud a handle that only the site file uses.
    public var name: String
    public var displayName: String
    public var email: String

    /// Cloud's identifier of the account, such as `712020:0d4f…`.
    public var accountID: String

    /// Data Center's identifier of the account: 32 hexadecimal digits.
    public var userKey: String
    public var kind: AccountKind
    public var isActive: Bool

    /// Whether the account may use Confluence at all: product access on Cloud, a licence seat on Data Center.
    public var isLicensed: Bool

    /// Whether the account administers the whole site and so reaches every space.
    public var isSiteAdmin: Bool
    public var groups: [String]

    /// By which the account reads dates without a zone, such as `Europe/Berlin`; the site's own, UTC, where it is `nil`.
    public var timeZone: String?
    public var password: String?
    public var tokens: [TokenDefinition]

    public init(
        name: String,
        displayName: String,
        email: String,
        accountID: String,
        userKey: String,
        kind: AccountKind = .person,
        isActive: Bool = true,
        isLicensed: Bool = true,
        isSiteAdmin: Bool = false,
        groups: [String] = [],
        timeZone: String? = nil,
        password: String? = nil,
        tokens: [TokenDefinition] = []
    ) {
        self.name = name
        self.displayName = displayName
        self.email = email
        self.accountID = accountID
        self.userKey = userKey
        self.kind = kind
        self.isActive = isActive
        self.isLicensed = isLicensed
        self.isSiteAdmin = isSiteAdmin
        self.groups = groups
        self.timeZone = timeZone
        self.password = password
        self.tokens = tokens
    }
}

/// What kind of account it is; the raw values are the words of the site file.
public enum AccountKind: String, Sendable, Hashable, Codable, CaseIterable {
    case person
    /// Cloud: an account of an integration, managed by the organisation's administrators.
    case serviceAccount = "service-account"
    /// Cloud: the account of an installed app; it has no password and no product seat.
    case app
}

/// A token of an account; on a simulator its value is no secret.
public struct TokenDefinition: Sendable, Hashable, Codable {
    public var name: String
    public var kind: Kind
    public var value: String
    public var state: State
    /// What a scoped or OAuth token may be used for, such as `read:page:confluence`; other kinds have none.
    public var scopes: [String]

    public init(name: String, kind: Kind, value: String, state: State = .active, scopes: [String] = []) {
        self.name = name
        self.kind = kind
        self.value = value
        self.state = state
        self.scopes = scopes
    }

    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Cloud's token, the password half of HTTP Basic.
        case apiToken = "api-token"
        /// Cloud's token with scopes, which only the gateway takes.
        case scopedAPIToken = "scoped-api-token"
        /// An OAuth 2 access token (three-legged), sent as Bearer to Cloud's gateway.
        case oauthAccessToken = "oauth-access-token"
        /// Data Center's token, sent as Bearer.
        case personalAccessToken = "personal-access-token"
    }

    public enum State: Sendable, Hashable, Codable {
        case active
        case revoked
        /// Works before that instant and not from then on.
        case expires(Date)
    }
}

/// A space with its permissions and content.
public struct SpaceDefinition: Sendable, Hashable {
    public var key: String
    public var name: String
    public var description: String
    public var kind: Kind
    public var isArchived: Bool
    public var permissions: [SpaceGrant]

    /// Cloud: who has which role; whoever has one is granted nothing beside it.
    public var roles: [RoleAssignment]

    /// The page tree; the first page is the space's home page, unless `pages` is empty.
    public var pages: [PageDefinition]
    public var templates: [TemplateDefinition] = []

    /// What Data Center calls categories.
    public var labels: [String] = []
    public var properties: [PropertyDefinition] = []

    public init(
        key: String,
        name: String,
        description: String = "",
        kind: Kind = .global,
        isArchived: Bool = false,
        permissions: [SpaceGrant] = [],
        roles: [RoleAssignment] = [],
        pages: [PageDefinition] = []
    ) {
        self.key = key
        self.name = name
        self.description = description
        self.kind = kind
        self.isArchived = isArchived
        self.permissions = permissions
        self.roles = roles
        self.pages = pages
    }

    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case global
        case personal
    }
}

/// One row of a space's permission table.
public struct SpaceGrant: Sendable, Hashable {
    public var subject: Subject
    public var operations: Set<SpaceOperation>

    public init(_ subject: Subject, _ operations: Set<SpaceOperation>) {
        self.subject = subject
        self.operations = operations
    }
}

/// Who a permission or restriction names.
public enum Subject: Sendable, Hashable, CustomStringConvertible {
    /// An account, by ``UserDefinition/name``.
    case user(String)
    case group(String)
    /// Everybody, with or without an account.
    case anonymous

    public var description: String {
        switch self {
        case .user(let name): "user \(name)"
        case .group(let name): "group \(name)"
        case .anonymous: "anonymous"
        }
    }
}

/// A page of a site file, or what else has a place in the tree of a space, with all below it.
public struct PageDefinition: Sendable, Hashable {
    /// The content id; `nil` lets the site number it.
    public var id: Int64?
    public var kind: Kind
    public var title: String

    /// The body in storage format; of an embedded link its address.
    public var body: String
    public var labels: [String]

    /// Who may view the page and all below it; empty means everybody who can view the space.
    public var viewers: [Subject]

    /// Who may edit the page; empty means everybody who may add pages in the space.
    public var editors: [Subject]
    public var attachments: [AttachmentDefinition]
    public var status: ContentStatus

    /// The account that made the page, by ``UserDefinition/name``; `nil` takes the site's first user.
    public var creator: String?
    public var children: [PageDefinition]
    public var comments: [CommentDefinition] = []
    /// What apps keep on the page; on Cloud alone.
    public var customContents: [CustomContentDefinition] = []
    public var properties: [PropertyDefinition] = []

    public init(
        id: Int64? = nil,
        kind: Kind = .page,
        title: String,
        body: String = "",
        labels: [String] = [],
        viewers: [Subject] = [],
        editors: [Subject] = [],
        attachments: [AttachmentDefinition] = [],
        status: ContentStatus = .current,
        creator: String? = nil,
        children: [PageDefinition] = []
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.body = body
        self.labels = labels
        self.viewers = viewers
        self.editors = editors
        self.attachments = attachments
        self.status = status
        self.creator = creator
        self.children = children
    }

    /// What can have a place in the tree of a space; on Data Center pages alone. The raw values are Confluence's.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case page
        case folder
        case whiteboard
        case database
        case embed
    }
}

/// Where in its life a piece of content is; the raw values are Confluence's.
public enum ContentStatus: String, Sendable, Hashable, CaseIterable {
    case current
    case draft
    case archived
    case trashed
}

/// A file attached to a page.
public struct AttachmentDefinition: Sendable, Hashable {
    public var name: String
    public var mediaType: String
    public var content: [UInt8]
    public var comment: String

    public init(name: String, mediaType: String, content: [UInt8], comment: String = "") {
        self.name = name
        self.mediaType = mediaType
        self.content = content
        self.comment = comment
    }
}
