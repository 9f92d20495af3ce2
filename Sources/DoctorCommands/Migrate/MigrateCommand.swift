import ArgumentParser
import ConfluenceToolkit
import ConfluenceWire
import Documents
import Foundation

/// `migrate`: turns an old, Agent-based configuration into the credential and the toolkit of today.
struct MigrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Turn an old, Agent-based configuration into a credential and a toolkit.",
        discussion: """
            OLD is an agent, a toolkit or its settings in a form from before August 2025; - reads standard input. Secrets stay \
            where they are: the new documents refer to them as {{secret.NAME}}, and the report says which to make. A file that \
            is there already is never replaced. Exit codes: 0 done or nothing to do, 2 unusable arguments or input.
            """
    ).showing(
        "migrate old-agent.json",
        "migrate old-agent.json --out new/"
    )

    @Argument(help: ArgumentHelp("The old document, or - for standard input.", valueName: "old"))
    var old: String

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write each document to a file of this folder; - writes them all to standard output, and the report to standard error.",
            valueName: "folder|-"))
    var out = "-"

    @Flag(
        name: .long,
        help:
            "Write the secrets themselves into the files, which only you can read: of credentials, and those of headers into the toolkits'. Needs --out with a folder."
    )
    var withSecrets = false

    func validate() throws {
        if out.isEmpty { throw ValidationError("--out is empty; name a folder, or - for standard output") }
        if withSecrets, out == "-" {
            throw ValidationError("--with-secrets needs --out FOLDER: secrets are never written to standard output")
        }
    }

    func run() throws {
        let migration: Migration
        do {
            migration = try Migrator.migrate(InputFile.document(old), writesSecrets: withSecrets)
        } catch let error as DocumentError {
            throw CommandFailure.usage(error.description)
        }
        let report = MigrationText.render(migration)
        guard migration.isNeeded else {
            Output.line(report)
            return
        }
        guard out != "-" else {
            Output.line(migration.whole.prettyText)
            Output.plainError(report)
            return
        }
        try write(migration)
        Output.line(report)
    }

    private func write(_ migration: Migration) throws {
        let folder = URL(filePath: out, directoryHint: .isDirectory)
        let documents = migration.credentials + migration.toolkits
        for document in documents
        where FileManager.default.fileExists(atPath: folder.appending(path: document.name).path()) {
            throw CommandFailure.usage(
                "\(folder.appending(path: document.name).path()): the file is there already; nothing was written")
        }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure.usage("\(out): the folder can't be made; check its permissions")
        }
        for document in documents {
            try PrivateFile.create(
                folder.appending(path: document.name).path(), Array((document.json.prettyText + "\n").utf8))
        }
    }
}

/// A file that only its owner may read, and that never takes another's place.
enum PrivateFile {
    static func create(_ path: String, _ bytes: [UInt8]) throws(CommandFailure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else {
            throw .usage("\(path): the file can't be made\(errno == EEXIST ? ", it is there already" : "")")
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(bytes))
        } catch {
            throw .usage("\(path): the file can't be written")
        }
    }
}

/// What a migration did, for people.
enum MigrationText {
    static func render(_ migration: Migration) -> String {
        guard migration.isNeeded else {
            let why = migration.leftAlone.map { ": \($0)" }.joined()
            return "nothing to migrate\(why)"
        }
        var lines = [
            "migrated: \(count(migration.toolkits.count, "toolkit")) with \(count(migration.credentials.count, "credential"))",
            "", "documents",
        ]
        lines += (migration.credentials + migration.toolkits).map { "  \($0.name)" }
        lines += ["", "what changed"] + migration.changes.map { "  - \($0)" }
        if !migration.leftAlone.isEmpty { lines += ["", "left as it is"] + migration.leftAlone.map { "  - \($0)" } }
        lines += ["", "what to do next"]
        lines += migration.steps.enumerated().map { "  \($0.offset + 1). \($0.element)" }
        return lines.joined(separator: "\n")
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
