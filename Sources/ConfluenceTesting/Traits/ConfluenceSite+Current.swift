extension ConfluenceSite {
    @TaskLocal static var ofThisTest: ConfluenceSite?

    /// The site that the trait ``ConfluenceTrait`` gave to this test case.
    public static var current: ConfluenceSite {
        get throws {
            guard let site = ofThisTest else {
                throw Unknown(
                    """
                    this test has no Confluence site: give it, or its suite, a trait such as .confluence(.cloud), \
                    and ask for ConfluenceSite.current in the test's own task, not in a detached one
                    """)
            }
            return site
        }
    }
}
