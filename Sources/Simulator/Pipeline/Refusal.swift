/// Why a stage ended the road of a request: a value, turned into an answer by representation alone.
struct Refusal: Error, Sendable {
    var kind: Kind
    /// What the wording of the answer names: an id, a title, a space key.
    var values: [Value: String]
    /// The true reason, for the journal.
    var words: String
    /// Whether the answer must not tell that the thing exists: it is then worded as if there were none.
    var hidden: Bool
    /// The family of answers it belongs to, where no route has settled that.
    var api: API?

    init(
        _ kind: Kind,
        _ values: [Value: String] = [:],
        hidden: Bool = false,
        api: API? = nil,
        because words: String
    ) {
        self.kind = kind
        self.values = values
        self.hidden = hidden
        self.api = api
        self.words = words
    }

    /// What a wording may name.
    enum Value: String, Sendable, Hashable, CaseIterable {
        case id
        case contentType
        case key
        case title
        case name
        case url
        case text
        case current
        case provided
        case realm
        /// The methods that an endpoint takes.
        case allow
    }

    /// The reasons that Confluence tells apart, whatever it then answers.
    enum Kind: String, Sendable, Hashable, CaseIterable {
        // The way to the site.
        case outsideContext, noSuchRoute, methodNotAllowed, optionsUntold, gone
        // Who the caller is.
        case unreadableCredential, foreignToken, credentialRejected, loginFailed, captchaDue, anonymous, unlicensed
        case tokenNotTaken, basicDisabled, scopedTokenAtSite, addressRefused
        // What the gateway says in its own name.
        case cloudIDUnknown, gatewayUnauthorized, accessTokenExpired, scopeMissing, gatewayRateLimited
        // How much it may ask.
        case rateLimited
        // What the site's licence and mode allow.
        case readOnly, licenceExpired, seatLapsed
        // What is asked for.
        case contentMissing, spaceMissing, listedSpaceMissing, labelMissing, attachmentMissing, tokenMissing,
            taskMissing
        case propertyMissing, stateMissing
        case userMissing, groupMissing, themeMissing, templateMissing, webhookMissing,
            conversionMissing, relationMissing, relationsUnsearchable
        // What the caller may do.
        case createDenied, editDenied, moveDenied, deleteDenied, attachDenied, labelDenied, restrictDenied
        case administerDenied, siteAdminDenied, rightsQuestionDenied, spaceCreationDenied
        case restrictionMissing, permissionMissing, permissionsGuarded, roleMissing, rolesOnly
        // What was sent.
        case mediaTypeUnsupported, unreadableBody, requestInvalid, typeUnsupported, numberUnreadable, numberNegative,
            xsrf
        case titleTaken, archiveFailed, spaceTaken, userTaken, themeUnknown, themeNeeded, passwordWrong, staleVersion,
            versionMissing,
            storageMalformed, attachmentExists,
            tokenLimitReached
        case watchDenied
        case entitlementMissing, classificationMissing
        case selectionUnusable, ticketRejected
        case propertyExists, propertyStale, propertyTooLarge
        // Searching.
        case cqlMissing, cqlUnparsable, cqlUnknownField, cqlUnsupportedValue, cqlUnsupported, searchWordMissing
        case searchSpaceUnknown, cursorUnknown

        case internalError
    }
}
