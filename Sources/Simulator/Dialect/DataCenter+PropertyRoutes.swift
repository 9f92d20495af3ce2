import ConfluenceWire

extension Route {
    private static let rest = "Data Center REST description, 10.0"

    /// What Data Center answers about properties of content and of spaces.
    static let dataCenterProperties: [Route] =
        byKey("/rest/api/content/{id}/property", .content([])) + byKey("/rest/api/space/{key}/property", .spaceByKey)

    private static func byKey(_ path: String, _ holder: PropertyHolder) -> [Route] {
        let all = PathTemplate(stringLiteral: path)
        let one = PathTemplate(stringLiteral: path + "/{property-key}")
        return [
            route(.get, all, .propertyList(of: holder, limit: 10)), route(.post, all, .createProperty(of: holder)),
            route(.get, one, .property(of: holder)), route(.post, one, .createProperty(of: holder)),
            route(.put, one, .updateProperty(of: holder)), route(.delete, one, .removeProperty(of: holder)),
        ]
    }

    private static func route(_ method: Request.Method, _ path: PathTemplate, _ resource: Resource) -> Route {
        Route(method, path, resource, api: .properties, door: .visitors, rest, .documented)
    }
}
