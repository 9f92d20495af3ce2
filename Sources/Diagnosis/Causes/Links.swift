/// Official pages to which causes point.
///
/// Each address was found as it stands here in other people's public pages and repositories, in November 2026; none is
/// written from memory. A new one is looked up in the same way.
enum Links {
    static let apiTokens =
        "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/"
    static let scopedTokens = "https://support.atlassian.com/confluence/kb/scoped-api-tokens-in-confluence-cloud/"
    static let scopes = "https://developer.atlassian.com/cloud/confluence/scopes-for-oauth-2-3LO-and-forge-apps/"
    static let personalAccessTokens =
        "https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html"
    static let basicAuthentication = "https://developer.atlassian.com/cloud/confluence/basic-auth-for-rest-apis/"
    static let cloudREST = "https://developer.atlassian.com/cloud/confluence/rest/v1/intro/"
    static let cloudV2 = "https://developer.atlassian.com/cloud/confluence/rest/v2/intro/"
    static let changelog = "https://developer.atlassian.com/cloud/confluence/changelog/"
    static let dataCenterREST = "https://developer.atlassian.com/server/confluence/confluence-server-rest-api/"
    static let spacePermissions =
        "https://support.atlassian.com/confluence-cloud/docs/assign-space-permissions/"
    static let spaceKeys = "https://support.atlassian.com/confluence-cloud/docs/choose-a-space-key/"
    static let restrictions = "https://support.atlassian.com/confluence-cloud/docs/add-or-remove-page-restrictions/"
    static let productAccess = "https://support.atlassian.com/user-management/docs/give-users-access-to-products/"
    static let captcha =
        "https://confluence.atlassian.com/conf91/configuring-captcha-for-failed-logins-1442849037.html"
    static let allowlist =
        "https://support.atlassian.com/security-and-access-policies/docs/specify-ip-addresses-for-product-access/"
    static let cloudLimits = "https://developer.atlassian.com/cloud/confluence/rate-limiting/"
    static let dataCenterLimits =
        "https://confluence.atlassian.com/doc/improving-instance-stability-with-rate-limiting-992679004.html"
    static let readOnly =
        "https://developer.atlassian.com/server/confluence/how-to-make-your-add-on-compatible-with-read-only-mode/"
    static let cql = "https://developer.atlassian.com/cloud/confluence/advanced-searching-using-cql/"
    static let storageFormat = "https://confluence.atlassian.com/doc/confluence-storage-format-790796544.html"
    static let status = "https://confluence.status.atlassian.com/"
    static let eliteaToolkit =
        "https://github.com/ProjectAlita/projectalita.github.io/blob/main/docs/integrations/toolkits/confluence_toolkit.md"
}
