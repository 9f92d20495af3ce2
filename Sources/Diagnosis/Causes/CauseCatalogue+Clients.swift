import ConfluenceModel

extension CauseCatalogue {
    /// What programs of one's own ask wrongly. The toolkit doesn't, so no diagnosis comes upon it: pasted text alone shows it.
    static let clientCauses: [Cause] = [
        Cause(
            .wrongMethod, "The address doesn't take that method",
            looksLike: [
                Look("405 “Method Not Allowed” for a PUT, POST or DELETE"),
                Look(
                    "405 (415 or 404 of some releases) for PUT …/child/attachment: only Cloud makes or replaces a file so",
                    on: .dataCenter),
            ],
            sources: [.pastedText],
            explanation: "The address is known and doesn't take the method that was used.",
            fixes: [
                CauseFix(
                    .you, on: .dataCenter,
                    "Upload a new file by POST to …/rest/api/content/ID/child/attachment, and a new version of one by POST to "
                        + "…/child/attachment/ATTACHMENT/data.",
                    "Look whether the client knows that the site is no Cloud site, and update it."),
                CauseFix(
                    .you, "Look up the method in the description of the REST API.",
                    "If the site sends http to https, write https: clients turn a POST into a GET on the way."),
            ],
            links: [Links.cloudREST, Links.dataCenterREST]
        ),
        Cause(
            .invalidBody, "The request's body can't be read, or lacks something",
            looksLike: [
                Look(
                    "400 “Could not parse the request body”, “Unable to parse the request body”, JsonMappingException"),
                Look("400 that names a field: “… is required”, “must not be null”, “Unrecognized field”"),
            ],
            sources: [.pastedText],
            explanation: "What was sent isn't the JSON that Confluence expects there.",
            fixes: [
                CauseFix(
                    .you, "Send Content-Type: application/json, and a body that a JSON parser takes.",
                    "A page needs type, title, space and body to be created (v2: spaceId), and its version's next number to be changed.",
                    "Leave out what is empty instead of sending it as null or as an empty object.")
            ],
            links: [Links.cloudREST, Links.dataCenterREST]
        ),
        Cause(
            .attachmentTaken, "The page has a file of that name already",
            looksLike: [
                Look("400 “Cannot add a new attachment with same file name as an existing attachment: plot.png”")
            ],
            sources: [.pastedText],
            explanation: "A file of that name is attached to the page, and the request would add another.",
            fixes: [
                CauseFix(
                    .you, on: .cloud,
                    "Upload by PUT to …/rest/api/content/ID/child/attachment: that makes a new version where the name is taken."
                ),
                CauseFix(
                    .you,
                    "Ask …/child/attachment?filename=NAME for its id, and POST to …/child/attachment/ATTACHMENT/data.",
                    "Or delete the file first, or give the new one another name."),
            ],
            links: [Links.cloudREST, Links.dataCenterREST]
        ),
        Cause(
            .adminOnly, "That part of the API is for administrators, or for another plan",
            looksLike: [
                Look("403 for …/rest/api/audit and the like, while all else works with the same credential"),
                Look("“… requires Confluence administrator permission”, “only available on Premium”"),
            ],
            sources: [.pastedText],
            explanation: "The account may use Confluence, and not this part of its API.",
            fixes: [
                CauseFix(
                    .siteAdmin, "Let the account administer Confluence, or run this with an administrator's token.",
                    "On Cloud look whether the site's plan has what is asked for."),
                CauseFix(.you, "Leave that stream or call out, if it isn't needed."),
            ]
        ),
        Cause(
            .olderRelease, "The site is older than what the client asks for",
            looksLike: [
                Look(
                    "404 for each call to a site whose release is named: 5.4 and earlier have no REST API for content",
                    on: .dataCenter),
                Look("search by CQL is missing before 5.7; personal access tokens before 7.9", on: .dataCenter),
            ],
            requires: .releaseTooOld,
            places: [.dataCenter(.basic, .bearer, .cookies, .anonymous)],
            signs: [Sign(.releaseTooOld, 1000)],
            proofs: [.said(.releaseTooOld)],
            explanation: "{lacking}.",
            fixes: [
                CauseFix(.siteAdmin, "Update Confluence."),
                CauseFix(
                    .you, "Use a version of the client that is as old as the site, or the older XML-RPC interface."),
            ],
            links: [Links.dataCenterREST]
        ),
        Cause(
            .remoteAPIOff, "The remote API is switched off",
            looksLike: [
                Look(
                    "“RPC handler object \"confluence1\" not found and no default handler registered”", on: .dataCenter),
                Look("403 or 404 for /rpc/xmlrpc and /rpc/soap-axis, while REST answers", on: .dataCenter),
            ],
            sources: [.pastedText], places: [.dataCenter(.basic, .bearer, .cookies, .anonymous)],
            explanation: "The client uses XML-RPC or SOAP, which an administrator has to switch on.",
            fixes: [
                CauseFix(
                    .siteAdmin,
                    "Open Administration → Further configuration and tick “Remote API (XML-RPC & SOAP)”."),
                CauseFix(.you, "Prefer a client that uses REST: the older interface is deprecated since 5.5."),
            ]
        ),
    ]
}
