extension Schema {
    /// By which zones accounts read dates, where it is not the site's own.
    static let timeZones = """
        ALTER TABLE users ADD COLUMN timeZone TEXT;
        """
}
