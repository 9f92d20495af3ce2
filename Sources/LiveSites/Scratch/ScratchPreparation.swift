import ConfluenceClient
import ConfluenceModel
import ConfluenceWire

/// Makes the marked page below which a run writes.
///
/// By the first version of the API, which both deployments have.
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
        let body: JSON = [
            "type": "page", "title": .string(title), "space": ["key": .string(key)],
            "body": [
                "storage": [
                    "value":
                        "<p>A test run of confluence-doctor writes below this page, and removes it at its end. It may be deleted.</p>",
                    "representation": "storage",
                ]
            ],
        ]
        var request = Request(.post, access.base.appending("rest/api/content"))
        request.authenticate(as: keeper.authentication)
        request.headers["Content-Type"] = "application/json"
        request.body = JSONWriter.compact(body)
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

    func spaceID() async throws -> String {
        guard let key = access.scratchSpace else { throw ScratchFailure.noSpace }
        let keeper = try keeper
        let path = "rest/api/space/\(PercentEncoding.encode(key, allowed: .pathSegment))"
        var request = Request(.get, access.base.appending(path))
        request.authenticate(as: keeper.authentication)
        let response = try await siteGuard.exchange(request)
        guard response.isSuccess else {
            throw ScratchFailure.spaceRefused(key: key, role: keeper.role, status: response.status)
        }
        guard let id = (try? JSONReader.read(response.body))?["id"]?.idText else {
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
