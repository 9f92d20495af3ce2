import ConfluenceModel

extension Symptoms {
    /// What Confluence and its clients say about pages.
    static let pageSymptoms: [Symptom] = [
        Symptom(
            "page-named-missing", .strong, .confluence,
            [
                "cannot find a page with id", "could not find page with id", "content with id: [#] not found",
                "no content found with id", "cannot find a content with id", "could not find content with id",
                "cannot find content with id", "page with id * not found", "page with id * does not exist",
                "no page with id", "parent page * not found", "could not find parent", "unable to find parent",
                "ancestor * not found", "no page found with id", "page id * not found", "could not find the page",
                "page does not exist", "page not found", "page '*' not found", "page \"*\" not found",
                "can't find '*' page", "not allowed to view that page", "cannot find [page] entity with id",
                "cannot find * entity with id", "content not found with id", "no content with id",
                "page with id '*' not found", "not found with id", "page id does not exist", "page doesn't exist",
                "content does not exist", "no page exists", "page * could not be found",
                "specified page does not exist",
            ],
            [.pageMissing: 0.54, .pageRestricted: 0.24, .pageTrashed: 0.12, .spaceNoAccess: 0.06, .pageDraft: 0.04],
            means:
                "Confluence knows the caller and finds no such page for it: it is deleted, hidden, or the id is wrong",
            source: "measured on Cloud, 2026; docToolchain/docToolchain#435"),
        Symptom(
            "client-404-id", .vague, .confluence,
            [
                "there is no content with the given id", "there is no content with the given page",
                "there is no content with the given",
                "the requested content is not found, the user does not have permission",
            ],
            [
                .pageMissing: 0.38, .pageRestricted: 0.24, .tokenRevoked: 0.1, .basePath: 0.09, .spaceNoAccess: 0.08,
                .anonymous: 0.05, .hostingMismatch: 0.03, .pageTrashed: 0.03,
            ],
            means:
                "atlassian-python-api's own sentence for any 404 to a request with an id; Confluence's words are lost",
            source: "atlassian-python-api 3.41 – 5.0"),
        Symptom(
            "client-404-title", .vague, .confluence,
            [
                "the calling user does not have permission to view the content",
                "calling user does not have permission to view",
            ],
            [
                .tokenRevoked: 0.2, .spaceNotFound: 0.18, .spaceNoAccess: 0.18, .basePath: 0.14, .pageRestricted: 0.1,
                .pageMissing: 0.08, .wrongScheme: 0.06, .hostingMismatch: 0.06,
            ],
            means:
                "atlassian-python-api's own sentence for any 404 to a request by title or space; Confluence's words are lost",
            source: "atlassian-python-api 3.41 – 4.0"),
        Symptom(
            "toolkit-not-found", .vague, .confluence,
            [
                "page not found. check the title or space", "page instance could not be resolved",
                "page with title * not found", "pages not found or you do not have access",
            ],
            [
                .pageMissing: 0.44, .titleCase: 0.12, .spaceNotFound: 0.12, .pageRestricted: 0.16, .spaceNoAccess: 0.1,
                .pageTrashed: 0.06,
            ],
            means: "the toolkit found no such page in the space that it looked in",
            source: "elitea-sdk 0.11.27"),
        Symptom(
            "toolkit-wrapper", .faint, .confluence,
            ["pages not found. errors", "confluence api error: cannot fetch the page"],
            [.pageMissing: 0.5, .pageRestricted: 0.3, .spaceNoAccess: 0.2],
            means: "the toolkit's words around whatever went wrong with a page",
            source: "elitea-sdk 0.11.27"),
        Symptom(
            "nothing-found", .vague, .confluence,
            ["unable to find anything using query"],
            [
                .indexLag: 0.26, .spaceNoAccess: 0.24, .spaceNotFound: 0.2, .anonymous: 0.14, .resultLimits: 0.06,
                .pageMissing: 0.1,
            ],
            means: "the search worked and found nothing that this account may see",
            source: "elitea-sdk 0.11.27"),
        Symptom(
            "no-such-title", .vague, .anybody,
            ["list index out of range", "'nonetype' object is not subscriptable"],
            [
                .pageMissing: 0.34, .titleCase: 0.2, .pageRestricted: 0.2, .spaceNotFound: 0.1, .spaceNoAccess: 0.08,
                .loginInFront: 0.04, .pageTrashed: 0.04,
            ],
            means: "a client took the first of no results: there is no page of that title there for this account",
            source: "atlassian-api/atlassian-python-api#323"),
        Symptom(
            "title-taken", .stated, .confluence,
            [
                "a page with this title already exists", "page already exists with the title",
                "page with title * already exists", "page already exists with the same title", "title already exists",
                "same title already exists in this space", "already exists, please use other title",
                "page with the same title", "a page already exists with", "already exists in this space",
                "already exists in the space", "titles must be unique", "title must be unique", "duplicate page title",
                "duplicate title", "page titled '*' already exists", "page titled \"*\" already exists",
                "page title already exists", "es existiert bereits eine seite",
                "page with that title * {exists|already|is there}",
                "page with that name already",
            ],
            [.titleTaken: 0.78, .titleCase: 0.08, .pageRestricted: 0.05, .pageTrashed: 0.05, .pageArchived: 0.04],
            means: "a title may stand once in a space; the other page may be one that the account can't see",
            source: "docToolchain/docToolchain#435; elitea-sdk 0.11.27"),
        Symptom(
            "version-conflict", .stated, .confluence,
            [
                "version must be incremented", "optimisticlockexception", "conflictexception",
                "stale data object conflict", "staleobjectstateexception", "staleversionexception",
                "current version: [", "version * does not match the expected", "version conflict", "409 conflict",
                "edit conflict", "has been modified by another user", "409 client error", "version is not the latest",
                "not the latest version", "stale version", "version number must be", "must have a version",
                "version should be", "must supply an incremented version", "incremented version when updating",
                "optimisticlocking", "stalestateexception", "batch update returned unexpected row count",
            ],
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
            [
                "status=trashed", "page is in the trash", "content is trashed", "\"status\":\"trashed\"",
                "\"status\": \"trashed\"", "has been moved to the trash", "is in the trash", "status: trashed",
                "'status': 'trashed'", "trashed content", "'trashed'",
            ],
            [.pageTrashed: 0.94, .pageMissing: 0.06],
            means: "the page was deleted and lies in the space's trash",
            source: "Confluence's REST API, status of content"),
        Symptom(
            "page-archived", .stated, .confluence,
            [
                "page is archived", "page has been archived",
                "under archived pages",
                "content is archived", "cannot edit archived",
            ],
            [.pageArchived: 0.94, .spaceArchived: 0.06],
            means: "the page is archived: it can be restored, and not be changed",
            source: "Confluence Cloud's documentation of archived pages"),
        Symptom(
            "page-archived-status", .stated, .confluence,
            [
                "\"id\":\"*\"status\":\"archived\"", "\"id\": \"*\"status\": \"archived\"",
                "\"type\":\"page\",\"status\":\"archived\"",
            ],
            [.pageArchived: 0.95, .spaceArchived: 0.05],
            means: "the answer shows a page whose status is archived",
            source: "Confluence Cloud's documentation of archived pages"),
        Symptom(
            "page-draft", .strong, .confluence,
            [
                "can not find draft with current content", "is a draft", "unpublished draft", "\"status\":\"draft\"",
                "\"status\": \"draft\"", "'status': 'draft'",
                "draft content * not", "page is not published", "only exists as a draft",
            ],
            [.pageDraft: 0.5, .pageMissing: 0.26, .pageRestricted: 0.24],
            means: "there is no published page; atlassian-python-api says it for any 404 to an update",
            source: "atlassian-python-api 4.0.7, update_page"),
        Symptom(
            "other-space", .stated, .confluence,
            [
                "toolkit is restricted to confluence space", "but this toolkit is restricted to",
                "is outside its scope", "can't change an existing page's space", "page belongs to space",
                "belongs to an unknown space", "cannot move * {to another space|between spaces|across spaces}",
            ],
            [.pageOtherSpace: 1],
            means: "the page is in another space than the one that is asked for, and no request moves it",
            source: "elitea-sdk 0.11.27; sphinx-contrib/confluencebuilder#322"),
        Symptom(
            "restricted", .strong, .confluence,
            [
                "page is restricted", "restricted page", "page restrictions", "restricted content", "view restriction",
                "edit restriction", "viewing this page is restricted",
            ],
            [.pageRestricted: 0.9, .spaceNoAccess: 0.1],
            means: "a restriction on the page, or on one above it, keeps the account out",
            source: "Confluence's documentation of page restrictions"),
        Symptom(
            "no-view-permission", .strong, .confluence,
            ["does not have view permissions on", "does not have view permission on", "no view permission on"],
            [.pageRestricted: 0.6, .spaceNoAccess: 0.34, .pageMissing: 0.06],
            means: "Confluence itself says that the account may not see this page",
            source: "Confluence's PermissionException; Spenhouet/confluence-markdown-exporter#52"),
        Symptom(
            "outside-parent", .strong, .confluence,
            ["exists outside of the configured parent", "page name conflict"],
            [.titleTaken: 0.9, .pageMissing: 0.1],
            means: "a page of that title stands elsewhere in the space, not below the configured parent",
            source: "sphinx-contrib/confluencebuilder#1189"),
        Symptom(
            "other-parent", .strong, .confluence,
            [
                "did not find expected parent page in the tree", "unexpected ancestry tree", "ancestors * do not match",
                "outside the published page tree", "page exists under a different parent",
            ],
            [.titleTaken: 0.6, .pageMissing: 0.3, .pageRestricted: 0.1],
            means: "a page of this title stands elsewhere in the space, or its parents aren't those that were named",
            source: "kovetskiy/mark#430; kovetskiy/mark#524"),
    ]
}
