import ConfluenceClient
import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Foundation

/// What follows from the configuration, the options and what was seen, taken together.
enum Conclusions {
    static func draw(
        from seen: [Evidence],
        _ configuration: ToolkitConfiguration,
        _ options: DiagnosisOptions,
        _ deployment: DeploymentKind,
        now: Date?
    ) -> [Evidence] {
        var conclusions: [Evidence] = []
        if configuration.verifiesCertificates == false, seen.contains(where: \.isCertificateTrouble) {
            conclusions.append(.verificationOff)
        }
        if isVersionTwoAmiss(configuration, deployment) { conclusions.append(.versionTwoOnDataCenter) }
        if isSentToHTTPS(seen, configuration) { conclusions.append(.plainHTTP) }
        if let end = endOfAccessToken(configuration, now) { conclusions.append(end) }
        if let product = foreignToken(seen, configuration, deployment) { conclusions.append(product) }
        conclusions += releaseWithout(seen, configuration)
        if deployment == .dataCenter, seen.contains(where: \.isRefusalOfBasic), seen.contains(where: \.isNoBearer) {
            conclusions.append(.noSchemeFits)
        }
        return conclusions + tools(configuration, options)
    }

    /// What is sent to the site, or was asked of it and answered 404, and came with a later release than the site's.
    private static func releaseWithout(_ seen: [Evidence], _ configuration: ToolkitConfiguration) -> [Evidence] {
        guard let identity = seen.identity, identity.kind == .dataCenter, let release = identity.version,
            let number = ReleaseNumber(release)
        else { return [] }
        let isMissed = { (part: ReleaseNumber.Part) in
            seen.contains { evidence in
                switch (part, evidence) {
                case (.api, .login(.addressUnknown, _)), (.search, .search(.unclear(404, _))): true
                default: false
                }
            }
        }
        var parts = [ReleaseNumber.Part.api, .search].filter(isMissed)
        if configuration.authentication.scheme == .bearer { parts.insert(.tokens, at: 0) }
        return parts.filter { number < $0.since }.map { .releaseWithout($0, release) }
    }

    /// At the gateway a Bearer token is one of OAuth's, most of which say when they end; some stand in the field beside it.
    private static func endOfAccessToken(_ configuration: ToolkitConfiguration, _ now: Date?) -> Evidence? {
        guard let now, configuration.isGateway else { return nil }
        switch configuration.authentication {
        case .bearer(let token), .basic(_, let token):
            return AccessToken(token)?.end.map { .accessTokenEnd($0, hasCome: $0 <= now) }
        case .cookies, .anonymous: return nil
        }
    }

    /// Whether version 2 is asked of a site that is no Cloud site: by its own answers or, before any, by its settings.
    private static func isVersionTwoAmiss(_ configuration: ToolkitConfiguration, _ deployment: DeploymentKind) -> Bool {
        guard configuration.resolvedAPIVersion == 2, !configuration.isCloud else { return false }
        if deployment == .dataCenter { return true }
        return deployment == .unknown && configuration.credential.hosting == .server
            && !HostName.isAtlassianCloud(configuration.credential.baseURL)
    }

    /// Tools that were asked for by name and can't be used as the toolkit is set.
    private static func tools(_ configuration: ToolkitConfiguration, _ options: DiagnosisOptions) -> [Evidence] {
        var conclusions: [Evidence] = []
        let selected = configuration.selectedTools
        let missing = options.tools.filter { !selected.isEmpty && !selected.contains($0) }
        if !missing.isEmpty { conclusions.append(.notSelected(missing)) }
        let offered = ToolkitTool.allCases.map(\.rawValue)
        if options.tools.isEmpty, !selected.isEmpty, selected.allSatisfy({ !offered.contains($0) }) {
            conclusions.append(.notSelected(selected.map { NearestWord.find(for: $0, in: offered) ?? $0 }))
        }
        let wanted = ToolkitTool.allCases.filter { tool in
            tool.group == .index && (selected + options.tools).contains(tool.rawValue)
        }
        var needs: [String] = []
        if !configuration.hasVectorStore { needs.append("a PgVector configuration") }
        if !configuration.hasEmbeddingModel { needs.append("an embedding model") }
        if !wanted.isEmpty, !needs.isEmpty {
            conclusions.append(
                .indexNotConfigured(tools: wanted.map(\.rawValue), needs: needs.joined(separator: " and ")))
        }
        return conclusions
    }

    /// Whether http was asked for and the site sends everybody to https, or listens there alone.
    private static func isSentToHTTPS(_ seen: [Evidence], _ configuration: ToolkitConfiguration) -> Bool {
        guard let address = try? configuration.clientAddress(), address.scheme == "http" else { return false }
        return seen.contains { evidence in
            switch evidence {
            case .site(.unrecognised(let answer, _), _):
                answer.contains("redirect to https://\(address.host)")
                    || FrontSigns.securePorts.contains(where: answer.contains)
            case .obstructed(let obstacle, .site): obstacle.kind == .connectionRefused && address.port == nil
            default: false
            }
        }
    }

    /// A token of Cloud on Data Center, or the other way round: on either, the other's is nobody's.
    private static func foreignToken(
        _ seen: [Evidence], _ configuration: ToolkitConfiguration, _ deployment: DeploymentKind
    ) -> Evidence? {
        for case .secretShape(let shape, let field) in seen {
            switch (shape, deployment) {
            case (.apiToken, .dataCenter), (.personalAccessToken, .cloud):
                return .slip(.foreign(shape.title), field: field, path: configuration.path(of: field))
            default: break
            }
        }
        return nil
    }
}

extension Evidence {
    fileprivate var isRefusalOfBasic: Bool {
        if case .login(.schemeRefused, .basic) = self { true } else { false }
    }

    fileprivate var isNoBearer: Bool {
        if case .repaired(let repair, worked: false) = self { repair.kind == .otherScheme } else { false }
    }

    fileprivate var isCertificateTrouble: Bool {
        guard case .obstructed(let obstacle, _) = self else { return false }
        return [.certificateExpired, .certificateUntrusted, .certificateWrongHost, .certificateWeak, .intercepted]
            .contains(obstacle.kind)
    }
}
