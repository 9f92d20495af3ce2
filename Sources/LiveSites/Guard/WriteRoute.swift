import ConfluenceWire

/// An address that writes, with what must be shown before it is asked.
struct WriteRoute: Sendable {
    /// What a request there touches.
    enum Rule: Sendable {
        /// Nothing: it only computes.
        case harmless
        /// What the ids in the address name; the body must not lead out of the scratch area.
        case named
        /// Makes something where the body says.
        case creates(Creation.Kind)
        /// Hangs something new on what the address names.
        case hangs(Creation.Kind)
        /// Content of the first version of the API, whose body says its type.
        case createsContent
        /// Copies a page below the one that the body names.
        case copies
        /// Moves a page beside or below another one.
        case moves
    }

    let methods: [String]
    let path: [Substring]
    let rule: Rule

    init(_ methods: [String], _ path: String, _ rule: Rule) {
        self.methods = methods
        self.path = path.split(separator: "/")
        self.rule = rule
    }

    /// What stands for the placeholders of the path; `nil` where the route is another one. `**` takes the rest.
    func names(in segments: [String]) -> [String: String]? {
        var names: [String: String] = [:]
        for (index, part) in path.enumerated() {
            if part == "**" { return names }
            guard index < segments.count else { return nil }
            if part.hasPrefix("{") {
                names[String(part.dropFirst().dropLast())] = segments[index]
            } else if part != segments[index] {
                return nil
            }
        }
        return path.count == segments.count ? names : nil
    }

    /// All that may be written to: what stands nowhere here is refused.
    static let all: [WriteRoute] = content + secondVersion

    private static let content = [
        WriteRoute(["POST"], "rest/api/contentbody/convert/**", .harmless),
        WriteRoute(["POST"], "rest/api/content/{id}/permission/check", .harmless),
        WriteRoute(["POST"], "rest/api/content", .createsContent),
        WriteRoute(["PUT", "DELETE"], "rest/api/content/{id}", .named),
        WriteRoute(["POST"], "rest/api/content/{id}/copy", .copies),
        WriteRoute(["PUT"], "rest/api/content/{id}/move/{position}/{target}", .moves),
        WriteRoute(["POST", "PUT"], "rest/api/content/{id}/child/attachment", .hangs(.attachment)),
        WriteRoute(["POST", "PUT", "DELETE"], "rest/api/content/{id}/child/attachment/**", .named),
        WriteRoute(["POST", "PUT", "DELETE"], "rest/api/content/{id}/label", .named),
        WriteRoute(["DELETE"], "rest/api/content/{id}/label/{label}", .named),
        WriteRoute(["POST"], "rest/api/content/{id}/property", .named),
        WriteRoute(["POST", "PUT", "DELETE"], "rest/api/content/{id}/property/{key}", .named),
        WriteRoute(["POST", "PUT", "DELETE"], "rest/api/content/{id}/restriction", .named),
        WriteRoute(["POST", "PUT", "DELETE"], "rest/api/content/{id}/restriction/**", .named),
        WriteRoute(["POST", "PUT", "DELETE"], "rest/experimental/content/{id}/restriction", .named),
        WriteRoute(["POST", "PUT", "DELETE"], "rest/experimental/content/{id}/restriction/**", .named),
        WriteRoute(["PUT", "DELETE"], "rest/api/content/{id}/state", .named),
        WriteRoute(["POST"], "rest/api/content/{id}/version", .named),
        WriteRoute(["DELETE"], "rest/api/content/{id}/version/{number}", .named),
        WriteRoute(["DELETE"], "rest/experimental/content/{id}/version/{number}", .named),
        WriteRoute(["POST", "DELETE"], "rest/api/user/watch/content/{id}", .named),
    ]

    private static let secondVersion =
        [
            WriteRoute(["POST"], "api/v2/content/convert-ids-to-types", .harmless),
            WriteRoute(["POST"], "api/v2/pages", .creates(.page)),
            WriteRoute(["POST"], "api/v2/blogposts", .creates(.blogPost)),
            WriteRoute(["POST"], "api/v2/footer-comments", .creates(.comment)),
            WriteRoute(["POST"], "api/v2/inline-comments", .creates(.comment)),
            WriteRoute(["PUT"], "api/v2/pages/{id}/title", .named),
        ]
        + ["pages", "blogposts", "attachments", "footer-comments", "inline-comments"].flatMap { kind in
            [
                WriteRoute(["PUT", "DELETE"], "api/v2/\(kind)/{id}", .named),
                WriteRoute(["POST"], "api/v2/\(kind)/{id}/properties", .named),
                WriteRoute(["PUT", "DELETE"], "api/v2/\(kind)/{id}/properties/{property}", .named),
            ]
        }
        + [WriteRoute(["POST", "PUT", "DELETE"], "api/v2/comments/{id}/properties/**", .named)]
}
