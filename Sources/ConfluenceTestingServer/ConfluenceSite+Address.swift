import ConfluenceModel
public import ConfluenceTesting

extension ConfluenceSite {
    @TaskLocal static var portOfThisTest: Int?

    /// The port at which the test's site listens.
    ///
    /// The port is an HTTP proxy as well: a client given it as `HTTP_PROXY` reaches the site by its own host name.
    public var port: Int {
        get throws {
            guard let port = Self.portOfThisTest else {
                throw Unknown(
                    """
                    this test's site listens at no port: put .listening behind the trait that gives the site, as in \
                    @Test(.confluence(.cloud), .listening)
                    """)
            }
            return port
        }
    }

    /// The address at which a client of this machine reaches the test's site: `http://127.0.0.1:PORT/CONTEXT`.
    public var localURL: String {
        get throws { "http://127.0.0.1:\(try port)\(definition.contextPath)" }
    }
}
