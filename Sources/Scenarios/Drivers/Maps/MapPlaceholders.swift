import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// What a tool map's placeholders stand for, apart from a call's arguments and an answer's parts.
struct MapPlaceholders: Sendable {
    /// Names that hold a secret: they may stand in the server's environment and headers, and nowhere else.
    static let secrets = ["api_key", "token"]
    /// Names that stand for something of the configuration or of the way to the site.
    static let names = ["base_url", "username", "space_key", "ca", "proxy", "port", "folder", "drivers"]
    /// The beginning of names that lead into the toolkit's settings.
    static let settings = "settings."

    private let values: [String: String]
    private let settings: JSON

    /// - Parameters:
    ///   - folder: Where the map is.
    ///   - drivers: Where prepared drivers are.
    init(setup: DriverSetup, port: Int?, folder: String, drivers: String) {
        let configuration = setup.configuration
        let credential = configuration.credential
        var values: [String: String] = ["base_url": credential.baseURL, "folder": folder, "drivers": drivers]
        values["username"] = credential.username
        values["api_key"] = credential.apiKey?.revealed(for: .driver)
        values["token"] = credential.token?.revealed(for: .driver)
        values["space_key"] = configuration.spaceKey
        values["ca"] = setup.authorityFile
        values["proxy"] = setup.proxy
        values["port"] = port.map(String.init)
        // An empty text in a configuration means that there is nothing.
        self.values = values.filter { !$0.value.isEmpty }
        settings = setup.document["settings"] ?? setup.document
    }

    /// `nil` where the name is none of these, or stands for nothing in this configuration.
    func value(of name: String) -> JSON? {
        if let value = values[name] { return .string(value) }
        guard name.hasPrefix(Self.settings) else { return nil }
        let path = try? JSONPath(parsing: String(name.dropFirst(Self.settings.count)))
        guard let found = path?.value(in: settings), found != .null else { return nil }
        return found
    }

    /// For the server's start: nothing but these names.
    var template: MapTemplate { MapTemplate(value: value) }
}
