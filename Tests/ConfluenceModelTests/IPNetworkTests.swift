import ConfluenceModel
import Testing

@Suite("IP networks")
struct IPNetworkTests {
    @Test(
        "an address lies inside or outside",
        arguments: [
            ("203.0.113.0/24", "203.0.113.77", true), ("203.0.113.0/24", "203.0.114.1", false),
            ("10.1.2.3", "10.1.2.3", true), ("10.1.2.3", "10.1.2.4", false), ("0.0.0.0/0", "8.8.8.8", true),
            ("2001:db8::/32", "2001:db8:1::5", true), ("2001:db8::/32", "2001:db9::5", false), ("::1", "::1", true),
            ("10.0.0.0/8", "::1", false),
        ])
    func contains(network: String, address: String, isInside: Bool) throws {
        #expect(try #require(IPNetwork(network)).contains(address) == isInside)
    }

    @Test(
        "what is no network is none",
        arguments: ["", "10.0.0", "10.0.0.256", "10.0.0.0/33", "1:2:3", "::1::", "a.b.c.d"])
    func malformed(text: String) {
        #expect(IPNetwork(text) == nil)
    }
}
