/// The spread of a row of measurements.
public struct Figures {
    public let median: Double
    public let lowest: Double
    public let highest: Double

    /// - Parameter values: At least one.
    public init(_ values: [Double]) {
        let sorted = values.sorted()
        median = sorted[sorted.count / 2]
        lowest = sorted[0]
        highest = sorted[sorted.count - 1]
    }

    /// The median alone.
    public var middle: String { Self.rounded(median) }

    public func described(unit: String) -> String {
        let tail = unit.isEmpty ? "" : " \(unit)"
        return "\(Self.rounded(median))\(tail) (\(Self.rounded(lowest)) to \(Self.rounded(highest)))"
    }

    /// Three significant figures or whole numbers: the rest is noise.
    private static func rounded(_ value: Double) -> String {
        if value >= 100 { return String(Int(value.rounded())) }
        let hundredths = Int((value * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}

extension Duration {
    public var milliseconds: Double {
        Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15
    }
}
