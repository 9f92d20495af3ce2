/// Official pages to which causes point.
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
        "https://support.atlassian.com/confluence-cloud/docs/manage-permissions-in-your-space/"
    static let spaceKeys = "https://support.atlassian.com/confluence-cloud/docs/choose-a-space-key/"
    static let restrictions = "https://support.atlassian.com/confluence-cloud/docs/add-or-remove-page-restrictions/"
    static let productAccess = "https://support.atlassian.com/user-management/docs/manage-product-access/"
    static let captcha = "https://confluence.atlassian.com/display/CONF91/Configuring+Captcha+for+failed+logins"
    static let captchaKnowledge = "https://confluence.atlassian.com/pages/viewpage.action?pageId=966681459"
    static let allowlist = "https://confluence.atlassian.com/pages/viewpage.action?pageId=1384133808"
    static let cloudLimits = "https://developer.atlassian.com/cloud/confluence/rate-limiting/"
    static let dataCenterLimits =
        "https://confluence.atlassian.com/conf89/improving-instance-stability-with-rate-limiting-1387596645.html"
    static let readOnly =
        "https://developer.atlassian.com/server/confluence/how-to-make-your-add-on-compatible-with-read-only-mode"
    static let cql = "https://developer.atlassian.com/cloud/confluence/advanced-searching-using-cql/"
    static let storageFormat = "https://confluence.atlassian.com/doc/confluence-storage-format-790796544.html"
    static let status = "https://confluence.status.atlassian.com/"
    static let eliteaToolkit =
        "https://github.com/ProjectAlita/projectalita.github.io/blob/main/docs/integrations/toolkits/confluence_toolkit.md"
}
