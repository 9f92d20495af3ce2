import ConfluenceModel

/// How each tool fared with each driver on each deployment, counted by steps.
struct ToolMatrix: Sendable, Hashable {
    /// A driver on a deployment.
    struct Column: Sendable, Hashable {
        var driver: String
        var deployment: DeploymentKind
    }

    /// The steps that called one tool, in one column.
    struct Cell: Sendable, Hashable {
        var passed = 0
        var failed = 0
        var skipped = 0
        var flaky = 0

        var count: Int { passed + failed + skipped }

        mutating func add(_ step: StepResult) {
            switch step.status {
            case .passed: passed += 1
            case .failed: failed += 1
            case .skipped: skipped += 1
            }
            if step.isFlaky { flaky += 1 }
        }

        /// `12`, `11/12` where not all passed, `–` where none was called.
        var text: String {
            guard count > 0 else { return "–" }
            return (passed == count ? "\(passed)" : "\(passed)/\(count)") + (flaky > 0 ? "~" : "")
        }
    }

    /// A tool with a cell for each column.
    struct Row: Sendable, Hashable {
        var tool: String
        var cells: [Cell]
    }

    /// In the order of the drivers, Cloud before Data Center.
    let columns: [Column]
    /// The tools by name.
    let rows: [Row]

    init(_ report: ScenarioRunReport) {
        var cells: [String: [Column: Cell]] = [:]
        for result in report.scenarios {
            let column = Column(driver: result.driver, deployment: result.deployment?.kind ?? .unknown)
            for step in result.steps {
                guard let tool = step.tool else { continue }
                cells[tool, default: [:]][column, default: Cell()].add(step)
            }
        }
        let seen = Set(cells.values.flatMap(\.keys))
        let columns = report.drivers.flatMap { driver in
            DeploymentKind.allCases.map { Column(driver: driver, deployment: $0) }.filter(seen.contains)
        }
        self.columns = columns
        rows = cells.sorted { $0.key < $1.key }.map { tool, byColumn in
            Row(tool: tool, cells: columns.map { byColumn[$0] ?? Cell() })
        }
    }

    /// Whether there is anything to compare.
    var isWorthShowing: Bool { columns.count > 1 && !rows.isEmpty }
}

extension DeploymentKind {
    /// As short as a table's heading.
    var shortTitle: String {
        switch self {
        case .cloud: "Cloud"
        case .dataCenter: "DC"
        case .other: "other"
        case .unknown: "?"
        }
    }
}
