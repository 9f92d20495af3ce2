extension Schema {
    /// Who is told of changes to what, and who likes what.
    static let reactions = """
        CREATE TABLE content_watches (
          contentID INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
          userID INTEGER NOT NULL REFERENCES users (id), PRIMARY KEY (contentID, userID)
        ) WITHOUT ROWID;
        CREATE INDEX content_watches_by_user ON content_watches (userID, contentID);
        CREATE TABLE space_watches (
          spaceID INTEGER NOT NULL REFERENCES spaces (id) ON DELETE CASCADE,
          userID INTEGER NOT NULL REFERENCES users (id), PRIMARY KEY (spaceID, userID)
        ) WITHOUT ROWID;
        CREATE TABLE label_watches (
          label TEXT NOT NULL, userID INTEGER NOT NULL REFERENCES users (id), PRIMARY KEY (label, userID)
        ) WITHOUT ROWID;
        CREATE TABLE likes (
          contentID INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
          userID INTEGER NOT NULL REFERENCES users (id), likedAt INTEGER NOT NULL, PRIMARY KEY (contentID, userID)
        ) WITHOUT ROWID;
        """

    /// The states that people put on content, such as “In progress”; custom ones belong to who made them.
    static let contentStates = """
        CREATE TABLE custom_states (
          id INTEGER PRIMARY KEY, ownerID INTEGER NOT NULL REFERENCES users (id), name TEXT NOT NULL,
          color TEXT NOT NULL, UNIQUE (ownerID, name, color)
        );
        CREATE TABLE content_states (
          contentID INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE, stateID INTEGER NOT NULL,
          name TEXT NOT NULL, color TEXT NOT NULL, changedAt INTEGER NOT NULL
        );
        """

    /// A state that was taken away leaves the moment at which that happened.
    static let statesTakenAway = """
        CREATE TABLE states_with_gaps (
          contentID INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE, stateID INTEGER, name TEXT,
          color TEXT, changedAt INTEGER NOT NULL
        );
        INSERT INTO states_with_gaps SELECT contentID, stateID, name, color, changedAt FROM content_states;
        DROP TABLE content_states;
        ALTER TABLE states_with_gaps RENAME TO content_states;
        """

    /// Who ticked off a task where it stands; a body tells only that it is done.
    static let taskCompletions = """
        CREATE TABLE task_completions (
          contentID INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE, localID TEXT NOT NULL,
          userID INTEGER NOT NULL REFERENCES users (id), completedAt INTEGER NOT NULL,
          PRIMARY KEY (contentID, localID)
        ) WITHOUT ROWID;
        """
}
