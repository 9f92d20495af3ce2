import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Who may view and edit content: read, replaced, added to, lifted.
extension Resource {
    static let restrictionList = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let content = try grant.content
        return .restrictionList(content, try ContentLoader(grant, store).restrictions(of: content.id))
    }

    static let restrictions = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let content = try grant.content
        return .restrictions(content, try ContentLoader(grant, store).restrictions(of: content.id))
    }

    static let restriction = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let operation = try restrictedOperation(grant.call)
        let content = try grant.content
        let subjects = try ContentLoader(grant, store).restrictions(of: content.id)[operation] ?? []
        return .restriction(content, operation, subjects)
    }

    /// Makes the restrictions what the body says; a dialect may leave alone what the body doesn't name.
    static let replaceRestrictions = changing { draft, operation, old, rules in
        let entry = draft.entries.first { $0.operation == operation }
        guard let entry else { return rules.replacesAllRestrictions ? [] : nil }
        guard !rules.replacesAllRestrictions else { return entry.subjects }
        let users = entry.users ?? old.filter { if case .group = $0 { false } else { true } }
        let groups = entry.groups ?? old.filter { if case .group = $0 { true } else { false } }
        return users + groups
    }

    static let addRestrictions = changing { draft, operation, old, _ in
        draft.entries.first { $0.operation == operation }.map { old + $0.subjects }
    }

    static let liftRestrictions = Resource(
        demand: { call, store in .content(.restrict, try store.content(call.contentID())) },
        carryOut: { grant, world in
            let content = try grant.content
            return try world.change(by: grant) { writer, _ in
                for operation in RestrictedOperation.allCases {
                    try writer.setRestriction(of: content.id, operation: operation, subjects: [])
                }
                return .restrictionList(content, [:])
            }
        }
    )

    private static func changing(
        _ newSubjects:
            @escaping @Sendable (RestrictionDraft, RestrictedOperation, [Subject], AuthorisationRules) -> [Subject]?
    ) -> Resource {
        Resource(
            demand: { call, store in .content(.restrict, try store.content(call.contentID())) },
            carryOut: { grant, world in
                let content = try grant.content
                let dialect = grant.call.dialect
                return try world.change(by: grant) { writer, _ in
                    let draft = try RestrictionDraft(grant.call.body(), naming: dialect.people, in: writer.reader)
                    let old = try writer.reader.restrictions(of: content.id)
                    for operation in RestrictedOperation.allCases {
                        let before = old.first { $0.operation == operation }?.subjects ?? []
                        guard let subjects = newSubjects(draft, operation, before, dialect.authorisation) else {
                            continue
                        }
                        try requireOneself(among: subjects, grant)
                        try writer.setRestriction(of: content.id, operation: operation, subjects: subjects)
                    }
                    let loader = ContentLoader(grant, writer.reader)
                    return .restrictionList(content, try loader.restrictions(of: content.id))
                }
            }
        )
    }

    /// Nobody may lock himself out by a restriction.
    private static func requireOneself(among subjects: [Subject], _ grant: Grant) throws(Refusal) {
        guard !subjects.isEmpty, !grant.viewer.bypasses, Set(subjects).isDisjoint(with: grant.viewer.subjects) else {
            return
        }
        throw RestrictionDraft.invalid("You can't revoke your own access by a restriction")
    }

    // MARK: One user or group

    /// Whether the restriction names the user or group itself.
    static let restrictedSubject = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let operation = try restrictedOperation(grant.call)
        let subject = try subject(of: grant.call, store)
        let restriction = try store.restrictions(of: grant.content.id).first { $0.operation == operation }
        guard restriction?.subjects.contains(subject) == true else {
            throw Refusal(
                .restrictionMissing, [.name: operation.rawValue],
                because: "the “\(operation.rawValue)” restriction does not name the \(subject)")
        }
        return .succeeded
    }

    static let addRestrictedSubject = changingSubject { $0.contains($1) ? $0 : $0 + [$1] }
    static let removeRestrictedSubject = changingSubject { old, gone in old.filter { $0 != gone } }

    private static func changingSubject(
        _ change: @escaping @Sendable ([Subject], Subject) -> [Subject]
    ) -> Resource {
        Resource(
            demand: { call, store in .content(.restrict, try store.content(call.contentID())) },
            carryOut: { grant, world in
                let operation = try restrictedOperation(grant.call)
                let id = try grant.content.id
                try world.change(by: grant) { writer, _ in
                    let subject = try subject(of: grant.call, writer.reader)
                    let old = try writer.reader.restrictions(of: id).first { $0.operation == operation }?.subjects ?? []
                    let subjects = change(old, subject)
                    try requireOneself(among: subjects, grant)
                    try writer.setRestriction(of: id, operation: operation, subjects: subjects)
                }
                return .succeeded
            }
        )
    }

    private static func restrictedOperation(_ call: Call) throws(Refusal) -> RestrictedOperation {
        let word = call.place("operation")
        guard let operation = RestrictedOperation(rawValue: word) else {
            throw Refusal(.restrictionMissing, [.name: word], because: "“\(word)” can't be restricted")
        }
        return operation
    }

    private static func subject(of call: Call, _ store: StoreReader) throws -> Subject {
        let group = call.place("group")
        if !group.isEmpty {
            guard let name = try store.group(group) else {
                throw Refusal(.restrictionMissing, [.name: group], because: "the site has no group “\(group)”")
            }
            return .group(name)
        }
        guard let account = try call.dialect.people.account(store, named: { call.item($0) }) else {
            throw Refusal(.restrictionMissing, [.name: "user"], because: "the query names no user of the site")
        }
        return .user(account.name)
    }
}
