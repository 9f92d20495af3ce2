import ConfluenceModel
import ConfluenceWire
import Simulator

extension AdminRoute {
    static let rights: [AdminRoute] = [
        AdminRoute(
            .get, "/sites/{site}/spaces/{key}/rights",
            "Tells what every account, and visitors, may do in a space, and through what each permission is held."
        ) { call in
            let site = try call.site()
            let key = try call.space(call.place("key"), of: site)
            return RightsForm.json(try site.contents.permissionMatrix(space: key))
        },
        AdminRoute(
            .get, "/sites/{site}/verdict",
            """
            Answers “may they, and why not?” in the words of the journal, without a request: an operation on a page or, \
            where no page is named, in a space.
            """,
            query: [
                Field("user", "a user's name in the site file, or `anonymous`, as if unset"),
                Field("operation", words(ContentOperation.self) + "; in a space " + words(SpaceOperation.self)),
                Field("page", "the page's id"), Field("space", "the key of the space"),
            ]
        ) { call in
            let values = try call.query()
            let site = try call.site()
            let user = values["user"].flatMap { $0 == "anonymous" ? nil : $0 }
            let names = try site.contents.users().map(\.name)
            if let user, !names.contains(user) {
                throw AdminError(404, "the site has no user “\(user)”", nearest: NearestWord.find(for: user, in: names))
            }
            switch (values["page"], values["space"]) {
            case (let page?, nil):
                guard let id = Int64(page) else { throw AdminError(400, "page=\(page) is no page id") }
                let operation = try call.operation(ContentOperation.self)
                return RightsForm.json(try site.contents.verdict(on: operation, of: user, content: id))
            case (nil, let key?):
                let operation = try call.operation(SpaceOperation.self)
                return RightsForm.json(
                    try site.contents.verdict(on: operation, of: user, space: call.space(key, of: site)))
            default:
                throw AdminError(400, "either page or space is needed in the query, and not both")
            }
        },
    ]

    private static func words<Word: RawRepresentable<String> & CaseIterable>(_: Word.Type) -> String {
        Word.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    }
}

extension AdminCall {
    /// The key as it was given, where the site has such a space.
    func space(_ key: String, of site: Simulator) throws -> String {
        let keys = try site.contents.spaces().map(\.key)
        guard keys.contains(key) else {
            throw AdminError(404, "the site has no space “\(key)”", nearest: NearestWord.find(for: key, in: keys))
        }
        return key
    }

    fileprivate func operation<Word: RawRepresentable<String> & CaseIterable>(_: Word.Type) throws(AdminError) -> Word {
        let text = try query()["operation"] ?? ""
        guard let operation = Word(rawValue: text) else {
            let words = Word.allCases.map(\.rawValue)
            throw AdminError(
                400, "operation=\(text) is none of \(words.joined(separator: ", "))",
                nearest: NearestWord.find(for: text, in: words))
        }
        return operation
    }
}
