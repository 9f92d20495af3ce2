import ConfluenceModel

/// What a status means where nothing more is known than the request it answered.
struct StatusRow: Sendable {
    var status: Int
    var deployment: DeploymentKind?
    var targets: Set<Circumstances.Target>?
    var isVersion2: Bool?
    var isWriting: Bool?
    var strength: Symptom.Strength
    var shares: [CauseID: Double]
    var meaning: String

    init(
        _ status: Int,
        on deployment: DeploymentKind? = nil,
        for targets: Set<Circumstances.Target>? = nil,
        v2 isVersion2: Bool? = nil,
        writing isWriting: Bool? = nil,
        _ strength: Symptom.Strength,
        _ shares: [CauseID: Double],
        means meaning: String
    ) {
        self.status = status
        self.deployment = deployment
        self.targets = targets
        self.isVersion2 = isVersion2
        self.isWriting = isWriting
        self.strength = strength
        self.shares = shares
        self.meaning = meaning
    }

    /// The first row that fits; the order of the table is from the particular to the general.
    static func row(
        for status: Int, on deployment: DeploymentKind, at address: AddressClue?, isWriting: Bool
    ) -> StatusRow? {
        table.first { row in
            row.status == status && (row.deployment == nil || row.deployment == deployment)
                && (row.targets == nil || row.targets?.contains(address?.target ?? .other) ?? false)
                && (row.isVersion2 == nil || row.isVersion2 == address?.isVersion2)
                && (row.isWriting == nil || row.isWriting == isWriting)
        }
    }

    /// What a status means at an address whose own form shows what is wrong with it.
    static func atOddAddress(_ status: Int, at address: AddressClue?) -> StatusRow? {
        guard let address else { return nil }
        if [405, 415].contains(status), address.isPlainHTTP {
            return StatusRow(
                status, .vague, [.plainHTTP: 0.6, .basePath: 0.3, .endpointRemoved: 0.1],
                means: "a redirect from http to https turns what was to be written into a request to read")
        }
        guard status == 404 else { return nil }
        if address.isGateway, !address.namesCloudID {
            return StatusRow(
                404, .strong, [.gatewayCloudID: 0.9, .scopeMissing: 0.1],
                means: "the gateway wants a site's cloud id in its path, and none stands there")
        }
        if address.isGateway, [.space, .pages, .user, .search].contains(address.target), !address.isNamed {
            return StatusRow(
                404, .strong, [.gatewayCloudID: 0.72, .scopeMissing: 0.14, .tokenRevoked: 0.14],
                means: "the gateway has this path for each site that it knows, so it knows none of this cloud id")
        }
        if address.isCloudSite, address.path.contains("/rpc/") {
            return StatusRow(
                404, .strong, [.endpointRemoved: 0.84, .basePath: 0.16],
                means: "Cloud has nothing left of the old XML and JSON interfaces")
        }
        // All of Confluence lives under /wiki on Cloud.
        guard address.host?.hasSuffix(".atlassian.net") ?? false,
            ["/rest/api/", "/api/v2/"].contains(where: address.path.hasPrefix)
        else { return nil }
        return StatusRow(
            404, .strong, [.basePath: 0.86, .notConfluence: 0.06, .spaceNotFound: 0.08],
            means: "Confluence lives under /wiki on Cloud, and the address lacks it")
    }

    private static let table: [StatusRow] = login + missing + other

    private static let login: [StatusRow] = [
        StatusRow(
            401, on: .cloud, .vague,
            [
                .passwordOnCloud: 0.24, .tokenRevoked: 0.22, .scopedTokenOnSite: 0.17, .wrongScheme: 0.15,
                .wrongUser: 0.13, .tokenExpired: 0.09,
            ],
            means:
                "the login wasn't taken; Cloud says 401 to a header it can't read, to tokens with scopes, and did so to all bad ones"
        ),
        StatusRow(
            401, on: .dataCenter, .vague,
            [
                .tokenRevoked: 0.27, .wrongScheme: 0.26, .wrongUser: 0.18, .tokenExpired: 0.1, .captcha: 0.07,
                .hostingMismatch: 0.06, .singleSignOn: 0.03, .basePath: 0.03,
            ],
            means: "the login wasn't taken"),
        StatusRow(
            401, .vague,
            [
                .tokenRevoked: 0.25, .wrongScheme: 0.2, .passwordOnCloud: 0.17, .wrongUser: 0.15, .tokenExpired: 0.08,
                .scopeMissing: 0.06, .scopedTokenOnSite: 0.06, .captcha: 0.03,
            ],
            means: "the login wasn't taken"),
        StatusRow(
            403, on: .cloud, writing: true, .vague,
            [
                .spaceNoWrite: 0.34, .tokenRevoked: 0.16, .noProductAccess: 0.12, .wrongScheme: 0.1,
                .pageRestricted: 0.08, .wrongUser: 0.08, .xsrf: 0.06, .tokenExpired: 0.06,
            ],
            means: "the request was forbidden; Cloud says 403 to bad credentials as well"),
        StatusRow(
            403, on: .cloud, .vague,
            [
                .tokenRevoked: 0.24, .noProductAccess: 0.18, .wrongScheme: 0.15, .passwordOnCloud: 0.14,
                .wrongUser: 0.13, .tokenExpired: 0.1, .ipAllowlist: 0.06,
            ],
            means: "Cloud says 403 to credentials that it doesn't take, and to accounts without Confluence"),
        StatusRow(
            403, for: [.attachment], writing: true, .vague,
            [.spaceNoWrite: 0.44, .xsrf: 0.3, .pageRestricted: 0.16, .readOnly: 0.1], means: "the upload was forbidden"),
        StatusRow(
            403, on: .dataCenter, writing: true, .vague,
            [
                .spaceNoWrite: 0.44, .pageRestricted: 0.16, .anonymous: 0.12, .xsrf: 0.1, .readOnly: 0.06,
                .wrongScheme: 0.06, .firewall: 0.06,
            ],
            means: "the change was forbidden"),
        StatusRow(
            403, on: .dataCenter, .vague,
            [
                .noProductAccess: 0.2, .wrongScheme: 0.2, .anonymous: 0.18, .spaceNoAccess: 0.18, .firewall: 0.1,
                .loginInFront: 0.08, .tokenRevoked: 0.06,
            ],
            means: "the request was forbidden; that the login failed would usually read otherwise"),
        StatusRow(
            403, .faint,
            [
                .tokenRevoked: 0.22, .noProductAccess: 0.18, .spaceNoWrite: 0.14, .wrongScheme: 0.12,
                .spaceNoAccess: 0.12, .wrongUser: 0.1, .firewall: 0.06, .ipAllowlist: 0.06,
            ],
            means: "the request was forbidden"),
        StatusRow(407, .stated, [.proxyAuthentication: 1], means: "a proxy between wants a login of its own"),
    ]

    private static let missing: [StatusRow] = [
        StatusRow(
            404, for: [.user], .strong,
            [.basePath: 0.62, .hostingMismatch: 0.2, .notConfluence: 0.14, .unknownSite: 0.04],
            means: "“who am I?” exists on every Confluence: there is none at this path"),
        StatusRow(
            404, on: .dataCenter, v2: true, .strong, [.v2OnDataCenter: 0.78, .hostingMismatch: 0.13, .basePath: 0.09],
            means: "v2 of the API exists on Cloud only"),
        StatusRow(
            404, for: [.page], v2: true, .vague,
            [
                .tokenRevoked: 0.2, .pageMissing: 0.3, .pageRestricted: 0.2, .noProductAccess: 0.1, .wrongUser: 0.1,
                .tokenExpired: 0.1,
            ],
            means: "v2 says 404 to a missing page, to a hidden one, and to a credential that it doesn't take"),
        StatusRow(
            404, v2: true, .vague,
            [
                .tokenRevoked: 0.24, .noProductAccess: 0.13, .wrongUser: 0.13, .tokenExpired: 0.13, .basePath: 0.13,
                .spaceNotFound: 0.12, .spaceNoAccess: 0.12,
            ],
            means: "v2 says 404 to a credential that it doesn't take, too"),
        StatusRow(
            404, for: [.page], .vague,
            [
                .pageMissing: 0.42, .pageRestricted: 0.28, .basePath: 0.08, .spaceNoAccess: 0.08, .tokenRevoked: 0.07,
                .anonymous: 0.07,
            ],
            means: "there is no such page for this account: missing and hidden pages read alike"),
        StatusRow(
            404, for: [.attachment], .vague,
            [.pageMissing: 0.4, .pageRestricted: 0.26, .attachmentTooLarge: 0.12, .basePath: 0.12, .tokenRevoked: 0.1],
            means: "there is no such page for this account, or the file is too large"),
        StatusRow(
            404, for: [.space], .vague,
            [
                .spaceNotFound: 0.44, .spaceNoAccess: 0.32, .tokenRevoked: 0.07, .basePath: 0.09, .spaceKeyCase: 0.04,
                .spaceNameForKey: 0.04,
            ],
            means: "there is no such space for this account: missing and hidden spaces read alike"),
        StatusRow(
            404, for: [.pages, .search], .vague,
            [
                .basePath: 0.32, .spaceNotFound: 0.18, .spaceNoAccess: 0.14, .tokenRevoked: 0.1, .pageMissing: 0.08,
                .hostingMismatch: 0.08, .spaceNameForKey: 0.06, .anonymous: 0.04,
            ],
            means: "the address or the space it asks for isn't there for this account"),
        StatusRow(
            404, .faint,
            [
                .basePath: 0.32, .pageMissing: 0.22, .spaceNotFound: 0.12, .pageRestricted: 0.1, .spaceNoAccess: 0.08,
                .tokenRevoked: 0.08, .hostingMismatch: 0.08,
            ],
            means: "what was asked for isn't there, or not for this account"),
        StatusRow(410, .stated, [.endpointRemoved: 1], means: "Atlassian took this part of the API away"),
    ]

    private static let other: [StatusRow] = [
        StatusRow(
            400, for: [.search], .strong, [.cqlError: 0.85, .spaceNotFound: 0.15],
            means: "Confluence can't read the search query"),
        StatusRow(
            400, for: [.attachment], .vague,
            [.attachmentTaken: 0.66, .pagingLimit: 0.1, .invalidBody: 0.12, .pageMissing: 0.12],
            means: "Confluence doesn't take the file: it says so where the page has one of that name"),
        StatusRow(
            402, .vague, [.adminOnly: 0.6, .siteSuspended: 0.4],
            means: "what is asked for belongs to another plan, or nobody has paid"),
        StatusRow(
            400, writing: true, .vague,
            [
                .invalidStorage: 0.42, .titleTaken: 0.26, .versionConflict: 0.12, .spaceNotFound: 0.12,
                .pageMissing: 0.08,
            ],
            means: "Confluence doesn't take the page as it was sent"),
        StatusRow(
            400, .faint,
            [.cqlError: 0.3, .invalidStorage: 0.3, .titleTaken: 0.14, .malformedAddress: 0.1, .spaceNotFound: 0.16],
            means: "Confluence can't read the request"),
        StatusRow(
            415, .vague, [.plainHTTP: 0.4, .basePath: 0.2, .invalidStorage: 0.2, .endpointRemoved: 0.2],
            means: "the server doesn't take what was sent in this form; a redirect to https may have changed it"),
        StatusRow(
            405, .vague, [.wrongMethod: 0.4, .basePath: 0.34, .plainHTTP: 0.14, .notConfluence: 0.12],
            means: "the server doesn't know this method at this path"),
        StatusRow(
            409, .strong, [.versionConflict: 0.85, .titleTaken: 0.15],
            means: "what was sent conflicts with what is there"),
        StatusRow(413, .stated, [.attachmentTooLarge: 1], means: "what was sent is larger than the server takes"),
        StatusRow(429, .stated, [.rateLimited: 1], means: "the site wants fewer requests"),
        StatusRow(500, .strong, [.serverError: 0.92, .spaceNotFound: 0.08], means: "Confluence itself failed"),
        StatusRow(
            501, .vague, [.pageUnreconciled: 0.6, .serverError: 0.4],
            means: "Confluence doesn't do this as things stand"),
        StatusRow(
            502, .strong, [.serverError: 0.56, .maintenance: 0.3, .proxyRefusal: 0.14],
            means: "a proxy or load balancer got no answer from Confluence"),
        StatusRow(
            503, .strong, [.maintenance: 0.56, .serverError: 0.44], means: "the site says that it can't serve for now"),
        StatusRow(
            504, .strong, [.timedOut: 0.5, .serverError: 0.34, .maintenance: 0.16],
            means: "a proxy or load balancer waited for Confluence in vain"),
    ]
}
