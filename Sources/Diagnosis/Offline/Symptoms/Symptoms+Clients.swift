import ConfluenceModel

extension Symptoms {
    /// What sites say to programs that ask them wrongly.
    static let clientSymptoms: [Symptom] = [
        Symptom(
            "attachment-taken", .stated, .confluence,
            [
                "same file name as an existing attachment", "attach file with the same name",
                "attachment with the same name already",
            ],
            [.attachmentTaken: 0.97, .titleTaken: 0.03],
            means: "the page has a file of that name, and the request would add another",
            source: "line/conflr#130; quarto-dev/quarto-cli#12558"),
        Symptom(
            "method-refused", .strong, .client,
            [
                "405 method not allowed", "http 405 method not allowed", "method_not_allowed", "405 client error",
                "unexpected status: 405", "405 (method not allowed)", "\"title\":\"method not allowed\"",
                "methodnotallowed",
                "http_405", "405 - method not allowed",
            ],
            [.wrongMethod: 0.62, .basePath: 0.2, .plainHTTP: 0.1, .endpointRemoved: 0.08],
            means: "the address is known and doesn't take that method, or a redirect made another of it",
            source: "atlassian-api/atlassian-python-api#1660; iamjackg/md2cf#18; sooperset/mcp-atlassian#1440"),
        Symptom(
            "attachment-by-put", .stated, .client,
            ["405 * /child/attachment", "put * child/attachment * {405|415|not allowed|not supported}"],
            [.wrongMethod: 0.95, .basePath: 0.05], only: .dataCenter,
            means: "files are uploaded by PUT, which only Cloud takes",
            source: "atlassian-api/atlassian-python-api#1660; iamjackg/md2cf#18; sooperset/mcp-atlassian#1440"),
        Symptom(
            "body-unreadable", .stated, .atlassian,
            [
                "could not parse the request body", "unable to parse the request body", "jsonmappingexception",
                "jsonparseexception", "invalid_request_body", "could not resolve type id", "unrecognized field \"",
                "can not deserialize instance", "cannot deserialize instance", "can not instantiate value of type",
                "request body is required", "required request body is missing", "no content body was provided",
                "is not the correct type. expected type is",
            ],
            [.invalidBody: 0.92, .invalidStorage: 0.08],
            means: "Confluence can't read what was sent as the JSON that it expects",
            source: "Virtomize/confluence-go-api#28; atlassian-api/atlassian-python-api#1083"),
        Symptom(
            "audit-refused", .strong, .confluence,
            ["/rest/api/audit* {403|forbidden}", "/audit?limit* {403|forbidden}"],
            [.adminOnly: 0.85, .noProductAccess: 0.08, .scopeMissing: 0.07],
            means: "the audit log is for administrators",
            source: "airbytehq/airbyte#33737"),
        Symptom(
            "administrators-alone", .strong, .confluence,
            [
                "confluence administrator permission", "administrators can access the audit",
                "only available on premium",
                "requires a premium", "requires confluence administrator", "must be a confluence administrator",
                "must be an administrator of confluence",
            ],
            [.adminOnly: 0.9, .noProductAccess: 0.1],
            means: "what is asked for is an administrator's, or belongs to another plan",
            source: "Confluence's REST descriptions of the audit log; inferred for the wording"),
        Symptom(
            "forbidden-by-rule", .stated, .client, ["access forbidden by rule, client"],
            [.ipAllowlist: 0.92, .firewall: 0.08],
            means: "nginx refuses the client's address by its list of allowed ones",
            source: "ngx_http_access_module's line in the error log"),
        Symptom(
            "access-removed", .strong, .anybody,
            [
                "remove access", "removed access", "removed the access", "access was removed",
                "connected apps * removed",
            ],
            [.tokenRevoked: 0.94, .tokenExpired: 0.06],
            means: "somebody took the app's access away",
            source: "Atlassian's page of connected apps"),
        Symptom(
            "starts-not", .stated, .confluence,
            ["prevents confluence from starting", "/errors.action", "confluence could not connect to the database"],
            [.serverError: 0.95, .maintenance: 0.05],
            means: "Confluence tells that it could not start",
            source: "Confluence's page of errors at its start"),
        Symptom(
            "set-up", .stated, .confluence,
            ["setup/setupstart.action", "<title>set up confluence", "setuplicense.action", "setup/setuplicense"],
            [.maintenance: 0.95, .serverError: 0.05],
            means: "this Confluence has not been set up yet",
            source: "Confluence's assistant for setting it up"),
        Symptom(
            "other-wiki", .stated, .otherProduct,
            [
                "content=\"mediawiki", "content=\"dokuwiki", "content=\"xwiki", "content=\"bookstack",
                "content=\"wordpress",
            ],
            [.notConfluence: 0.95, .basePath: 0.05],
            means: "the page names another program as its maker",
            source: "HTML's meta element “generator”"),
        Symptom(
            "length-among-headers", .stated, .people,
            ["custom_headers*content length", "custom headers*content length", "custom_headers*transfer encoding"],
            [.customHeaders: 0.95, .timedOut: 0.05],
            means: "a header that only the client itself can know is among the toolkit's own",
            source: "RFC 9110, section 8.6"),
        Symptom(
            "part-missing", .stated, .client,
            [
                "no version supplied", "version supplied: null", "title.required", "title is required",
                "must supply a title", "space.key.required", "missing * property 'version'", "label name may not",
                "label * {may not contain|must not contain|can't contain|cannot contain} space",
            ],
            [.invalidBody: 0.92, .versionConflict: 0.08],
            means: "a part of what was to be written is missing, or has a form that it can't have",
            source: "Confluence's REST API: what it says of a body"),
        Symptom(
            "remote-api-off", .stated, .confluence,
            [
                "rpc handler object \"confluence", "rpc handler object 'confluence", "remote api is disabled",
                "remote api is not enabled", "remote api has been disabled", "enable the remote api",
                "remote api * {disabled|switched off|turned off|not enabled}",
            ],
            [.remoteAPIOff: 0.95, .endpointRemoved: 0.05], only: .dataCenter,
            means: "the XML-RPC interface is not switched on",
            source: "bsorrentino/maven-confluence-plugin#61"),
        Symptom(
            "older-release", .faint, .people,
            [
                "confluence 5.0", "confluence 5.1", "confluence 5.2", "confluence 5.3", "confluence 5.4",
                "confluence 4.", "confluence 3.5",
            ],
            [.olderRelease: 0.6, .basePath: 0.4], only: .dataCenter,
            means: "releases before 5.5 have no REST API for content",
            source: "AtlassianPS/ConfluencePS#100; Confluence's REST API came with 5.5"),
    ]
}
