extension Schema {
    /// The levels that people gave to content, and to its unpublished change beside it; the levels are the site's.
    static let classification = """
        CREATE TABLE classifications (
          contentID INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE, isDraft INTEGER NOT NULL,
          levelID TEXT NOT NULL, PRIMARY KEY (contentID, isDraft)
        ) WITHOUT ROWID;
        """
}
