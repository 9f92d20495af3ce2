/// What searches go through besides the content itself.
extension Schema {
    /// Titles have an index of their own, so that a search by title doesn't walk through what bodies hold; spaces have
    /// one, so that they don't stand among the content. The two tables of terms list the words of the indexes.
    static let searchIndexes = """
        CREATE VIRTUAL TABLE title_index USING fts5 (title, tokenize = "english");
        CREATE VIRTUAL TABLE space_index USING fts5 (title, body, labels, tokenize = "english");
        CREATE VIRTUAL TABLE content_terms USING fts5vocab (content_index, instance);
        CREATE VIRTUAL TABLE space_terms USING fts5vocab (space_index, instance);
        CREATE INDEX content_of_space ON content (spaceID);
        CREATE INDEX content_by_creation ON content (createdAt);
        CREATE INDEX content_by_creator ON content (creatorID);
        CREATE INDEX content_besides_pages ON content (kind) WHERE kind != 'page';
        CREATE INDEX content_labels_by_label ON content_labels (labelID, contentID);
        CREATE INDEX content_versions_by_author ON content_versions (authorID, contentID);
        """

    /// What bodies hold that queries ask for: the macros and the people mentioned in each present version.
    static let bodyParts = """
        CREATE TABLE content_macros (
          name TEXT NOT NULL, contentID INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
          PRIMARY KEY (name, contentID)
        ) WITHOUT ROWID;
        CREATE INDEX content_macros_by_content ON content_macros (contentID, name);
        CREATE TABLE content_mentions (
          userID INTEGER NOT NULL REFERENCES users (id),
          contentID INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE, PRIMARY KEY (userID, contentID)
        ) WITHOUT ROWID;
        CREATE INDEX content_mentions_by_content ON content_mentions (contentID, userID);
        """

    /// What search still finds although it was removed, where the site lets it stay behind.
    static let removalQueue = """
        CREATE TABLE removal_queue (contentID INTEGER PRIMARY KEY, dueAt INTEGER NOT NULL);
        """
}
