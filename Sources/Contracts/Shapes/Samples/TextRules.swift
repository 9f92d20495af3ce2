/// Which members of an answer hold words of the product, which hold what people wrote, and which hold identifiers.
enum TextRules {
    /// Members whose texts people choose: no format of theirs means anything.
    static let free: Set<String> = [
        "title", "name", "displayName", "publicName", "label", "key", "value", "message", "comment", "description",
        "excerpt",
        "text", "query", "cqlQuery", "filename", "fileName", "originalSelection", "inlineOriginalSelection", "summary",
        "body",
        "username", "friendlyLastModified", "detail", "reason", "error", "plain", "alias", "spaceKey", "timeZone",
        "locale",
        "inline-original-selection", "body_text", "containerTitle", "author", "remoteAddress", "content", "translation",
    ]

    /// Members that tell what something is: Atlassian's descriptions give them a list of words.
    static let worded: Set<String> = [
        "type", "status", "representation", "operation", "operationKey", "targetType", "accountType", "accountStatus",
        "prefix",
        "spaceType", "entityType", "resolutionStatus", "parentType", "contentType", "subtype", "jobState", "jobScope",
        "jobOperation", "principalType", "templateType", "usageType", "accessMode", "authorType", "editor",
        "spaceAccess",
        "contentStatus", "userStatus", "mode", "state", "lookAndFeelType", "managedBy", "outcome", "units", "location",
    ]

    /// Members whose value, or the end of whose name, says which thing is meant.
    static func isIdentifier(_ name: String) -> Bool {
        name == "id" || name.hasSuffix("Id") || name.hasSuffix("ID") || name == "key" || name == "userKey"
            || name == "spaceKey"
            || name == "accountId" || name == "ids"
    }

    /// The words that may stand in a lock: those that Atlassian's API descriptions list, and that answers were seen to use.
    static let words: Set<String> = Set(
        """
        page blogpost comment attachment space user group folder whiteboard database embed application app atlassian customer \
        known anonymous unknown global personal team my system collaboration knowledge_base onboarding custom theme \
        xflow_sample_space current draft trashed archived deleted historical active inactive closed open reopened resolved \
        dangling complete incomplete live storage view export_view styled_view editor editor2 wiki plain raw \
        atlas_doc_format anonymous_export_view administer archive clear_permissions copy create create_space delete export move \
        purge purge_version read restore restrict_content update use footer inline footer-comment inline-comment content \
        existing_page parent_content parent_page role source target userProfile page_template site-admin external internal \
        ALL ALL_EXCEPT_PERSONAL ALL_EXCEPT_SPECIFIC PERSONAL SPECIFIC USER GROUP GUEST APP ANONYMOUS ROLE TEAM \
        ALL_LICENSED_USERS_USER_CLASS ALL_PRODUCT_ADMINS_USER_CLASS ACCESS_CLASS SITE SPACE SYSTEM CUSTOM BACKUP RESTORE \
        QUEUED PROCESSING COMPLETING FINISHED FAILED CANCELLED CANCELLING COMPLETED IN_PROGRESS RERUNNING WORKING \
        PRE_ROLES ROLES ROLES_TRANSITION READ_WRITE READ_ONLY ERROR FAILURE SUCCESS ADMINS EXTERNAL OPEN TEAM_MEMBERS \
        YEARS MONTHS DAYS HOURS MINUTES SECONDS v1 v2
        """.split(separator: " ").map(String.init))
}
