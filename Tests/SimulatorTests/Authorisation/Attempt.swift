import ConfluenceModel
import ConfluenceStore
import ConfluenceTesting
import ConfluenceWire

@testable import Simulator

/// Operations as they are really carried out over the API.
extension ConfluenceSite {
    /// The answer to an operation on content; `nil` where no endpoint does it.
    func attempt(_ operation: ContentOperation, on content: ContentRecord, as user: String?) throws -> Response? {
        let path = "/rest/api/content/\(content.id)"
        let isCloud = definition.deployment == .cloud
        switch operation {
        case .read:
            return try ask(path, as: user)
        case .update where content.kind == .attachment:
            let place = "/rest/api/content/\(content.parentID ?? 0)/child/attachment/\(content.id)/data"
            return try upload("again", to: place, as: user)
        case .update:
            return try ask(
                path, .put, as: user,
                body: [
                    "type": .string(content.typeName), "title": .string(content.title),
                    "version": ["number": .integer(Int64(content.version.number + 1))],
                    "body": ["storage": ["value": "<p>changed</p>", "representation": "storage"]],
                ])
        case .label:
            return try ask("\(path)/label", .post, as: user, body: ["prefix": "global", "name": "attempt"])
        case .delete:
            return try ask(path, .delete, as: user)
        case .purge:
            return try ask(path, .delete, query: [QueryItem("status", "trashed")], as: user)
        case .comment:
            return try ask(
                "/rest/api/content", .post, as: user,
                body: [
                    "type": "comment", "container": ["id": .string("\(content.id)"), "type": "page"],
                    "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
                ])
        case .attach:
            return try upload("new", to: "\(path)/child/attachment", as: user)
        case .restrict:
            let place = isCloud ? path : "/rest/experimental/content/\(content.id)"
            return try ask("\(place)/restriction", .delete, as: user)
        case .move where isCloud:
            // Beside itself is where it is already.
            return try ask("\(path)/move/before/\(content.id)", .put, as: user)
        case .copy where isCloud && content.kind == .page:
            return try ask(
                "\(path)/copy", .post, as: user,
                body: [
                    "destination": ["type": "space", "value": .string(content.spaceKey)], "pageTitle": "Attempt",
                ])
        case .archive where isCloud:
            return try ask(
                "/rest/api/content/archive", .post, as: user, body: ["pages": [["id": .integer(content.id)]]])
        case .move, .copy, .archive, .export:
            return nil
        }
    }

    /// The answer to an operation in a space; `nil` where no endpoint does it without asking about content too.
    func attempt(_ operation: SpaceOperation, in space: SpaceRecord, as user: String?) throws -> Response? {
        let isCloud = definition.deployment == .cloud
        func create(_ type: String) throws -> Response {
            try ask(
                "/rest/api/content", .post, as: user,
                body: [
                    "type": .string(type), "title": "Attempt", "space": ["key": .string(space.key)],
                    "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
                ])
        }
        switch operation {
        case .view: return try ask("/rest/api/space/\(space.key)", as: user)
        case .createPage: return try create("page")
        case .createBlogPost: return try create("blogpost")
        case .administer where isCloud:
            return try ask("/api/v2/spaces/\(space.id)/role-assignments", .post, as: user, body: [])
        case .administer:
            return try ask("/rest/api/space/\(space.key)/permissions", .post, as: user, body: [])
        default: return nil
        }
    }

    private func upload(_ name: String, to path: String, as user: String?) throws -> Response {
        var request = try request(path, .post, as: user)
        request.headers["Content-Type"] = "multipart/form-data; boundary=b"
        request.headers["X-Atlassian-Token"] = "no-check"
        let head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name).txt\"\r\n"
        request.body = Array("\(head)Content-Type: text/plain\r\n\r\nx\r\n--b--\r\n".utf8)
        return simulator.respond(to: request)
    }
}
