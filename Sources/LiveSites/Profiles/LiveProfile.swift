package import ConfluenceModel
package import ConfluenceWire
package import Documents

/// A live site that scenarios may run on, as a person describes it in a file of profiles.
package struct LiveProfile: Sendable, Hashable {
    package var name: String
    package var base: WebAddress
    package var hosting: DeploymentKind
    package var accounts: [ProfileAccount]
    package var scratchSpace: String?
    package var mayWrite: Bool
    package var budget: SiteBudget
    package var proxy: WebAddress?
    package var caFile: String?
}

/// An account of a profile, its secret not yet fetched.
package struct ProfileAccount: Sendable, Hashable {
    /// How the secret is shown to the site.
    package enum Scheme: Sendable, Hashable {
        case basic(user: String)
        case bearer
    }

    package var role: String
    package var scheme: Scheme
    package var secret: SecretReference
}

/// Where a secret is kept; never the secret itself.
package struct SecretReference: Sendable, Hashable {
    package enum Source: Sendable, Hashable {
        /// A variable of the environment.
        case environment(String)
        case file(String)
        /// A program with its arguments, which writes it to its standard output.
        case command([String])
    }

    package var source: Source
    /// Where the profile names it.
    package var node: DocumentNode
}

/// All that is wrong with a file of profiles.
package struct ProfileMistakes: Error, Sendable, Hashable, CustomStringConvertible {
    package var errors: [DocumentError]

    package var description: String { errors.map(\.description).joined(separator: "\n") }
}
