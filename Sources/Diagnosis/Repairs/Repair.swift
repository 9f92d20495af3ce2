import ConfluenceModel
package import ConfluenceToolkit
import ConfluenceWire

/// A configuration with one thing changed, to see whether that one thing was to blame.
package struct Repair: Sendable, Hashable {
    package var kind: Kind

    /// In words that hold no secret: "the API key without the line feed (U+000A) at its end".
    package var change: String
    package var configuration: ToolkitConfiguration

    package init(kind: Kind, change: String, configuration: ToolkitConfiguration) {
        self.kind = kind
        self.change = change
        self.configuration = configuration
    }

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case cleanAddress
        case mendedAddress
        case otherHosting
        case otherPath
        case cleanSecret
        case otherScheme
        case cleanKey
        case keyCase
        case keyOfName
        case unquoted
        case withoutScheme
        case withoutUser
        case decoded
        case once
        case otherSecret
        case otherCharset
        case withoutHeaders
        case secureAddress
        case trimmedAddress
        case withoutLogin
        case keyInText
        case personalKey

        /// Whether it sends the text of the secret otherwise than it is written.
        var isOfSecretText: Bool {
            [.cleanSecret, .unquoted, .withoutScheme, .withoutUser, .decoded, .once].contains(self)
        }

        /// Whether it sends another secret, or the same one in another way.
        var isOfSecret: Bool { isOfSecretText || [.otherScheme, .otherSecret, .otherCharset].contains(self) }

        /// The question that failed and is put again.
        package var question: Question {
            switch self {
            case .cleanAddress, .mendedAddress, .trimmedAddress, .secureAddress, .otherHosting, .otherPath: .site
            case .cleanSecret, .unquoted, .withoutScheme, .withoutUser, .decoded, .once, .otherSecret, .otherCharset,
                .withoutHeaders, .withoutLogin, .otherScheme:
                .login
            case .cleanKey, .keyInText, .keyCase, .keyOfName, .personalKey: .space
            }
        }
    }
}

extension Repair {
    /// What is sent to try the repair.
    ///
    /// A stray character may do no harm before a change of scheme and be the next fault after it. The change is
    /// tried without it, so that one fault doesn't hide the other, and it is looked for in turn.
    var trial: ToolkitConfiguration {
        guard kind == .otherScheme else { return configuration }
        let evidence = ConfigurationLint.evidence(in: configuration)
        let clean = evidence.reduce(configuration) { cleaned, seen in
            guard case .strayCharacters(let field, _, _, false) = seen, field != .baseURL, field != .spaceKey else {
                return cleaned
            }
            return cleaned.cleaned(field)
        }
        // A pair that was pasted goes by Basic: taking it apart would undo the change that is to be tried.
        let apart = Self.secretRepairs(clean, ConfigurationLint.evidence(in: clean)).first?.configuration
        guard let apart, apart.authentication.scheme == clean.authentication.scheme else { return clean }
        return apart
    }

    /// The repairs that make sense for a configuration after what was seen.
    static func offered(for configuration: ToolkitConfiguration, after evidence: [Evidence]) -> [Repair] {
        var repairs: [Repair] = []
        repairs += cleanedText(configuration, evidence)
        repairs += secretRepairs(configuration, evidence)
        repairs += evidence.compactMap { seen -> Repair? in
            switch seen {
            case .trailingCharacters: trimmedAddress(configuration)
            case .plainHTTP: secureAddress(configuration)
            case .keyInText(let key): otherKey(.keyInText, configuration, key)
            case .visibleSpaces(.personal(let key), _): otherKey(.personalKey, configuration, key)
            case .malformedAddress, .quotedAddress: mendedAddress(configuration)
            case .loginInAddress: withoutLogin(configuration)
            case .otherPaths(let found?): otherPath(configuration, found.description)
            case .site(.hostingContradicted, _), .site(.elsewhere, _), .site(.unrecognised, _):
                otherHosting(configuration, isCloud: evidence.identity?.kind == .cloud)
            case .visibleSpaces(.otherCase(let key), _): otherKey(.keyCase, configuration, key)
            case .visibleSpaces(.name(let key), _): otherKey(.keyOfName, configuration, key)
            default: nil
            }
        }
        if let repair = otherScheme(configuration, isCloud: evidence.identity?.kind == .cloud) {
            repairs.append(repair)
        }
        return repairs
    }

    private static func mendedAddress(_ configuration: ToolkitConfiguration) -> Repair? {
        AddressForm.mended(configuration.credential.baseURL).map {
            Repair(
                kind: .mendedAddress, change: "the base URL written as “\($0)”",
                configuration: configuration.with(\.credential.baseURL, $0))
        }
    }

    /// What the credential's own field holds is sent once nothing takes its place.
    private static func withoutLogin(_ configuration: ToolkitConfiguration) -> Repair {
        let base = AddressForm.withoutLogin(configuration.credential.baseURL)
        return Repair(
            kind: .withoutLogin, change: "the base URL “\(base)”, so that the credential itself is sent",
            configuration: configuration.with(\.credential.baseURL, base))
    }

    private static func trimmedAddress(_ configuration: ToolkitConfiguration) -> Repair? {
        AddressForm.withoutTrailingCharacters(configuration.credential.baseURL.trimmingEdges()).map {
            Repair(
                kind: .trimmedAddress, change: "the base URL “\($0)”",
                configuration: configuration.with(\.credential.baseURL, $0))
        }
    }

    /// Only ever from http to https: the other way a secret would be shown to everybody on the line.
    private static func secureAddress(_ configuration: ToolkitConfiguration) -> Repair? {
        let base = configuration.credential.baseURL.trimmingEdges()
        guard base.lowercased().hasPrefix("http://") else { return nil }
        let secure = "https://" + base.dropFirst("http://".count)
        return Repair(
            kind: .secureAddress, change: "the base URL “\(secure)”",
            configuration: configuration.with(\.credential.baseURL, secure))
    }

    private static func otherPath(_ configuration: ToolkitConfiguration, _ base: String) -> Repair {
        Repair(
            kind: .otherPath, change: "the base URL “\(base)”",
            configuration: configuration.with(\.credential.baseURL, base))
    }

    /// The hosting that the site's own answers call for; on a guess, the one that is not set.
    private static func otherHosting(_ configuration: ToolkitConfiguration, isCloud: Bool) -> Repair {
        // A Cloud site of another name than most is called where it is by “Auto”.
        let hosting: Hosting =
            isCloud && !configuration.keepsAddressAsCloud ? .auto : configuration.isCloud ? .server : .cloud
        var changed = configuration
        changed.cloudFlag = nil
        changed.credential.hosting = hosting
        return Repair(kind: .otherHosting, change: "the hosting “\(hosting.rawValue)”", configuration: changed)
    }

    private static func otherKey(_ kind: Kind, _ configuration: ToolkitConfiguration, _ key: String) -> Repair {
        Repair(kind: kind, change: "the space key “\(key)”", configuration: configuration.with(\.spaceKey, key))
    }

    /// Basic in place of Bearer or the other way round; on Cloud only Basic is right, but for OAuth at the gateway.
    static func otherScheme(_ configuration: ToolkitConfiguration, isCloud: Bool) -> Repair? {
        var changed = configuration
        let user = configuration.credential.username ?? ""
        switch configuration.authentication {
        case .bearer(let secret) where !user.isEmpty:
            changed.credential.token = nil
            changed.credential.apiKey = secret
            return Repair(
                kind: .otherScheme, change: "the token sent as the API key of “\(user)” (Basic)", configuration: changed
            )
        case .basic, .anonymous:
            guard let secret = configuration.credential.apiKey, !secret.isEmpty,
                !isCloud || (configuration.isGateway && AccessToken(secret) != nil)
            else { return nil }
            changed.credential.apiKey = nil
            changed.credential.token = secret
            return Repair(kind: .otherScheme, change: "the API key sent as a token (Bearer)", configuration: changed)
        default:
            return nil
        }
    }
}
