import ConfluenceModel

extension Symptoms {
    /// What Confluence and its clients say about spaces.
    static let spaceSymptoms: [Symptom] = [
        Symptom(
            "space-missing", .strong, .confluence,
            [
                "no space found with key", "no space with key", "no space with the given key",
                "space with key * does not exist", "could not find space", "no such space", "space does not exist",
                "space * does not exist", "space not found", "space * not found", "cannot find space",
                "unable to find space", "can't find space", "unknown space", "space key * not found",
                "invalid space key", "no such confluence space", "space could not be found", "no space named",
                "space key is not valid", "bad key match", "invalid confluence space key", "invalid * space key",
                "space key does not exist", "space with this key", "no space exists", "space '*' does not exist",
                "space \"*\" does not exist", "cannot find * space", "specified space does not exist",
                "could not find the space", "space id not found", "no space matches",
            ],
            [
                .spaceNotFound: 0.44, .spaceNoAccess: 0.32, .spaceNameForKey: 0.08, .spaceKeyCase: 0.06,
                .tokenRevoked: 0.06, .personalSpaceKey: 0.04,
            ],
            means: "Confluence says the same of a space that doesn't exist and of one that the account may not see",
            source: "measured on Cloud, 2026; onyx-dot-app/onyx#2642; atlassian-python-api 4.0.7"),
        Symptom(
            "space-restricted", .strong, .confluence, ["permissionexception: space is restricted"],
            [.spaceNoAccess: 0.86, .pageRestricted: 0.14],
            means: "Confluence names the space as what the account may not see",
            source: "Confluence's service exceptions, as atlassian-python-api prints them"),
        Symptom(
            "cql-space", .strong, .confluence, ["parameters should not be empty"],
            [.spaceNotFound: 0.62, .spaceNoAccess: 0.26, .spaceNameForKey: 0.12], only: .dataCenter,
            means: "Data Center answers 500 in this way when a query names a space that it doesn't find",
            source: "CONFSERVER-55445; confluence-publisher/confluence-publisher#366"),
        Symptom(
            "create-refused", .strong, .confluence,
            [
                "could not create content with type", "cannot create a page in space", "not permitted to create",
                "does not have permission to create", "user cannot create * in space",
                "you don't have permission to create", "permission to add pages",
                "not have permission to create content", "no permission to create", "cannot create content in",
            ],
            [
                .spaceNoWrite: 0.56, .spaceNotFound: 0.12, .spaceNameForKey: 0.1, .anonymous: 0.14,
                .spaceNoAccess: 0.04, .pageRestricted: 0.04,
            ],
            means: "the page couldn't be made: no permission to add pages, a wrong space key, or nobody logged in",
            source: "community.atlassian.com 2753839; atlassian-api/atlassian-python-api#1010"),
        Symptom(
            "update-refused", .strong, .confluence,
            [
                "could not update content of type", "no edit permission to the content",
                "does not have permission to edit", "do not have permission to edit", "not permitted to edit",
                "not permitted to update", "user cannot edit", "does not have permission to update",
            ],
            [.pageRestricted: 0.52, .spaceNoWrite: 0.48],
            means: "the page can be read and not changed: a restriction on it, or a missing permission in its space",
            source: "iamjackg/md2cf#12; atlassian-python-api 4.0.7"),
        Symptom(
            "delete-refused", .strong, .confluence,
            [
                "unable to trash content", "permission to trash or purge", "not permitted to remove",
                "does not have permission to delete", "not permitted to delete", "cannot delete content",
            ],
            [.spaceNoWrite: 0.56, .pageRestricted: 0.22, .pageMissing: 0.22],
            means: "the account may not delete here, or there is no such page",
            source: "atlassian-python-api 4.0.7"),
        Symptom(
            "attach-refused", .strong, .confluence,
            [
                "does not have permission to add attachments", "attachments are disabled or",
                "not permitted to create attachment", "could not add attachment",
            ],
            [.spaceNoWrite: 0.6, .pageRestricted: 0.22, .xsrf: 0.18],
            means: "atlassian-python-api's sentence for any 403 to an upload",
            source: "atlassian-python-api 4.0.7, attach_content"),
        Symptom(
            "key-and-more", .stated, .confluence,
            [
                "no space with key : '", "no space with key : \"", "no space found with key : '",
                "no space found with key : \"", "no space with key : http", "no space found with key : http",
                "no space with key : /", "no space found with key : /", "/rest/api/space/%ef%bc", "spacekey=%ef%bc",
            ],
            [.spaceKeyCharacters: 0.94, .spaceNotFound: 0.06],
            means: "Confluence repeats the key as it got it: quotation marks or an address are a part of it",
            source: "Confluence's own sentence, which sets no marks around the key"),
        Symptom(
            "space-archived", .stated, .confluence,
            [
                "space is archived", "archived space", "space has been archived",
                "\"status\":\"archived\",\"type\":\"global\"",
                "\"key\":\"*\"status\":\"archived\"", "\"key\": \"*\"status\": \"archived\"", "spacestatus.archived",
                "space is not current",
            ],
            [.spaceArchived: 0.95, .spaceNoWrite: 0.05],
            means: "the space is archived: it can be read, and search leaves it out",
            source: "Confluence's documentation of archived spaces"),
        Symptom(
            "space-key-needed", .vague, .confluence,
            [
                "a confluence space key is required for this operation", "space key is required",
                "spacekey is required", "no space key",
            ],
            [.spaceNotFound: 0.7, .spaceNameForKey: 0.3],
            means: "no space key was given, in the toolkit or in the call",
            source: "elitea-sdk 0.11.27"),
        Symptom(
            "space-key-form", .strong, .confluence,
            [
                "space key * invalid", "space keys may only", "space key must", "key must contain only",
                "not a valid space key", "use the space key (not its", "space key should be",
            ],
            [.spaceNameForKey: 0.5, .spaceKeyCharacters: 0.5],
            means: "a key is letters and digits only; this looks like a space's name",
            source: "Confluence's documentation of space keys; atlassian-python-api 5.0.3"),
        Symptom(
            "space-not-valid", .strong, .confluence, ["space does not appear to be valid"],
            [.spaceNameForKey: 0.38, .spaceNotFound: 0.24, .basePath: 0.14, .tokenRevoked: 0.12, .spaceNoAccess: 0.12],
            means: "the client asked for the space by what is configured as its key, and got none",
            source: "sphinx-contrib/confluencebuilder#506"),
        Symptom(
            "space-of-parent", .vague, .confluence, ["error: missing space key", "missing space key from"],
            [.basePath: 0.4, .pageMissing: 0.3, .pageRestricted: 0.2, .loginInFront: 0.1],
            means: "the answer about the parent page has no space: it is no page's answer, or there is no such page",
            source: "markdown-confluence/markdown-confluence#686"),
    ]
}
