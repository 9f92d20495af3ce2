import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// The versions of a piece of content: its history, one by one, written anew, forgotten.
extension Resource {
    static let history = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let content = try grant.content
        let details = ContentDetails(content, expansion: grant.call.expansion())
        return .history(details, try store.versions(of: content.id))
    }

    static let versions = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let call = grant.call
        let content = try grant.content
        let paging = try call.paging(limit: 200)
        let loader = ContentLoader(grant, store)
        let expansion = call.expansion()
        let rows = try store.versions(of: content.id).dropFirst(paging.start).prefix(paging.fetched)
        return .tree(.versions(Rows(try rows.map { try loader.load($0, of: content, expansion) }, paging: paging)))
    }

    static let version = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let call = grant.call
        let content = try grant.content
        let old = try store.content(content, orMissingVersion: call.numberInPath())
        return .tree(.version(try ContentLoader(grant, store).load(old.version, of: content, call.expansion())))
    }

    /// Writes an old version anew as the newest.
    static let restoreVersion = Resource(
        demand: { call, store in .edit(try store.content(call.contentID())) },
        carryOut: { grant, world in
            let body = try grant.call.body()
            let params = body["params"]
            guard body["operationKey"]?.stringValue == "restore", let number = params?["versionNumber"]?.integerValue
            else {
                throw Refusal(
                    .requestInvalid, [.text: "The operation and the version to restore are required"],
                    because: "the body asks for something else than a version to restore")
            }
            let content = try grant.content
            let wanted = Int(number)
            return try world.change(by: grant) { writer, author in
                guard wanted != content.version.number,
                    try writer.reader.content(content, inVersion: wanted) != nil
                else { throw Refusal.noVersion(wanted, of: content) }
                let restored = try writer.restoreVersion(
                    wanted, of: content.id, withTitle: params?["restoreTitle"]?.boolValue ?? false, author: author,
                    now: world.now, message: params?["message"]?.stringValue ?? "")
                let loader = ContentLoader(grant, writer.reader)
                let expansion = grant.call.expansion(standard: ["content"])
                return .tree(.version(try loader.load(restored.version, of: restored, expansion)))
            }
        }
    )

    static let deleteVersion = Resource(
        demand: { call, store in .edit(try store.content(call.contentID())) },
        carryOut: { grant, world in
            let number = try grant.call.numberInPath()
            let content = try grant.content
            try world.change(by: grant) { writer, _ in
                guard number != content.version.number, try writer.reader.content(content, inVersion: number) != nil
                else { throw Refusal.noVersion(number, of: content) }
                try writer.deleteVersion(number, of: content.id)
            }
            return .done
        }
    )
}

extension Call {
    /// The number of a version, as a part of the path.
    func numberInPath() throws(Refusal) -> Int {
        let text = place("number")
        guard let number = Int32(text), number > 0 else {
            throw Refusal(
                .numberUnreadable, [.name: "versionNumber", .text: text], because: "“\(text)” is no version's number")
        }
        return Int(number)
    }
}

extension Refusal {
    /// A version that can't be written anew or forgotten: there is none, or it is the current one.
    fileprivate static func noVersion(_ number: Int, of content: ContentRecord) -> Refusal {
        let isCurrent = number == content.version.number
        let text = isCurrent ? "Version \(number) is the current version" : "No version found with number: \(number)"
        return Refusal(
            .requestInvalid, [.text: text],
            because: "content \(content.id) is in version \(content.version.number), \(number) was named")
    }
}
