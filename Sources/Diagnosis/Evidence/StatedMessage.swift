import ConfluenceModel
import ConfluenceWire

extension JSON {
    /// What a refusal says in words, under the names by which products tell it.
    var statedMessage: String? {
        let error = self["error"]
        let words = [
            self["message"], error, error?["message"], self["errorMessages"]?[0], self["errors"]?[0]?["title"],
            self["errors"]?[0]?["message"], self["detail"], self["moreInformation"], self["title"],
        ]
        return words.lazy.compactMap { $0?.stringValue?.trimmingEdges() }.first { !$0.isEmpty }
    }
}

extension Response {
    /// What Tomcat's page of an error says below its title, which only repeats the status.
    var statedMessage: String? {
        let start = String(text.prefix(20_000))
        guard let found = start.firstMatch(of: /<b>\s*Message\s*<\/b>([^<]+)</.ignoresCase()) else { return nil }
        let words = String(found.1).trimmingEdges()
        return words.isEmpty ? nil : words
    }
}
