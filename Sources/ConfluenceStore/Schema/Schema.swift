import GRDB

/// The tables of a site. Instants are milliseconds since 1970; subjects are texts such as `group:team`.
enum Schema {
    static func migrator() -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("accounts") { try $0.execute(sql: accounts) }
        migrator.registerMigration("spaces and content") { try $0.execute(sql: content) }
        migrator.registerMigration("restrictions") { try $0.execute(sql: restrictions) }
        migrator.registerMigration("full-text index") { try $0.execute(sql: index) }
        migrator.registerMigration("roles") { try $0.execute(sql: roles) }
        migrator.registerMigration("index queue") { try $0.execute(sql: indexQueue) }
        migrator.registerMigration("properties") { try $0.execute(sql: properties) }
        migrator.registerMigration("labels of spaces") { try $0.execute(sql: spaceLabels) }
        migrator.registerMigration("comments") { try $0.execute(sql: comments) }
        migrator.registerMigration("watches and likes") { try $0.execute(sql: reactions) }
        migrator.registerMigration("states of content") { try $0.execute(sql: contentStates) }
        migrator.registerMigration("site record") { try $0.execute(sql: siteRecord) }
        migrator.registerMigration("space settings") { try $0.execute(sql: spaceSettings) }
        migrator.registerMigration("templates") { try $0.execute(sql: templates) }
        migrator.registerMigration("audit log") { try $0.execute(sql: audit) }
        migrator.registerMigration("webhooks") { try $0.execute(sql: webhooks) }
        migrator.registerMigration("drafts") { try $0.execute(sql: drafts) }
        migrator.registerMigration("search") { try $0.execute(sql: searchIndexes + bodyParts + removalQueue) }
        migrator.registerMigration("states taken away") { try $0.execute(sql: statesTakenAway) }
        migrator.registerMigration("tasks ticked off") { try $0.execute(sql: taskCompletions) }
        migrator.registerMigration("properties of users") { try $0.execute(sql: userProperties) }
        migrator.registerMigration("custom content") { try $0.execute(sql: customContent) }
        migrator.registerMigration("classification") { try $0.execute(sql: classification) }
        migrator.registerMigration("subtypes") { try $0.execute(sql: subtypes) }
        migrator.registerMigration("owners of labels") { try $0.execute(sql: labelOwners) }
        migrator.registerMigration("time zones of users") { try $0.execute(sql: timeZones) }
        return migrator
    }

    /// A database that holds the tables and nothing else; every site in memory begins as a copy of it.
    static let blank = Result {
        let database = try MemoryDatabase()
        try database.queue.inDatabase { try $0.execute(sql: "PRAGMA application_id = \(applicationID)") }
        try migrator().migrate(database.queue)
        return database.image
    }

    /// Tells the database from those of other programs: “CDoc”.
    static let applicationID = 0x4344_6F63

    private static let accounts = """
        CREATE TABLE users (
          id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, displayName TEXT NOT NULL,
          email TEXT NOT NULL COLLATE NOCASE, accountID TEXT NOT NULL, userKey TEXT NOT NULL, password TEXT,
          isActive INTEGER NOT NULL, isLicensed INTEGER NOT NULL, isSiteAdmin INTEGER NOT NULL,
          kind TEXT NOT NULL
        );
        CREATE INDEX users_by_email ON users (email);
        CREATE INDEX users_by_account_id ON users (accountID);
        CREATE INDEX users_by_user_key ON users (userKey);
        CREATE TABLE groups (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE memberships (
          userID INTEGER NOT NULL REFERENCES users (id), groupID INTEGER NOT NULL REFERENCES groups (id),
          PRIMARY KEY (userID, groupID)
        ) WITHOUT ROWID;
        CREATE TABLE tokens (
          id INTEGER PRIMARY KEY, ownerID INTEGER NOT NULL REFERENCES users (id), name TEXT NOT NULL,
          kind TEXT NOT NULL, value TEXT NOT NULL, isRevoked INTEGER NOT NULL, revokedAt INTEGER, expiresAt INTEGER,
          scopes TEXT NOT NULL, createdAt INTEGER NOT NULL
        );
        CREATE INDEX tokens_by_value ON tokens (value);
        """

    /// A content's `guardID` names the nearest of itself and its ancestors whose viewing is restricted. The indexes by
    /// change and by space hold all that a search's scope and its viewer's filter look at.
    private static let content = """
        CREATE TABLE numbering (next INTEGER NOT NULL);
        CREATE TABLE spaces (
          id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, description TEXT NOT NULL,
          kind TEXT NOT NULL, isArchived INTEGER NOT NULL, homepageID INTEGER, createdAt INTEGER NOT NULL,
          creatorID INTEGER REFERENCES users (id)
        );
        CREATE INDEX spaces_by_key_ignoring_case ON spaces (key COLLATE NOCASE);
        CREATE TABLE space_permissions (
          spaceID INTEGER NOT NULL REFERENCES spaces (id), subject TEXT NOT NULL, operation TEXT NOT NULL,
          PRIMARY KEY (operation, subject, spaceID)
        ) WITHOUT ROWID;
        CREATE TABLE content (
          id INTEGER PRIMARY KEY, kind TEXT NOT NULL, status TEXT NOT NULL, title TEXT NOT NULL,
          titleKey TEXT NOT NULL, spaceID INTEGER NOT NULL REFERENCES spaces (id),
          parentID INTEGER REFERENCES content (id) ON DELETE SET NULL, position INTEGER NOT NULL,
          createdAt INTEGER NOT NULL, creatorID INTEGER NOT NULL REFERENCES users (id),
          version INTEGER NOT NULL, modifiedAt INTEGER NOT NULL, fileID TEXT, guardID INTEGER
        );
        CREATE INDEX content_by_title ON content (titleKey, spaceID);
        CREATE INDEX content_by_parent ON content (parentID, kind, position);
        CREATE INDEX content_by_change ON content (modifiedAt, kind, status, spaceID, guardID, parentID);
        CREATE INDEX content_by_space ON content (spaceID, modifiedAt, kind, status, guardID, parentID);
        CREATE TABLE content_versions (
          contentID INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE, number INTEGER NOT NULL,
          title TEXT NOT NULL, body TEXT NOT NULL, createdAt INTEGER NOT NULL,
          authorID INTEGER NOT NULL REFERENCES users (id), message TEXT NOT NULL, isMinorEdit INTEGER NOT NULL,
          PRIMARY KEY (contentID, number)
        );
        CREATE TABLE attachment_versions (
          contentID INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE, number INTEGER NOT NULL,
          mediaType TEXT NOT NULL, size INTEGER NOT NULL, comment TEXT NOT NULL, data BLOB NOT NULL,
          PRIMARY KEY (contentID, number)
        );
        CREATE TABLE labels (
          id INTEGER PRIMARY KEY, prefix TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (name, prefix)
        );
        CREATE TABLE content_labels (
          contentID INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
          labelID INTEGER NOT NULL REFERENCES labels (id), PRIMARY KEY (contentID, labelID)
        );
        """

    /// `viewers` and the two tables below it hold what was worked out for viewers since a right last changed: the spaces
    /// that each may view, and the restricted content that it may not.
    private static let restrictions = """
        CREATE TABLE restrictions (
          contentID INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
          operation TEXT NOT NULL, subject TEXT NOT NULL, PRIMARY KEY (contentID, operation, subject)
        ) WITHOUT ROWID;
        CREATE TABLE viewers (id INTEGER PRIMARY KEY, subjects TEXT NOT NULL UNIQUE);
        CREATE TABLE viewer_spaces (
          viewerID INTEGER NOT NULL, spaceID INTEGER NOT NULL, PRIMARY KEY (viewerID, spaceID)
        ) WITHOUT ROWID;
        CREATE TABLE closed_guards (
          viewerID INTEGER NOT NULL, guardID INTEGER NOT NULL, PRIMARY KEY (viewerID, guardID)
        ) WITHOUT ROWID;
        """

    /// What a role allows stands in `space_permissions` like any other grant; here stands only that it is a role's.
    private static let roles = """
        CREATE TABLE role_assignments (
          spaceID INTEGER NOT NULL REFERENCES spaces (id), subject TEXT NOT NULL, role TEXT NOT NULL,
          PRIMARY KEY (spaceID, subject)
        ) WITHOUT ROWID;
        """

    /// What search does not know yet, where the site lets it stay behind.
    private static let indexQueue = """
        CREATE TABLE index_queue (
          contentID INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL, dueAt INTEGER NOT NULL
        );
        """

    /// The index keeps the plain text it was made from: excerpts are cut out of it. Its rows carry the content's id.
    private static let index = """
        CREATE VIRTUAL TABLE content_index USING fts5 (
          title, body, labels, tokenize = "english"
        );
        """

    /// What a data file holds of its site beside the content.
    private static let siteRecord =
        "CREATE TABLE site_record (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"
}
