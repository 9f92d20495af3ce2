extension Schema {
    /// What people have changed of content that is current, and not published yet: at most one draft for each.
    static let drafts = """
        CREATE TABLE drafts (
          contentID INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE, title TEXT NOT NULL,
          body TEXT NOT NULL, savedAt INTEGER NOT NULL, authorID INTEGER NOT NULL REFERENCES users (id),
          message TEXT NOT NULL
        );
        """
}
