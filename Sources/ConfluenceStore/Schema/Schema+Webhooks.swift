extension Schema {
    /// Data Center's webhooks; their events are joined by blanks.
    static let webhooks = """
        CREATE TABLE webhooks (
          id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, url TEXT NOT NULL, secret TEXT,
          events TEXT NOT NULL, isActive INTEGER NOT NULL, verifiesTLS INTEGER NOT NULL, createdAt INTEGER NOT NULL,
          updatedAt INTEGER NOT NULL
        );
        """
}
