extension Refusal.Kind {
    /// What is the matter, as the list of faults names it.
    var words: String {
        switch self {
        case .outsideContext: "the path lies outside Confluence's context path"
        case .noSuchRoute: "no endpoint has this path"
        case .methodNotAllowed: "the endpoint does not take this method"
        case .unreadableCredential: "the credential can't be split into one user and one secret"
        case .foreignToken: "an API token is sent as Bearer"
        case .credentialRejected: "the token is wrong, revoked, expired or another account's"
        case .loginFailed: "the password is wrong, or a token is sent in its place"
        case .captchaDue: "too many logins failed: a CAPTCHA must be solved in a browser"
        case .anonymous: "no credential was sent (or none that counts), and anonymous access is off"
        case .unlicensed: "the account may not use Confluence"
        case .tokenNotTaken: "the path does not take API tokens"
        case .gone: "the endpoint has been withdrawn"
        case .scopedTokenAtSite: "a token with scopes is sent to the site instead of the gateway"
        case .addressRefused: "the client's address is not on the IP allowlist"
        case .cloudIDUnknown: "the gateway knows no site of that cloud id"
        case .gatewayUnauthorized: "the gateway takes the credential for none of the site's"
        case .scopeMissing: "the token lacks the scope that the endpoint needs, or has none there"
        case .gatewayRateLimited: "the caller has spent its rate limit at the gateway"
        case .basicDisabled: "Basic authentication is off, or logins go to an identity provider"
        case .readOnly: "the site is in read-only mode, and the request would change it"
        case .licenceExpired: "the product's licence has expired, and the request would change the site"
        case .seatLapsed: "the account's floating licence has lapsed"
        case .rateLimited: "the caller has spent its rate limit"
        case .contentMissing: "there is no such content"
        case .spaceMissing: "there is no such space"
        case .listedSpaceMissing: "content is listed of a space that is not there"
        case .userMissing: "the site has no such user"
        case .groupMissing: "the site has no such group"
        case .themeMissing: "the space or site has no theme of its own"
        case .templateMissing: "there is no such template"
        case .webhookMissing: "there is no such webhook"
        case .conversionMissing: "nothing was converted under that id"
        case .relationMissing: "there is no such relation"
        case .relationsUnsearchable: "relations are looked for, which no site can"
        case .labelMissing: "the content has no such label"
        case .attachmentMissing: "the page has no such attachment"
        case .taskMissing: "there is no such task, or another account's"
        case .createDenied: "the account may not add content to the space"
        case .editDenied: "the account may not edit the content"
        case .moveDenied: "the account may not move the page, or not there"
        case .deleteDenied: "the account may not delete the content"
        case .attachDenied: "the account may not attach files to the content"
        case .labelDenied: "the account may not label the content"
        case .restrictDenied: "the account may not restrict the content"
        case .administerDenied: "the account may not administer the space"
        case .siteAdminDenied: "the account does not administer the site"
        case .rightsQuestionDenied: "somebody else's rights are asked for, and the account administers no site"
        case .restrictionMissing: "the restriction does not name the user or group, or can't be"
        case .permissionMissing: "the space has no such permission, or the site no such user or group"
        case .roleMissing: "there is no such role"
        case .rolesOnly: "a permission is changed where spaces are opened by roles alone"
        case .unreadableBody: "the body is not what the endpoint reads"
        case .requestInvalid: "a field of the request is missing or makes no sense"
        case .typeUnsupported: "the content type is none that the endpoint knows"
        case .numberUnreadable: "a number can't be read"
        case .numberNegative: "a number is negative"
        case .xsrf: "the XSRF check fails"
        case .titleTaken: "another page of the space has the title"
        case .spaceTaken: "the user has a personal space already"
        case .userTaken: "the site has a user of that name"
        case .passwordWrong: "the old password is wrong"
        case .themeUnknown: "the request names no theme by its key"
        case .archiveFailed: "a page that is to be archived is not there"
        case .staleVersion: "the update is not built on the current version"
        case .versionMissing: "the update names no version"
        case .storageMalformed: "the body is no valid storage format"
        case .tokenMissing: "the account has no personal access token of that id"
        case .tokenLimitReached: "the account has as many personal access tokens as the site allows"
        case .attachmentExists: "the page has an attachment of that name"
        case .cqlMissing: "no CQL query was sent"
        case .cqlUnparsable: "the CQL query can't be parsed"
        case .cqlUnknownField: "the CQL query names a field that there is not"
        case .cqlUnsupportedValue: "the CQL query names a value that its field does not have"
        case .cqlUnsupported: "the CQL query asks for what its field can't do"
        case .searchWordMissing: "the CQL query looks for nothing"
        case .searchSpaceUnknown: "the CQL query names only spaces that the caller can't see"
        case .cursorUnknown: "the cursor is none of the site's"
        case .internalError: "the site itself fails"
        }
    }

    /// With which credentials the condition can arise.
    var authentication: String {
        switch self {
        case .unreadableCredential, .loginFailed, .captchaDue, .credentialRejected, .basicDisabled, .scopedTokenAtSite:
            "Basic"
        case .foreignToken: "Bearer"
        case .anonymous: "none, or one that is not accepted"
        case .tokenNotTaken: "Basic, Bearer"
        default: "any"
        }
    }
}

extension API {
    /// What people call the family.
    var words: String {
        switch self {
        case .rest: "REST v1"
        case .users: "REST v1, users"
        case .search: "REST v1, search"
        case .v2: "REST v2"
        case .pages: "pages for browsers"
        case .site: "the site around Confluence"
        case .gateway: "the gateway"
        }
    }
}
