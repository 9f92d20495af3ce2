extension Schema {
    /// Templates of the site and of spaces, with their labels as JSON.
    static let templates = """
        CREATE TABLE templates (
          id INTEGER PRIMARY KEY, spaceID INTEGER REFERENCES spaces (id) ON DELETE CASCADE, name TEXT NOT NULL,
          description TEXT NOT NULL, body TEXT NOT NULL, labels TEXT NOT NULL
        );
        CREATE INDEX templates_of_spaces ON templates (spaceID);
        """

    /// What administrators did, newest last; the details are JSON as it was sent or recorded.
    static let audit = """
        CREATE TABLE audit_records (
          id INTEGER PRIMARY KEY, authorID INTEGER REFERENCES users (id), authorName TEXT NOT NULL,
          address TEXT NOT NULL, createdAt INTEGER NOT NULL, summary TEXT NOT NULL, description TEXT NOT NULL,
          category TEXT NOT NULL, isBySiteAdmin INTEGER NOT NULL, details TEXT NOT NULL
        );
        CREATE INDEX audit_by_date ON audit_records (createdAt);
        CREATE TABLE site_settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        """
}
