import ConfluenceModel
import ConfluenceWire
import Simulator

extension AdminRoute {
    static let faults: [AdminRoute] = [
        AdminRoute(
            .get, "/sites/{site}/faults",
            "Lists the faults that can be put on, and those of the site's own that are on, with how many requests each met."
        ) { call in
            FaultForm.json(try call.site())
        },
        AdminRoute(
            .put, "/sites/{site}/faults/{name}",
            "Puts a ready-made fault on; its counting begins anew. A rule of one's own is put on by the act `fault`."
        ) { call in
            let site = try call.site()
            let name = call.place("name")
            let names = FaultForm.readyMade(for: site).map(\.name)
            guard names.contains(name) else {
                throw AdminError(
                    404, "no ready-made fault of this site is called “\(name)”",
                    nearest: NearestWord.find(for: name, in: names))
            }
            try site.perform(.putFault(.readyMade(name)))
            return FaultForm.json(site)
        },
        AdminRoute(.delete, "/sites/{site}/faults/{name}", "Takes a fault away.") { call in
            let site = try call.site()
            let name = call.place("name")
            let names = site.faults.map(\.name)
            guard names.contains(name) else {
                throw AdminError(
                    404, "no fault “\(name)” is on", nearest: NearestWord.find(for: name, in: names))
            }
            try site.perform(.clearFault(name))
            return FaultForm.json(site)
        },
        AdminRoute(.delete, "/sites/{site}/faults", "Takes all faults away.") { call in
            let site = try call.site()
            try site.perform(.clearFault(nil))
            return FaultForm.json(site)
        },
    ]
}
