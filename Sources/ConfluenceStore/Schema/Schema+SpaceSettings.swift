extension Schema {
    /// What the administrators of a space choose for it, as text under a name, and what people mark as favourite.
    static let spaceSettings = """
        CREATE TABLE space_settings (
          spaceID INTEGER NOT NULL REFERENCES spaces (id) ON DELETE CASCADE, name TEXT NOT NULL, value TEXT NOT NULL,
          PRIMARY KEY (spaceID, name)
        ) WITHOUT ROWID;
        CREATE TABLE favourite_spaces (
          userID INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
          spaceID INTEGER NOT NULL REFERENCES spaces (id) ON DELETE CASCADE, createdAt INTEGER NOT NULL,
          PRIMARY KEY (userID, spaceID)
        ) WITHOUT ROWID;
        CREATE TABLE favourite_content (
          userID INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
          contentID INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE, createdAt INTEGER NOT NULL,
          PRIMARY KEY (userID, contentID)
        ) WITHOUT ROWID;
        """
}
