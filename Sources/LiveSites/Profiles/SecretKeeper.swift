import ConfluenceModel
import Documents

/// Fetches the secrets of a profile from where they are kept.
package struct SecretKeeper: Sendable {
    /// A file's text, and whether others than its owner may read it.
    package struct SecretFile: Sendable {
        package var text: String
        package var isOpenToOthers: Bool

        package init(text: String, isOpenToOthers: Bool) {
            self.text = text
            self.isOpenToOthers = isOpenToOthers
        }
    }

    /// What a program that ended came to; what it says of itself is not kept, as it may hold a secret.
    package enum CommandAnswer: Sendable {
        case written(String)
        case failed(words: String)
    }

    private let environment: [String: String]
    private let file: @Sendable (_ path: String) -> SecretFile?
    private let command: @Sendable (_ words: [String]) async -> CommandAnswer

    package init(
        environment: [String: String], file: @escaping @Sendable (_ path: String) -> SecretFile?,
        command: @escaping @Sendable (_ words: [String]) async -> CommandAnswer
    ) {
        self.environment = environment
        self.file = file
        self.command = command
    }

    /// Accounts that are ready to ask, and what a person should know of how their secrets are kept.
    package struct Accounts: Sendable {
        package var accounts: [SiteAccount] = []
        package var warnings: [String] = []
    }

    /// Fetches all of them.
    ///
    /// - Throws: All that can't be had, each with its place in the file.
    package func accounts(of profile: LiveProfile) async throws(ProfileMistakes) -> Accounts {
        var ready = Accounts()
        var errors: [DocumentError] = []
        for account in profile.accounts {
            do throws(DocumentError) {
                let secret = Secret(try await text(of: account.secret, warnings: &ready.warnings))
                let authentication: Authentication =
                    switch account.scheme {
                    case .basic(let user): .basic(user: user, secret: secret)
                    case .bearer: .bearer(secret)
                    }
                ready.accounts.append(SiteAccount(role: account.role, authentication: authentication))
            } catch {
                errors.append(error)
            }
        }
        guard errors.isEmpty else { throw ProfileMistakes(errors: errors) }
        return ready
    }

    private func text(
        of reference: SecretReference, warnings: inout [String]
    ) async throws(DocumentError) -> String {
        let node = reference.node
        var text: String
        switch reference.source {
        case .environment(let name):
            guard let value = environment[name] else {
                // The name is not repeated: who took it for the place of the secret itself has written that.
                throw node.error("the environment has no variable of this name; set it before the run")
            }
            text = value
        case .file(let path):
            guard let found = file(path) else { throw node.error("there is no such file, or it can't be read") }
            if found.isOpenToOthers {
                warnings.append(
                    node.error("others than its owner may read this file; chmod 600 closes it").description)
            }
            text = found.text
        case .command(let words):
            switch await command(words) {
            case .written(let value): text = value
            case .failed(let reason):
                throw node.error(
                    "the command gave no secret: \(reason); what it wrote is not shown, as it may hold one")
            }
        }
        // Editors and programs end a text with a line end that belongs to nobody's token.
        while text.last?.isNewline == true { text.removeLast() }
        guard !text.isEmpty else { throw node.error("what is kept here is empty") }
        return text
    }
}
