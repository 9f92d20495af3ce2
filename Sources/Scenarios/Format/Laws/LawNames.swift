import ConfluenceModel
import Documents

/// Keeps the ids of laws unique over all families, as ledgers and issues name a law by its id alone.
enum LawNames {
    /// One for each law whose id a law of another file has as well.
    static func mistakes(in scenarios: [Scenario]) -> [DocumentError] {
        var files: [String: String] = [:]
        var errors: [DocumentError] = []
        for scenario in scenarios {
            guard let law = scenario.law else { continue }
            let file = files[law.id, default: scenario.file]
            files[law.id] = file
            guard file != scenario.file, let place = scenario.place else { continue }
            let error = place.error("the id “\(law.id)” is taken by a law in \(file)")
            if !errors.contains(error) { errors.append(error) }
        }
        return errors
    }
}
