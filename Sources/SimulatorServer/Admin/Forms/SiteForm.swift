import ConfluenceModel
import ConfluenceWire
import Simulator

/// A site as JSON.
enum SiteForm {
    static func json(_ site: Simulator) -> JSON {
        let definition = site.definition
        return [
            "name": .string(definition.name),
            "deployment": .string(definition.deployment.kind.rawValue),
            "product": .string("Confluence \(definition.deployment)"),
            "host": .string(definition.host),
            "contextPath": .string(definition.contextPath),
            "url": .string(site.url),
            "cloudId": .string(definition.cloudID),
            "clock": ClockForm.json(site),
            "faults": .array(site.faults.map { .string($0.name) }),
            "exchanges": .integer(Int64(site.exchangeCount)),
        ]
    }
}
