import ConfluenceClient
import ConfluenceModel
import ConfluenceWire

/// Puts secrets into a configuration that an assistant wrote down, where it refers to them.
///
/// An assistant may be talked into anything by what it reads. So a secret that it only refers to goes to no host
/// but those which a person has named, and a file is read from no folder but the one that a person has named.
struct SecretReferences: Sendable {
    let world: AssistantWorld

    private static let howTo =
        "write “env:NAME” or “file:NAME” in its place, or pass the path of a configuration's file as “config”"

    /// The configuration with its references resolved.
    func resolve(_ configuration: JSON) throws(ToolRefusal) -> JSON {
        var isSecretUsed = false
        let resolved = try resolve(configuration, key: "", isSecretPlace: false, &isSecretUsed)
        if isSecretUsed { try checkHosts(in: configuration) }
        return resolved
    }

    private func resolve(
        _ value: JSON, key: String, isSecretPlace: Bool, _ isSecretUsed: inout Bool
    ) throws(ToolRefusal) -> JSON {
        switch value {
        case .object(let object):
            var written = JSONObject()
            for member in object {
                let isSecret = isSecretPlace || Self.isSecretName(member.key)
                written.append(
                    member.key, try resolve(member.value, key: member.key, isSecretPlace: isSecret, &isSecretUsed))
            }
            return .object(written)
        case .array(let elements):
            var written: [JSON] = []
            for element in elements {
                written.append(try resolve(element, key: key, isSecretPlace: isSecretPlace, &isSecretUsed))
            }
            return .array(written)
        case .string(let text):
            guard isSecretPlace else {
                guard !Self.looksSecret(text) else { throw Self.refusal(key) }
                return value
            }
            guard !text.isEmpty, !text.hasPrefix("{{") else { return value }
            isSecretUsed = true
            return .string(try secret(text, key: key))
        case .null, .bool, .integer, .number: return value
        }
    }

    private func secret(_ reference: String, key: String) throws(ToolRefusal) -> String {
        if reference.hasPrefix("env:") {
            let name = reference.dropFirst("env:".count)
            guard let value = world.environment[String(name)], !value.isEmpty else {
                throw ToolRefusal("“\(key)” refers to a variable that this server's environment doesn't have")
            }
            return value
        }
        guard reference.hasPrefix("file:") else { throw Self.refusal(key) }
        guard let folder = world.secretsFolder else {
            throw ToolRefusal("“\(key)” refers to a file; the server must be started with --secrets-dir for that")
        }
        let name = String(reference.dropFirst("file:".count))
        guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/"), !name.contains("\\"), !name.contains("\0")
        else {
            throw ToolRefusal("“\(key)” must name a file of the folder of secrets, without a path")
        }
        do {
            // A line feed at the end is the editor's, not the secret's.
            var bytes = try world.readFile("\(folder)/\(name)")
            while bytes.last == 0x0A || bytes.last == 0x0D { bytes.removeLast() }
            return String(decoding: bytes, as: UTF8.self)
        } catch {
            throw ToolRefusal("“\(key)” refers to a file that can't be read")
        }
    }

    /// Every address of the configuration must be one that secrets may be sent to.
    private func checkHosts(in value: JSON) throws(ToolRefusal) {
        switch value {
        case .object(let object):
            for member in object {
                if member.key == "base_url", let text = member.value.stringValue {
                    let host = HostName.host(of: text) ?? ""
                    guard world.hosts.contains(host) else {
                        throw ToolRefusal(
                            "secrets may not be sent to the host of this base_url: the person who starts the server must "
                                + "allow it with --host, or pass the path of a configuration's file as “config”")
                    }
                } else {
                    try checkHosts(in: member.value)
                }
            }
        case .array(let elements):
            for element in elements { try checkHosts(in: element) }
        case .null, .bool, .integer, .number, .string: break
        }
    }

    // MARK: What is secret

    static func isSecretName(_ key: String) -> Bool {
        key.lowercased().filter(\.isLetter) == "customheaders" || SecretName.isSecret(key)
    }

    /// Whether a text has the form of a secret, in a place where none belongs.
    static func looksSecret(_ text: String) -> Bool {
        text.contains("ATATT3") || text.contains("ATCTT3") || text.contains("ATSTT3") || text.contains("JSESSIONID=")
            || text.firstMatch(of: /:\/\/[^\/\s:@]+:[^\/\s@]+@/) != nil
            || text.firstMatch(of: /(?i)^(bearer|basic) +\S{8,}$/) != nil
    }

    static func refusal(_ key: String) -> ToolRefusal {
        let place = key.isEmpty || key.count > 40 || looksSecret(key) ? "an argument" : "“\(key)”"
        return ToolRefusal("\(place) holds a secret itself, which is refused: \(howTo)")
    }
}
