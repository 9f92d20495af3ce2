extension Schema {
    /// What kind of page a page is, where it is not an ordinary one.
    static let subtypes = """
        ALTER TABLE content ADD COLUMN subtype TEXT;
        CREATE INDEX content_by_subtype ON content (subtype) WHERE subtype IS NOT NULL;
        """
}
