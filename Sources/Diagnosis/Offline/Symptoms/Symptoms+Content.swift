import ConfluenceModel

extension Symptoms {
    /// What Confluence and its clients say about spaces.
    static let spaceSymptoms: [Symptom] = [
        Symptom(
            "space-missing", .strong, .confluence,
            [
                "no space found with key", "no space with key", "no space with the given key", "space with key * does not exist", "could not find space", "no such space", "space does not exist", "space * does not exist", "space not found", "space * not found", "cannot find space", "unable to find space", "can't find space", "unknown space", "space key * not found", "invalid space key", "no such confluence space", "space could not be found", "no space named",
            ],
            [.spaceNotFound: 0.44, .spaceNoAccess: 0.32, .spaceNameForKey: 0.08, .spaceKeyCase: 0.06, .tokenRevoked: 0.06, .personalSpaceKey: 0.04],
            means: "Confluence says the same of a space that doesn't exist and of one that the account may not see",
            source: "measured on Cloud, 2026; onyx-dot-app/onyx#2642; atlassian-python-api 4.0.7"),
        Symptom(
            "cql-space", .strong, .confluence, ["parameters should not be empty"],
            [.spaceNotFound: 0.62, .spaceNoAccess: 0.26, .spaceNameForKey: 0.12], only: .dataCenter,
            means: "Data Center answers 500 in this way when a query names a space that it doesn't find",
            source: "CONFSERVER-55445; confluence-publisher/confluence-publisher#366"),
        Symptom(
            "create-refused", .strong, .confluence,
            ["could not create content with type", "cannot create a page in space", "not permitted to create", "does not have permission to create", "user cannot create * in space", "you don't have permission to create", "permission to add pages"],
            [.spaceNoWrite: 0.56, .spaceNotFound: 0.12, .spaceNameForKey: 0.1, .anonymous: 0.14, .spaceNoAccess: 0.04, .pageRestricted: 0.04],
            means: "the page couldn't be made: no permission to add pages, a wrong space key, or nobody logged in",
            source: "community.atlassian.com 2753839; atlassian-api/atlassian-python-api#1010"),
        Symptom(
            "update-refused", .strong, .confluence,
            ["could not update content of type", "no edit permission to the content", "does not have permission to edit", "do not have permission to edit", "not permitted to edit", "not permitted to update", "user cannot edit", "does not have permission to update"],
            [.pageRestricted: 0.52, .spaceNoWrite: 0.48],
            means: "the page can be read and not changed: a restriction on it, or a missing permission in its space",
            source: "iamjackg/md2cf#12; atlassian-python-api 4.0.7"),
        Symptom(
            "delete-refused", .strong, .confluence,
            ["unable to trash content", "permission to trash or purge", "not permitted to remove", "does not have permission to delete", "not permitted to delete", "cannot delete content"],
            [.spaceNoWrite: 0.56, .pageRestricted: 0.22, .pageMissing: 0.22],
            means: "the account may not delete here, or there is no such page",
            source: "atlassian-python-api 4.0.7"),
        Symptom(
            "attach-refused", .strong, .confluence,
            ["does not have permission to add attachments", "attachments are disabled or", "not permitted to create attachment", "could not add attachment"],
            [.spaceNoWrite: 0.6, .pageRestricted: 0.22, .xsrf: 0.18],
            means: "atlassian-python-api's sentence for any 403 to an upload",
            source: "atlassian-python-api 4.0.7, attach_content"),
        Symptom(
            "space-archived", .stated, .confluence,
            ["space is archived", "archived space", "space has been archived", "\"status\":\"archived\",\"type\":\"global\"", "spacestatus.archived", "space is not current"],
            [.spaceArchived: 0.95, .spaceNoWrite: 0.05],
            means: "the space is archived: it can be read, and search leaves it out",
            source: "Confluence's documentation of archived spaces"),
        Symptom(
            "space-key-needed", .vague, .confluence,
            ["a confluence space key is required for this operation", "space key is required", "missing space key", "spacekey is required", "no space key"],
            [.spaceNotFound: 0.7, .spaceNameForKey: 0.3],
            means: "no space key was given, in the toolkit or in the call",
            source: "elitea-sdk 0.11.27"),
        Symptom(
            "space-key-form", .strong, .confluence,
            ["space key * invalid", "space keys may only", "space key must", "key must contain only", "not a valid space key", "use the space key (not its", "space key should be"],
            [.spaceNameForKey: 0.5, .spaceKeyCharacters: 0.5],
            means: "a key is letters and digits only; this looks like a space's name",
            source: "Confluence's documentation of space keys; atlassian-python-api 5.0.3"),
    ]

    /// What Confluence and its clients say about pages.
    static let pageSymptoms: [Symptom] = [
        Symptom(
            "page-named-missing", .strong, .confluence,
            ["cannot find a page with id", "could not find page with id", "content with id: [#] not found", "no content found with id", "cannot find a content with id", "could not find content with id", "cannot find content with id", "page with id * not found", "page with id * does not exist", "no page with id", "parent page * not found", "could not find parent", "unable to find parent", "ancestor * not found", "no page found with id", "page id * not found", "could not find the page", "page does not exist", "page not found"],
            [.pageMissing: 0.54, .pageRestricted: 0.24, .pageTrashed: 0.12, .spaceNoAccess: 0.06, .pageDraft: 0.04],
            means: "Confluence knows the caller and finds no such page for it: it is deleted, hidden, or the id is wrong",
            source: "measured on Cloud, 2026; docToolchain/docToolchain#435"),
        Symptom(
            "client-404-id", .vague, .confluence,
            ["there is no content with the given id", "there is no content with the given page", "there is no content with the given", "the requested content is not found, the user does not have permission"],
            [.pageMissing: 0.38, .pageRestricted: 0.24, .tokenRevoked: 0.1, .basePath: 0.09, .spaceNoAccess: 0.08, .anonymous: 0.05, .hostingMismatch: 0.03, .pageTrashed: 0.03],
            means: "atlassian-python-api's own sentence for any 404 to a request with an id; Confluence's words are lost",
            source: "atlassian-python-api 3.41 – 5.0"),
        Symptom(
            "client-404-title", .vague, .confluence,
            ["the calling user does not have permission to view the content", "calling user does not have permission to view"],
            [.tokenRevoked: 0.2, .spaceNotFound: 0.18, .spaceNoAccess: 0.18, .basePath: 0.14, .pageRestricted: 0.1, .pageMissing: 0.08, .wrongScheme: 0.06, .hostingMismatch: 0.06],
            means: "atlassian-python-api's own sentence for any 404 to a request by title or space; Confluence's words are lost",
            source: "atlassian-python-api 3.41 – 4.0"),
        Symptom(
            "toolkit-not-found", .vague, .confluence,
            ["page not found. check the title or space", "page instance could not be resolved", "page with title * not found", "pages not found or you do not have access", "pages not found. errors"],
            [.pageMissing: 0.44, .titleCase: 0.12, .spaceNotFound: 0.12, .pageRestricted: 0.16, .spaceNoAccess: 0.1, .pageTrashed: 0.06],
            means: "the toolkit found no such page in the space that it looked in",
            source: "elitea-sdk 0.11.27"),
        Symptom(
            "nothing-found", .vague, .confluence,
            ["unable to find anything using query"],
            [.indexLag: 0.26, .spaceNoAccess: 0.24, .spaceNotFound: 0.2, .anonymous: 0.14, .resultLimits: 0.06, .pageMissing: 0.1],
            means: "the search worked and found nothing that this account may see",
            source: "elitea-sdk 0.11.27"),
        Symptom(
            "title-taken", .stated, .confluence,
            ["a page with this title already exists", "page already exists with the title", "page with title * already exists", "page already exists with the same title", "title already exists", "same title already exists in this space", "already exists, please use other title", "page with the same title", "a page already exists with"],
            [.titleTaken: 0.97, .pageRestricted: 0.03],
            means: "a title may stand once in a space; the other page may be one that the account can't see",
            source: "docToolchain/docToolchain#435; elitea-sdk 0.11.27"),
        Symptom(
            "version-conflict", .stated, .confluence,
            ["version must be incremented", "optimisticlockexception", "conflictexception", "stale data object conflict", "staleobjectstateexception", "staleversionexception", "current version: [", "version * does not match the expected", "version conflict", "409 conflict", "edit conflict", "has been modified by another user", "409 client error"],
            [.versionConflict: 0.97, .pageUnreconciled: 0.03],
            means: "somebody else saved the page in the meantime, or the client sent an old version number",
            source: "justmiles/go-markdown2confluence#43; duo-labs/markdown-to-confluence#6"),
        Symptom(
            "unreconciled", .stated, .confluence, ["unreconciled"],
            [.pageUnreconciled: 1], only: .dataCenter,
            means: "the collaborative editor's draft and the page differ; opening the page in the browser mends it",
            source: "bsorrentino/maven-confluence-plugin#225; CONFSERVER-59196"),
        Symptom(
            "page-trashed", .stated, .confluence,
            ["status=trashed", "page is in the trash", "content is trashed", "\"status\":\"trashed\"", "\"status\": \"trashed\"", "has been moved to the trash", "is in the trash", "status: trashed", "'status': 'trashed'", "trashed content"],
            [.pageTrashed: 0.94, .pageMissing: 0.06],
            means: "the page was deleted and lies in the space's trash",
            source: "Confluence's REST API, status of content"),
        Symptom(
            "page-archived", .stated, .confluence,
            ["page is archived", "page has been archived", "archived page", "archived content", "content is archived", "cannot edit archived"],
            [.pageArchived: 0.94, .spaceArchived: 0.06],
            means: "the page is archived: it can be restored, and not be changed",
            source: "Confluence Cloud's documentation of archived pages"),
        Symptom(
            "page-draft", .strong, .confluence,
            ["can not find draft with current content", "is a draft", "unpublished draft", "\"status\":\"draft\"", "draft content * not", "page is not published", "only exists as a draft"],
            [.pageDraft: 0.5, .pageMissing: 0.26, .pageRestricted: 0.24],
            means: "there is no published page; atlassian-python-api says it for any 404 to an update",
            source: "atlassian-python-api 4.0.7, update_page"),
        Symptom(
            "other-space", .stated, .confluence,
            ["toolkit is restricted to confluence space", "but this toolkit is restricted to", "is outside its scope", "can't change an existing page's space", "page belongs to space", "belongs to an unknown space"],
            [.pageOtherSpace: 1],
            means: "the toolkit is restricted to one space, and this page or argument is of another",
            source: "elitea-sdk 0.11.27; sphinx-contrib/confluencebuilder#322"),
        Symptom(
            "restricted", .strong, .confluence,
            ["page is restricted", "restricted page", "page restrictions", "restricted content", "view restriction", "edit restriction", "viewing this page is restricted"],
            [.pageRestricted: 0.9, .spaceNoAccess: 0.1],
            means: "a restriction on the page, or on one above it, keeps the account out",
            source: "Confluence's documentation of page restrictions"),
    ]
}
