package import ConfluenceModel
import ConfluenceWire

/// What tells exchanges apart whose answers are of one shape: the endpoint, what it was asked to show, and the status.
package struct ExchangeKey: Sendable, Hashable, Comparable, CustomStringConvertible {
    package var api: SiteAPI
    package var method: String
    /// The path with its places named, such as `/rest/api/content/{id}`.
    package var template: String
    /// The items of the query that choose what an answer holds, such as `expand=space,version`; empty without any.
    package var selection: String
    package var status: Int

    package init(api: SiteAPI, method: String, template: String, selection: String = "", status: Int) {
        self.api = api
        self.method = method
        self.template = template
        self.selection = selection
        self.status = status
    }

    /// `GET /rest/api/content/{id}?expand=version 200`
    package var description: String { "\(question) \(status)" }

    /// The key without its status.
    package var question: String { "\(endpoint)\(selection.isEmpty ? "" : "?" + selection)" }

    /// Method and path alone.
    package var endpoint: String { "\(method) \(template)" }

    /// Reads ``description``.
    package init?(_ text: String, api: SiteAPI) {
        let words = text.split(separator: " ")
        guard words.count == 3, let status = Int(words[2]), (100...599).contains(status), words[1].hasPrefix("/") else {
            return nil
        }
        let sides = words[1].split(separator: "?", maxSplits: 1)
        self.init(
            api: api, method: String(words[0]), template: String(sides[0]),
            selection: sides.count > 1 ? String(sides[1]) : "", status: status)
    }

    package static func < (one: Self, other: Self) -> Bool {
        (one.api, one.template, one.method, one.selection, one.status)
            < (other.api, other.template, other.method, other.selection, other.status)
    }

    // MARK: Selections

    /// The items of a query that choose what an answer holds, sorted; all others only choose which things it tells of.
    static func selection(of items: [QueryItem]) -> String {
        var chosen: [String: Set<String>] = [:]
        for item in items where isSelecting(item.name) {
            for value in item.value.split(separator: ",") {
                let isKnown = value.split(separator: ".").allSatisfy { ExpandVocabulary.words.contains(String($0)) }
                chosen[item.name, default: []].insert(isKnown ? String(value) : "{other}")
            }
        }
        return chosen.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.sorted().joined(separator: ","))" }
            .joined(separator: "&")
    }

    private static func isSelecting(_ name: String) -> Bool {
        ["expand", "body-format", "description-format"].contains(name)
            || (name.hasPrefix("include-") && name.dropFirst(8).allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-") })
    }
}
