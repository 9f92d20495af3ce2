import Scenarios

/// A law's proof that it can fail: the change to the simulator that the law must catch.
struct Mutant: Sendable {
    /// The law's id.
    var law: String
    /// What the changed site does, in words: `a stale version is let through`.
    var says: String
    /// All of them are made at once.
    var mutations: [Mutation]

    init(_ law: String, _ says: String, _ mutations: Mutation...) {
        self.law = law
        self.says = says
        self.mutations = mutations
    }

    /// What tells it from all others: `deleted-file-is-gone: nothing is deleted`.
    var title: String { "\(law): \(says)" }

    /// Puts its changes before a site.
    func change(_ site: inout RunningSite) {
        for mutation in mutations { site.send = mutation.send(of: site.definition, site.send) }
    }
}

extension Mutant {
    /// One file for each family, and one word here.
    static let all: [Mutant] = [
        attachments, authentication, comments, errors, expand, index, labels, limits, masking, pages, paging,
        properties, restrictions, rights, search, spaces, storage, titles, tree, users, versions,
    ].flatMap(\.self)
}
