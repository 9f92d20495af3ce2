import ConfluenceModel

/// What a site is beside its content: all of its definition but the pages.
struct SiteHead: Codable, Sendable, Hashable {
    private var name: String
    private var deployment: Deployment
    private var host: String
    private var contextPath: String
    private var cloudID: String
    private var settings: SiteSettings
    private var faults: [FaultChoice]
    private var users: [UserDefinition]
    private var customRoles: [SpaceRoleDefinition]
    /// Optional, since data files of earlier releases say nothing of them.
    private var classificationLevels: [ClassificationLevelDefinition]?
    private var spaceKeys: [String]
    private var size: SiteSize?

    init(_ definition: SiteDefinition) {
        name = definition.name
        deployment = definition.deployment
        host = definition.host
        contextPath = definition.contextPath
        cloudID = definition.cloudID
        settings = definition.settings
        faults = definition.faults
        users = definition.users
        customRoles = definition.customRoles
        classificationLevels = definition.classificationLevels.isEmpty ? nil : definition.classificationLevels
        spaceKeys = definition.spaces.map(\.key)
        size = definition.size
    }

    /// The definition with spaces that are empty.
    var definition: SiteDefinition {
        var definition = SiteDefinition(
            name: name, deployment: deployment, host: host, contextPath: contextPath, cloudID: cloudID,
            settings: settings, faults: faults, users: users,
            spaces: spaceKeys.map { SpaceDefinition(key: $0, name: $0) })
        definition.customRoles = customRoles
        definition.classificationLevels = classificationLevels ?? []
        definition.size = size
        return definition
    }

    /// Names each part in which another differs, with both values where they are short.
    func differences(from other: SiteHead) -> [String] {
        func words(_ name: String, _ mine: some Equatable, _ others: some Equatable) -> String {
            "\(name) (\(mine) in the site file, \(others) in the data)"
        }
        func named(_ kind: String, _ mine: [String], _ others: [String], _ isEqual: (String) -> Bool) -> [String] {
            let names = mine + others.filter { !mine.contains($0) }
            let unlike = names.filter { mine.contains($0) != others.contains($0) || !isEqual($0) }
            return unlike.isEmpty ? [] : ["\(kind) \(unlike.joined(separator: ", "))"]
        }
        var differences: [String] = []
        if name != other.name { differences.append(words("name", name, other.name)) }
        if deployment != other.deployment { differences.append(words("deployment", deployment, other.deployment)) }
        if host != other.host { differences.append(words("host", host, other.host)) }
        if contextPath != other.contextPath {
            differences.append(words("context-path", "“\(contextPath)”", "“\(other.contextPath)”"))
        }
        if cloudID != other.cloudID { differences.append(words("cloud-id", cloudID, other.cloudID)) }
        if settings != other.settings { differences.append("settings") }
        if faults != other.faults { differences.append("faults") }
        differences += named("users", users.map(\.name), other.users.map(\.name)) { name in
            users.first { $0.name == name } == other.users.first { $0.name == name }
        }
        differences += named("roles", customRoles.map(\.name), other.customRoles.map(\.name)) { name in
            customRoles.first { $0.name == name } == other.customRoles.first { $0.name == name }
        }
        if classificationLevels != other.classificationLevels { differences.append("classification-levels") }
        if size != other.size { differences.append("size") }
        return differences + named("spaces", spaceKeys, other.spaceKeys) { _ in true }
    }
}
