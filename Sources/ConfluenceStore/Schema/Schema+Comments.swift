extension Schema {
    /// What comments have that other content has not. All comments of a thread lie below what they comment on; here
    /// stands which one answers which; what answers a comment
    /// that is removed answers the one above it.
    static let comments = """
        CREATE TABLE comments (
          contentID INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
          repliesTo INTEGER, isInline INTEGER NOT NULL,
          markerRef TEXT, selection TEXT, resolution TEXT NOT NULL, resolverID INTEGER REFERENCES users (id),
          resolvedAt INTEGER
        );
        CREATE INDEX comments_by_reply ON comments (repliesTo);
        CREATE TRIGGER replies_move_up BEFORE DELETE ON comments BEGIN
          UPDATE comments SET repliesTo = OLD.repliesTo WHERE repliesTo = OLD.contentID;
        END;
        """
}
