extension Schema {
    /// The type that an app gave to its content, and whether the body is text that only the app can read.
    static let customContent = """
        ALTER TABLE content ADD COLUMN customType TEXT;
        ALTER TABLE content ADD COLUMN isRaw INTEGER;
        CREATE INDEX content_by_custom_type ON content (customType) WHERE customType IS NOT NULL;
        """
}
