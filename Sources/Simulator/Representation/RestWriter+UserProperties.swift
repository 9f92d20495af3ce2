import ConfluenceStore
import ConfluenceWire

/// What is kept of accounts as `/rest/api/user/…/property` writes it.
extension RestWriter {
    func userProperties(_ answer: UserPropertyAnswer) -> Response {
        switch answer {
        case .keys(let rows): ok(list(rows) { ["key": .string($0)] })
        case .made: Response(status: 201)
        case .one(let record):
            ok([
                "key": .string(record.key), "value": (try? JSONReader.read(record.value)) ?? .string(record.value),
                "id": .string("\(record.id)"), "lastModifiedDate": instant(record.modifiedAt),
                "createdDate": instant(record.createdAt), "_links": ["self": .string(base.url + apiPath)],
            ])
        }
    }
}
