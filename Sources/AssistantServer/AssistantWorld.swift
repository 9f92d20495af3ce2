package import ConfluenceWire
package import Diagnosis

package import struct Foundation.Date

/// What the server may reach, as the person who started it has said.
package struct AssistantWorld: Sendable {
    package var send: Send
    /// The bytes of a file; throws a sentence for people where it can't be read.
    package var readFile: @Sendable (_ path: String) throws -> [UInt8]
    package var environment: [String: String]
    /// The hosts to which referenced secrets may be sent, in small letters.
    package var hosts: Set<String>
    /// The folder of the files that references may name; `nil` allows none.
    package var secretsFolder: String?
    /// The page about a cause, for people.
    package var page: @Sendable (Cause) -> String
    package var now: @Sendable () -> ContinuousClock.Instant
    /// The time of day, where it is known.
    package var date: @Sendable () -> Date?
    package var wait: Doctor.Wait

    package init(
        send: @escaping Send,
        readFile: @escaping @Sendable (_ path: String) throws -> [UInt8],
        environment: [String: String],
        hosts: Set<String> = [],
        secretsFolder: String? = nil,
        page: @escaping @Sendable (Cause) -> String,
        now: @escaping @Sendable () -> ContinuousClock.Instant,
        date: @escaping @Sendable () -> Date?,
        wait: @escaping Doctor.Wait
    ) {
        self.send = send
        self.readFile = readFile
        self.environment = environment
        self.hosts = hosts
        self.secretsFolder = secretsFolder
        self.page = page
        self.now = now
        self.date = date
        self.wait = wait
    }
}

/// Why a tool can't do what was asked, in words for an assistant and its user.
package struct ToolRefusal: Error, Sendable, Hashable, CustomStringConvertible {
    package var description: String

    package init(_ description: String) {
        self.description = description
    }
}
