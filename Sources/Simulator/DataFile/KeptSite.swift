import ConfluenceModel
import ConfluenceStore
import Foundation

/// A site as its data file holds it, beside the content.
struct KeptSite: Sendable, Hashable {
    var head: SiteHead
    var state: State

    /// What changes while a site runs and is no content. Faults, sessions and the journal end with the process.
    struct State: Codable, Sendable, Hashable {
        var settings: SiteSettings
        var clock: SiteClock.State
    }

    init(head: SiteHead, state: State) {
        self.head = head
        self.state = state
    }

    private enum Name: String {
        case head = "site"
        case state
    }

    /// Reads what a data file holds; `nil` where that is nothing yet.
    init?(_ record: SiteRecord) throws {
        guard let head = record.texts[Name.head.rawValue], let state = record.texts[Name.state.rawValue] else {
            return nil
        }
        self.head = try JSONDecoder().decode(SiteHead.self, from: Data(head.utf8))
        self.state = try JSONDecoder().decode(State.self, from: Data(state.utf8))
    }

    func record() throws -> SiteRecord {
        SiteRecord([Name.head.rawValue: try Self.text(head), Name.state.rawValue: try Self.text(state)])
    }

    static func record(_ state: State) throws -> SiteRecord {
        SiteRecord([Name.state.rawValue: try text(state)])
    }

    private static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
