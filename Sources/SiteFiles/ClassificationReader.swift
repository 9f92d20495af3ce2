import ConfluenceModel
import ConfluenceWire
import Documents

/// Reads and writes the classification levels of a Cloud site.
enum ClassificationReader {
    static func read(
        _ file: DocumentMapping, on deployment: DeploymentKind
    ) throws(DocumentError) -> [ClassificationLevelDefinition] {
        if let node = file["classification-levels"], deployment != .cloud {
            throw node.error("Cloud alone has classification levels, leave them out")
        }
        var levels: [ClassificationLevelDefinition] = []
        for node in try file.list("classification-levels") {
            let level = try node.mapping(keys: ["id", "name", "description", "guideline", "color", "status"])
            let name = try level.required("name").text()
            let id = try level.text("id") ?? StableID.uuid("classification", name)
            guard !levels.contains(where: { $0.name == name || $0.id == id }) else {
                throw node.error("the classification level “\(name)” is given twice")
            }
            levels.append(
                ClassificationLevelDefinition(
                    id: id, name: name, description: try level.text("description") ?? "",
                    guideline: try level.text("guideline") ?? "",
                    color: try level["color"]?.word(ClassificationLevelDefinition.Color.self) ?? .grey,
                    status: try level["status"]?.word(ClassificationLevelDefinition.Status.self) ?? .published))
        }
        return levels
    }

    static func document(_ level: ClassificationLevelDefinition) -> JSON {
        [
            "id": .string(level.id), "name": .string(level.name), "description": .string(level.description),
            "guideline": .string(level.guideline), "color": .string(level.color.rawValue),
            "status": .string(level.status.rawValue),
        ]
    }
}
