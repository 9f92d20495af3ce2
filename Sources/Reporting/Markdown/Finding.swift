package import ConfluenceModel

/// A defect of a product as its maintainers are told of it: what happens, how to see it, and what would mend it.
package struct Finding: Sendable, Hashable {
    package var defect: KnownDefect
    /// What kind of defect it is: `data-loss`, `wrong-answer`, …
    package var kind: String?
    /// The deployments on which it shows: `Cloud`, `Data Center`.
    package var deployments: [String]
    /// The drivers with which the scenario is run.
    package var drivers: [String]
    /// The scenario that reproduces it.
    package var file: String
    package var steps: [Step]

    /// One step of the scenario, and what comes of it.
    package struct Step: Sendable, Hashable {
        package var name: String?
        /// The call in the scenario's own words; empty for a look at the site.
        package var call: String
        package var outcomes: [String]

        package init(name: String?, call: String, outcomes: [String]) {
            self.name = name
            self.call = call
            self.outcomes = outcomes
        }
    }

    package init(
        defect: KnownDefect, kind: String?, deployments: [String], drivers: [String], file: String, steps: [Step]
    ) {
        self.defect = defect
        self.kind = kind
        self.deployments = deployments
        self.drivers = drivers
        self.file = file
        self.steps = steps
    }
}
