import ConfluenceStore
import ConfluenceWire

extension RestWriter {
    /// What v1 tells of a comment beside the content that it is: its place, and where asked for its text and whether it
    /// is settled.
    func extensions(of comment: CommentDetails, _ expansion: Expansion) -> JSON {
        let facts = comment.facts
        var json: JSONObject = ["location": facts.isInline ? "inline" : "footer"]
        var more = JSONObject()
        if expansion.contains("inlineProperties"), let anchor = facts.anchor {
            json["inlineProperties"] = [
                "originalSelection": .string(anchor.selection), "markerRef": .string(anchor.markerRef),
                "ref": .string(anchor.markerRef),
            ]
        } else {
            more["inlineProperties"] = ""
        }
        if expansion.contains("resolution") {
            var resolution: JSONObject = ["status": .string(facts.resolution.status.rawValue)]
            if let modifier = facts.resolution.modifier { resolution["lastModifier"] = user(modifier) }
            if let date = facts.resolution.modifiedAt { resolution["lastModifiedDate"] = instant(date) }
            json["resolution"] = .object(resolution)
        } else {
            more["resolution"] = ""
        }
        json["_expandable"] = .object(more)
        return .object(json)
    }
}
