package import ConfluenceModel
package import Documents
import Foundation

/// Reads a site file: what a simulated site holds, as people write it.
package enum SiteFile {
    package static func read(_ node: DocumentNode) throws(DocumentError) -> SiteDefinition {
        let file: DocumentMapping
        do {
            file = try node.mapping(keys: keys)
        } catch {
            throw FileKind.error(error, of: node, expected: .site)
        }
        let name = try file.required("name").text()
        let deployment = try deployment(file)
        var reader = SiteReader()
        var settings = SiteSettings()
        if let node = file["settings"] {
            settings = settings.changed(by: try SettingsReader.read(node, for: deployment.kind))
        }
        var faults: [FaultChoice] = []
        for node in try file.list("faults") { faults.append(try FaultReader.read(node)) }
        let users = try reader.readUsers(file)
        let roles = try reader.readRoles(file, on: deployment.kind)
        let spaces = try reader.readSpaces(file)
        var site = SiteDefinition(
            name: name,
            deployment: deployment,
            host: try host(file.required("host")),
            contextPath: try contextPath(file, of: deployment),
            cloudID: try file.text("cloud-id") ?? StableID.uuid("site", name),
            settings: settings,
            faults: faults,
            users: users,
            spaces: spaces
        )
        site.customRoles = roles
        site.templates = try SiteReader.readTemplates(file.list("templates"))
        site.classificationLevels = try ClassificationReader.read(file, on: deployment.kind)
        site.answers = try AnswersReader.read(file.list("answers"))
        if let node = file["records"] {
            for key in ["users", "spaces", "size", "templates"] where file[key] != nil {
                throw node.error("“records” hold all that a site has; leave “\(key)” out")
            }
            site.records = try RecordsReader.read(node)
            site.users = site.records?.users ?? []
        }
        site.size = try file["size"].map { node throws(DocumentError) in try SizeReader.read(node) }
        return site
    }

    private static let keys = [
        "name", "deployment", "version", "host", "context-path", "cloud-id", "settings", "faults", "users", "roles",
        "spaces", "size", "records", "templates", "answers", "classification-levels",
    ]

    private enum Kind: String, CaseIterable {
        case cloud
        case dataCenter = "data-center"
    }

    private static func deployment(_ file: DocumentMapping) throws(DocumentError) -> Deployment {
        switch try file.required("deployment").word(Kind.self) {
        case .cloud:
            if let version = file["version"] { throw version.error("a Cloud site has no version, leave it out") }
            return .cloud
        case .dataCenter:
            let node = try file.required("version")
            guard let version = ProductVersion(try node.text()) else {
                throw node.error("a version such as 9.2.0 is expected")
            }
            return .dataCenter(version)
        }
    }

    private static func host(_ node: DocumentNode) throws(DocumentError) -> String {
        let host = try node.text()
        guard !host.isEmpty, host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) }) else {
            throw node.error("a host name such as acme.atlassian.net is expected, without https:// and path")
        }
        return host.lowercased()
    }

    private static func contextPath(
        _ file: DocumentMapping,
        of deployment: Deployment
    ) throws(DocumentError) -> String {
        guard let node = file["context-path"] else { return deployment == .cloud ? "/wiki" : "" }
        let path = try node.text()
        guard path.isEmpty || (path.hasPrefix("/") && !path.hasSuffix("/")) else {
            throw node.error("the context path begins with a slash and does not end with one, as /wiki does")
        }
        return path
    }
}

extension SiteFile {
    /// The site that a file on disk defines.
    ///
    /// - Throws: `DocumentError` with file, line and field.
    package static func read(path: String) throws -> SiteDefinition {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DocumentError(file: path, message: "the file can't be read")
        }
        return try read(DocumentReader.read(Array(data), file: path))
    }
}
