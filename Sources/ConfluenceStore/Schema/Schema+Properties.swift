extension Schema {
    /// What clients keep of accounts, whoever they are.
    static let userProperties = """
        CREATE TABLE user_properties (
          id INTEGER PRIMARY KEY, userID INTEGER NOT NULL REFERENCES users (id), key TEXT NOT NULL, value TEXT NOT NULL,
          createdAt INTEGER NOT NULL, modifiedAt INTEGER NOT NULL, UNIQUE (userID, key)
        );
        """

    /// What apps keep on content and on spaces: JSON under a key, in its present version.
    static let properties = """
        CREATE TABLE properties (
          id INTEGER PRIMARY KEY,
          contentID INTEGER REFERENCES content (id) ON DELETE CASCADE,
          spaceID INTEGER REFERENCES spaces (id) ON DELETE CASCADE,
          key TEXT NOT NULL, value TEXT NOT NULL, createdAt INTEGER NOT NULL,
          creatorID INTEGER NOT NULL REFERENCES users (id), version INTEGER NOT NULL, modifiedAt INTEGER NOT NULL,
          modifierID INTEGER NOT NULL REFERENCES users (id), message TEXT NOT NULL, isMinorEdit INTEGER NOT NULL
        );
        CREATE UNIQUE INDEX properties_of_content ON properties (contentID, key) WHERE contentID IS NOT NULL;
        CREATE UNIQUE INDEX properties_of_spaces ON properties (spaceID, key) WHERE spaceID IS NOT NULL;
        """

    /// Labels of spaces, which Data Center calls categories.
    static let spaceLabels = """
        CREATE TABLE space_labels (
          spaceID INTEGER NOT NULL REFERENCES spaces (id) ON DELETE CASCADE,
          labelID INTEGER NOT NULL REFERENCES labels (id), PRIMARY KEY (spaceID, labelID)
        ) WITHOUT ROWID;
        """
}
