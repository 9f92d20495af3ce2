import ConfluenceWire

/// Which proxy a request goes through, decided as Python's `requests` decides it.
struct ProxyRules: Sendable {
    private let fixed: Proxy?
    private let environment: [String: String]

    init(proxy: WebAddress?, login: BasicCredentials? = nil, environment: [String: String]) {
        fixed = proxy.map { Proxy($0, authorization: login) }
        self.environment = environment
    }

    func route(to address: WebAddress) throws(TransportFailure) -> Route {
        guard let proxy = try proxy(for: address) else { return .direct }
        return address.scheme == "https" ? .tunnel(proxy) : .forward(proxy)
    }

    private func proxy(for address: WebAddress) throws(TransportFailure) -> Proxy? {
        if let fixed { return fixed }
        if isExempt(address) { return nil }
        for name in ["\(address.scheme)_proxy", "all_proxy"] {
            guard let (variable, value) = variable(name) else { continue }
            do {
                return try Proxy(parsing: value)
            } catch {
                throw .proxy(reason: "the address in \(variable) can't be used: \(error.reason)")
            }
        }
        return nil
    }

    /// Whether `NO_PROXY` names the host, or a domain it belongs to, or a network it is in.
    private func isExempt(_ address: WebAddress) -> Bool {
        guard let (_, value) = variable("no_proxy") else { return false }
        for entry in value.split(separator: ",") {
            let name = entry.filter { !$0.isWhitespace }.lowercased()
            if name == "*" { return true }
            if let network = IPv4Network(name), let host = IPv4Network(address.host) {
                if network.contains(host) { return true }
                continue
            }
            let suffix = name.hasPrefix(".") ? String(name.dropFirst()) : name
            guard !suffix.isEmpty else { continue }
            for candidate in [address.host, "\(address.host):\(address.effectivePort)"]
            where candidate == suffix || candidate.hasSuffix("." + suffix) {
                return true
            }
        }
        return false
    }

    /// The variable under its small name, else under its capital one; an empty one counts as absent.
    private func variable(_ name: String) -> (name: String, value: String)? {
        for name in [name, name.uppercased()] {
            if let value = environment[name], !value.isEmpty { return (name, value) }
        }
        return nil
    }
}

/// An IPv4 address, or a range of them: `10.0.0.0/8`.
struct IPv4Network: Equatable {
    private var bits: UInt32
    private var length: UInt32

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        guard numbers.count == 4, parts.count <= 2 else { return nil }
        bits = 0
        for number in numbers {
            guard let number else { return nil }
            bits = bits << 8 | UInt32(number)
        }
        length = 32
        if parts.count == 2 {
            guard let given = UInt32(parts[1]), given <= 32 else { return nil }
            length = given
        }
    }

    func contains(_ other: IPv4Network) -> Bool {
        // A shift by the whole width gives zero in Swift: a network of length 0 holds every address.
        let mask = UInt32.max << (32 - length)
        return other.length >= length && bits & mask == other.bits & mask
    }
}
