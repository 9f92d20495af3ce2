import ConfluenceModel
import ConfluenceStore

/// What stands behind a route: what a call is about, and how it is carried out once leave is given.
struct Resource: Sendable {
    /// Finds what the call is about, before anybody is asked whether the caller may have it.
    let demand: @Sendable (Call, StoreReader) throws -> Demand
    let carryOut: @Sendable (Grant, World) throws -> Outcome
    /// Whether who asks, the address, the content and the second decide what it gives: no setting, no header.
    private(set) var isSteady = false

    /// The same resource, as one whose answers may be kept as long as nothing is changed.
    var steady: Resource {
        var resource = self
        resource.isSteady = true
        return resource
    }

    init(
        demand: @escaping @Sendable (Call, StoreReader) throws -> Demand = { _, _ in .nothing },
        carryOut: @escaping @Sendable (Grant, World) throws -> Outcome
    ) {
        self.demand = demand
        self.carryOut = carryOut
    }

    /// A resource that only reads, from one consistent state of the site.
    static func reading(
        _ demand: @escaping @Sendable (Call, StoreReader) throws -> Demand,
        _ read: @escaping @Sendable (Grant, StoreReader, World) throws -> Outcome
    ) -> Resource {
        Resource(demand: demand) { grant, world in
            try world.read { try read(grant, $0, world) }
        }
    }
}

/// What carrying out a call gave, before anybody thinks of JSON.
enum Outcome: Sendable {
    /// The methods that an endpoint takes.
    case methods(String, status: Int)
    case user(AccountRecord?)
    case content(ContentDetails)
    case contents(Rows<ContentDetails>)
    case space(SpaceDetails)
    case spaces(Rows<SpaceDetails>)
    case spaceMatter(SpaceAnswer)
    case people(PeopleAnswer)
    case template(TemplateAnswer)
    case audit(AuditAnswer)
    case system(SystemAnswer)
    case webhook(WebhookAnswer)
    case conversion(ConversionAnswer)
    case labels(Rows<LabelRecord>)
    case reactions(ReactionAnswer)
    case states(StateAnswer)
    case tasks(TaskAnswer)
    case attachments(AttachmentAnswer)
    case comments(CommentAnswer)
    case customContent(CustomContentAnswer)
    case classification(ClassificationAnswer)
    case annotations(AnnotationAnswer)
    case labelled(LabelAnswer)
    case properties(PropertyAnswer)
    case userProperties(UserPropertyAnswer)
    case history(ContentDetails, [VersionRecord])
    case restrictions(ContentRecord, [RestrictedOperation: [NamedSubject]])
    case restrictionList(ContentRecord, [RestrictedOperation: [NamedSubject]])
    case restriction(ContentRecord, RestrictedOperation, [NamedSubject])
    case operations([OperationName])
    case rights(RightsAnswer)
    case permissions(Rows<NamedPermission>, SpaceRecord)
    case permission(NamedPermission)
    case permissionTable([NamedPermission], SpaceRecord)
    case permissionKinds(Rows<SpaceOperation>)
    case roles(Rows<SpaceRoleDefinition>)
    case role(SpaceRoleDefinition)
    case assignments(Rows<NamedAssignment>)
    case roleMode(SiteSettings.SpaceRoles)
    case hits(SearchAnswer)
    case tokens([TokenRecord])
    case token(TokenRecord, isNew: Bool)
    case uploaded(Rows<ContentDetails>)
    case longTask(LongTaskAnswer)
    case tree(TreeAnswer)
    case file(ContentRecord, [UInt8])
    /// The file lies in the store of files, which gives it for the ticket.
    case stored(MediaTicket, ContentRecord, isThumbnail: Bool)
    case text(String)
    case picture(SitePicture)
    /// A page for word processors, with its body as HTML.
    case word(ContentRecord, html: String)
    case pdf(PDFAnswer)
    /// A page's action was carried out.
    case acted
    /// It was done, and there is nothing to show.
    case done
    /// The same where the answer is a plain success.
    case succeeded
    case tenant
    /// The sites that an access token reaches, with the scopes that it has there.
    case accessibleSites(scopes: [String])
    case manifest
    case running
    case loginPage
    case loginRedirect
    case browserLogin(BrowserLogin)
}

/// One page of a list, and whether it goes on.
struct Rows<Row: Sendable>: Sendable {
    var rows: [Row]
    var paging: Paging
    var hasMore: Bool
    /// Where the next part begins, where cursors name content.
    var end: ContentPlace?

    /// - Parameter fetched: The rows from the page's start, one more than fit where the list goes on.
    init(_ fetched: [Row], paging: Paging) {
        rows = Array(fetched.prefix(paging.limit))
        self.paging = paging
        hasMore = fetched.count > paging.limit
    }
}

extension Grant {
    /// The content that the call is about.
    var content: ContentRecord {
        get throws {
            guard let content = contents.first else {
                throw Refusal(.internalError, because: "the route asks for no content")
            }
            return content
        }
    }

    /// All the content that the call is about, in the order in which it was asked for.
    var contents: [ContentRecord] { Self.contents(of: demand) }

    private static func contents(of demand: Demand) -> [ContentRecord] {
        switch demand {
        case .content(_, let content), .unlabel(let content, _), .weighRights(_, let content): [content]
        case .all(let demands): demands.flatMap { contents(of: $0) }
        case .nothing, .list, .account, .createSpace, .administerSite, .inSpace, .create: []
        }
    }

    var space: SpaceRecord {
        get throws {
            switch demand {
            case .inSpace(_, let space, _, _), .create(_, let space, _): return space
            default: throw Refusal(.internalError, because: "the route asks for no space")
            }
        }
    }
}
