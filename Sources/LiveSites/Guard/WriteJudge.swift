import ConfluenceModel
import ConfluenceWire

/// Decides whether a request that writes is shown to stay within the scratch area.
struct WriteJudge: Sendable {
    let area: ScratchArea
    /// What this run has made so far.
    let made: Set<String>

    /// Why a request may not be sent.
    struct Outside: Error {
        var reason: String
    }

    /// What the request is about to create; `nil` where it makes nothing that must be remembered.
    ///
    /// - Parameter segments: The path below the site's own.
    func creation(of request: Request, at segments: [String]) throws(Outside) -> Creation? {
        guard let (route, names) = route(of: request, at: segments) else {
            throw Outside(reason: "no rule says what it touches, so it can't be shown to stay below the scratch page")
        }
        if case .harmless = route.rule { return nil }
        let body = json(request)
        try check(body)
        switch route.rule {
        case .harmless: return nil
        case .named:
            try mine(names["id"], "what it changes")
            return nil
        case .hangs(let kind):
            try mine(names["id"], "what it hangs a file on")
            return Creation(kind: kind, parent: names["id"])
        case .creates(let kind): return try creation(of: kind, body ?? .null)
        case .createsContent: return try creation(body ?? .null)
        case .copies:
            let destination = body?["destination"]
            guard ["parent_page", "parent_content"].contains(destination?["type"]?.stringValue ?? "") else {
                throw Outside(reason: "a copy must go below the scratch page, by a destination of the type parent_page")
            }
            try inside(destination?["value"]?.idText, "the page that the copy goes below")
            guard body?["pageTitle"]?.stringValue != nil else {
                throw Outside(reason: "a copy needs a pageTitle, by which it could be found again")
            }
            return Creation(
                kind: .page, title: body?["pageTitle"]?.stringValue, parent: destination?["value"]?.idText)
        case .moves:
            try mine(names["id"], "what it moves")
            if names["position"] == "append" {
                try inside(names["target"], "where it moves it")
            } else {
                try mine(names["target"], "where it moves it")
            }
            return nil
        }
    }

    /// Whether a request only computes something.
    func isHarmless(_ request: Request, at segments: [String]) -> Bool {
        if case .harmless? = route(of: request, at: segments)?.0.rule { true } else { false }
    }

    private func route(of request: Request, at segments: [String]) -> (WriteRoute, [String: String])? {
        for route in WriteRoute.all where route.methods.contains(request.method.rawValue) {
            if let names = route.names(in: segments) { return (route, names) }
        }
        return nil
    }

    /// The body where it is JSON; forms carry nothing but files and their comments.
    private func json(_ request: Request) -> JSON? {
        request.body.isEmpty ? nil : try? JSONReader.read(request.body)
    }

    // MARK: - New content

    private func creation(_ body: JSON) throws(Outside) -> Creation {
        switch body["type"]?.stringValue {
        case "blogpost":
            guard body["space"]?["key"]?.stringValue == area.spaceKey else {
                throw Outside(reason: "a blog post must be in the scratch space \(area.spaceKey)")
            }
            return try blogPost(body)
        case "comment":
            guard let container = body["container"]?["id"]?.idText else {
                throw Outside(reason: "a comment must name the page that it stands on, as its container")
            }
            return Creation(kind: .comment, parent: container)
        case "page":
            guard let parent = body["ancestors"]?.arrayValue?.last?["id"]?.idText else {
                throw Outside(
                    reason:
                        "a page must be below the scratch page: ancestors must name {{scratch.parent}} or a page of this run"
                )
            }
            return Creation(kind: .page, title: body["title"]?.stringValue, parent: parent)
        case let type:
            throw Outside(reason: "no rule says where content of the type “\(type ?? "none")” would be")
        }
    }

    private func creation(of kind: Creation.Kind, _ body: JSON) throws(Outside) -> Creation {
        switch kind {
        case .blogPost:
            guard body["spaceId"]?.idText == area.spaceID else {
                throw Outside(reason: "a blog post must be in the scratch space, by the spaceId {{scratch.space-id}}")
            }
            return try blogPost(body)
        case .comment:
            let places = ["pageId", "blogPostId", "parentCommentId", "attachmentId"]
            guard let place = places.lazy.compactMap({ body[$0]?.idText }).first else {
                throw Outside(reason: "a comment must name what it stands on")
            }
            return Creation(kind: .comment, parent: place)
        default:
            guard let parent = body["parentId"]?.idText else {
                throw Outside(
                    reason:
                        "a page must be below the scratch page: parentId must be {{scratch.parent}} or a page of this run"
                )
            }
            return Creation(kind: kind, title: body["title"]?.stringValue, parent: parent)
        }
    }

    /// A post has no parent: its title is what a later run knows it by.
    private func blogPost(_ body: JSON) throws(Outside) -> Creation {
        guard let title = body["title"]?.stringValue, title.contains(area.mark) else {
            throw Outside(reason: "a blog post has no parent page, so its title must hold the run's mark, {{run.id}}")
        }
        return Creation(kind: .blogPost, title: title)
    }

    // MARK: - What a body leads to

    private func check(_ body: JSON?) throws(Outside) {
        guard let body, case .object = body else { return }
        for ancestor in body["ancestors"]?.arrayValue ?? [] {
            try inside(ancestor["id"]?.idText, "the page that it goes below")
        }
        if let parent = body["parentId"], !parent.isNull { try inside(parent.idText, "the page that it goes below") }
        for key in ["pageId", "blogPostId", "parentCommentId", "attachmentId", "customContentId"] {
            if let place = body[key], !place.isNull { try mine(place.idText, "what “\(key)” names") }
        }
        if let container = body["container"], !container.isNull {
            if container["id"] != nil {
                try mine(container["id"]?.idText, "its container")
            } else {
                try space(container)
            }
        }
        if let space = body["space"], !space.isNull { try self.space(space) }
        if let id = body["spaceId"], !id.isNull, id.idText != area.spaceID {
            throw Outside(reason: "the space \(id.idText ?? "it names") is not the scratch space (\(area.spaceID))")
        }
        if let id = body["id"], !id.isNull { try mine(id.idText, "what its body names") }
    }

    private func space(_ value: JSON) throws(Outside) {
        if let key = value["key"]?.stringValue, key != area.spaceKey {
            throw Outside(reason: "the space \(key) is not the scratch space \(area.spaceKey)")
        }
        if let id = value["id"], !id.isNull, id.idText != area.spaceID {
            throw Outside(reason: "the space \(id.idText ?? "it names") is not the scratch space (\(area.spaceID))")
        }
    }

    /// Something of this run; the scratch page itself is nobody's to change.
    private func mine(_ id: String?, _ what: String) throws(Outside) {
        guard let id else { throw Outside(reason: "\(what) has no readable id") }
        if id == area.parentID { throw Outside(reason: "\(what) is the scratch page itself, which stays as it is") }
        guard made.contains(id) else { throw Outside(reason: "\(what), \(id), was not created in this run") }
    }

    private func inside(_ id: String?, _ what: String) throws(Outside) {
        if let id, id == area.parentID { return }
        try mine(id, what)
    }
}

extension JSON {
    /// An id, which the APIs write as a text or as a number.
    var idText: String? { stringValue ?? integerValue.map(String.init) }
}
