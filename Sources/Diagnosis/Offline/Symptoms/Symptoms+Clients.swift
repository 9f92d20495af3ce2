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
