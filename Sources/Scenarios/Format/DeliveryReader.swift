import Documents

/// Reads what a receiver of webhooks must have got.
enum DeliveryReader {
    static let patience = Duration.seconds(5)

    static func read(_ node: DocumentNode, receivers: [String]) throws(DocumentError) -> DeliveryExpectation {
        let fields = try node.mapping(keys: ["receiver", "event", "count", "json", "within"])
        let receiver = try fields.required("receiver")
        let name = try receiver.text()
        guard receivers.contains(name) else {
            guard !receivers.isEmpty else {
                throw receiver.error("the scenario has no receivers; name them as “receivers: [\(name)]”")
            }
            throw receiver.error(DocumentNode.unknown("receiver", name, among: receivers))
        }
        return DeliveryExpectation(
            receiver: name, event: try fields.text("event"), count: try fields["count"]?.count(0...1000),
            json: try ExpectationReader.paths(fields["json"]),
            within: try fields["within"]?.positiveTime() ?? patience)
    }
}
