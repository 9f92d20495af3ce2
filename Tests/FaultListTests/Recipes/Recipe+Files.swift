import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire

/// What Cloud's store of files refuses.
extension Recipe {
    private static func stored(_ path: String, on site: ConfluenceSite) throws -> Request {
        var request = try site.request("")
        request.url = WebAddress(
            scheme: "http", host: "api.media.atlassian.com", path: path,
            query: "client=\(site.definition.cloudID)&token=1.1.1.none")
        return request
    }

    static let cloudFiles: [Recipe] = [
        Recipe(site: .cloud, row: "ticketRejected") { try stored("/file/none/binary", on: $0) },
        Recipe(site: .cloud, row: "noSuchRoute/media") { try stored("/file", on: $0) },
    ]
}
