import ConfluenceWire

/// What a client sends to make or change a property.
struct PropertyDraft: Sendable {
    var key: String
    /// As JSON text.
    var value: String
    /// The number of the version that the client is about to make.
    var version: Int?
    var message: String
    var isMinorEdit: Bool

    /// The longest key and value, from the v1 description and `JsonPropertyValidator` of Data Center.
    private static let longestKey = 255
    private static let longestValue = 32768

    /// - Parameter key: The key that the path or the property itself gives; the body must not name another.
    init(_ call: Call, key known: String? = nil) throws(Refusal) {
        try self.init(call.body(), key: known)
    }

    init(_ json: JSON, key known: String?) throws(Refusal) {
        let named = json["key"]?.stringValue
        guard let key = known ?? named, !key.isEmpty else {
            throw Refusal(.requestInvalid, [.text: "A property key is required."], because: "the property has no key")
        }
        guard named == nil || named == key else {
            throw Refusal(
                .requestInvalid, [.text: "The property key in the body does not match the one in the path."],
                because: "the path names “\(key)”, the body “\(named ?? "")”")
        }
        guard key.count <= Self.longestKey else {
            throw Refusal(
                .requestInvalid, [.text: "The property key is longer than \(Self.longestKey) characters."],
                because: "the key has \(key.count) characters")
        }
        guard let value = json["value"] else {
            throw Refusal(
                .requestInvalid, [.text: "A property value is required."], because: "the property has no value")
        }
        self.key = key
        self.value = String(decoding: JSONWriter.compact(value), as: UTF8.self)
        guard self.value.count <= Self.longestValue else {
            throw Refusal(
                .propertyTooLarge, [.key: key, .current: String(Self.longestValue)],
                because: "the value has \(self.value.count) characters, \(Self.longestValue) are allowed")
        }
        version = json["version"]?["number"]?.integerValue.map { Int(clamping: $0) }
        message = json["version"]?["message"]?.stringValue ?? ""
        isMinorEdit = json["version"]?["minorEdit"]?.boolValue ?? false
    }
}
