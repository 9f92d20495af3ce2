import ConfluenceModel
import ConfluenceWire
import Simulator

/// The faults of a site as JSON: those that are ready made for its deployment, then its own that are on.
enum FaultForm {
    static func json(_ site: Simulator) -> JSON {
        let on = site.faults.map(\.name)
        let met = site.faultMeetings
        func state(_ name: String) -> JSONObject {
            [
                "name": .string(name), "on": .bool(on.contains(name)),
                "met": met[name].map { .integer(Int64($0)) } ?? .null,
            ]
        }
        let readyMade = readyMade(for: site)
        let own = on.filter { name in !readyMade.contains { $0.name == name } }
        return [
            "faults": .array(
                readyMade.map { fault in
                    var object = state(fault.name)
                    object["readyMade"] = true
                    object["summary"] = .string(fault.summary)
                    object["mimics"] = .string(fault.mimics)
                    object["source"] = .string(fault.source)
                    object["confidence"] = .string(fault.confidence.rawValue)
                    return .object(object)
                }
                    + own.map { name in
                        var object = state(name)
                        object["readyMade"] = false
                        return .object(object)
                    })
        ]
    }

    static func readyMade(for site: Simulator) -> [ReadyMadeFault] {
        ReadyMadeFault.all.filter { $0.deployments.contains(site.definition.deployment.kind) }
    }
}
