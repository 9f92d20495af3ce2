import ConfluenceClient
import ConfluenceModel
import ConfluenceWire

/// Makes the marked page below which a run writes.
struct ScratchPreparation: Sendable {
    let siteGuard: SiteGuard

    private var access: SiteAccess { siteGuard.access }

    func prepare(begun: String) async throws -> ScratchArea {
        guard let key = access.scratchSpace else { throw ScratchFailure.noSpace }
        guard access.mayWrite else {
            throw GuardRefusal.readOnly(request: "POST \(access.base.path)/rest/api/content", site: access.name)
        }
        let keeper = try keeper
        let space = try await spaceID()
        let head = RecordHead(
            profile: access.name, base: access.base.description, space: key, mark: access.mark, begun: begun)
        try siteGuard.record.begin(head)
        let title = ScratchArea.title(for: access.mark)
        var request = request(title, in: key, space)
        request.authenticate(as: keeper.authentication)
        request.headers["Content-Type"] = "application/json"
        let response = try await siteGuard.create(Creation(kind: .scratchPage, title: title), by: request)
        guard response.isSuccess else {
            throw ScratchFailure.pageRefused(key: key, role: keeper.role, status: response.status)
        }
        guard let id = (try? JSONReader.read(response.body))?["id"]?.idText else {
            throw ScratchFailure.unreadable(what: "the scratch page")
        }
        let area = ScratchArea(spaceKey: key, spaceID: space, parentID: id, mark: access.mark)
        siteGuard.open(area)
        return area
    }

    /// What makes the page, by the version of the API that has answered about the space.
    private func request(_ title: String, in key: String, _ space: String) -> Request {
        let text: JSON =
            "<p>A test run of confluence-doctor writes below this page, and removes it at its end. It may be deleted.</p>"
        let body: JSON
        let path: String
        switch siteGuard.contentAPI {
        case .first:
            path = "rest/api/content"
            body = [
                "type": "page", "title": .string(title), "space": ["key": .string(key)],
                "body": ["storage": ["value": text, "representation": "storage"]],
            ]
        case .second:
            path = "api/v2/pages"
            body = [
                "spaceId": .string(space), "status": "current", "title": .string(title),
                "body": ["representation": "storage", "value": text],
            ]
        }
        return Request(.post, access.base.appending(path), body: JSONWriter.compact(body))
    }

    func spaceID() async throws -> String {
        guard let key = access.scratchSpace else { throw ScratchFailure.noSpace }
        let keeper = try keeper
        let (response, api) = try await siteGuard.ask(as: keeper) { ContentAPI.space(key, by: $0) }
        guard response.isSuccess else {
            throw ScratchFailure.spaceRefused(key: key, role: keeper.role, status: response.status)
        }
        guard let body = try? JSONReader.read(response.body) else {
            throw ScratchFailure.unreadable(what: "the space \(key)")
        }
        if api == .second, body["results"]?.arrayValue?.isEmpty == true {
            throw ScratchFailure.spaceNotFound(key: key, role: keeper.role)
        }
        guard let id = ContentAPI.spaceID(in: body, by: api) else {
            throw ScratchFailure.unreadable(what: "the space \(key)")
        }
        return id
    }

    private var keeper: SiteAccount {
        get throws {
            guard let keeper = access.accounts.keeper else { throw ScratchFailure.noAccount }
            return keeper
        }
    }
}
