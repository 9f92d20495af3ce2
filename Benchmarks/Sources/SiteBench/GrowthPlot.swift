import Foundation

/// Draws measurements over the number of pages, both by powers of ten.
struct GrowthPlot {
    let columns: [Growth.Column]

    private static let (width, height) = (640.0, 400.0)
    private static let (left, right, top, bottom) = (70.0, 150.0, 20.0, 50.0)
    private static let colours = ["#0b6bcb", "#c2410c", "#15803d", "#7e22ce", "#b91c1c", "#0f766e"]

    private var names: [String] { columns.first?.times.map(\.name) ?? [] }

    private var horizontal: ClosedRange<Double> {
        let values = columns.map { log10(Double($0.pages)) }
        return (values.min() ?? 0)...max(values.max() ?? 1, (values.min() ?? 0) + 1)
    }

    /// Whole powers of ten around all medians.
    private var vertical: ClosedRange<Double> {
        let values = columns.flatMap(\.times).map { log10($0.figures.median) }
        let lowest = (values.min() ?? 0).rounded(.down)
        return lowest...max((values.max() ?? 1).rounded(.up), lowest + 1)
    }

    private func x(_ pages: Int) -> Double {
        let share = (log10(Double(pages)) - horizontal.lowerBound) / (horizontal.upperBound - horizontal.lowerBound)
        return Self.left + share * (Self.width - Self.left - Self.right)
    }

    private func y(_ power: Double) -> Double {
        let share = (power - vertical.lowerBound) / (vertical.upperBound - vertical.lowerBound)
        return Self.height - Self.bottom - share * (Self.height - Self.top - Self.bottom)
    }

    var svg: String {
        var parts = [
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" \
            font-family="sans-serif" font-size="12">
            <rect width="100%" height="100%" fill="#ffffff"/>
            """
        ]
        for power in stride(from: vertical.lowerBound, through: vertical.upperBound, by: 1) {
            parts.append(line(Self.left, y(power), Self.width - Self.right, y(power), "#dddddd"))
            parts.append(text(Self.left - 8, y(power) + 4, time(power), anchor: "end"))
        }
        for column in columns {
            parts.append(line(x(column.pages), Self.top, x(column.pages), Self.height - Self.bottom, "#eeeeee"))
            parts.append(text(x(column.pages), Self.height - Self.bottom + 18, "\(column.pages)", anchor: "middle"))
        }
        parts.append(
            text(Self.left, Self.height - 8, "pages of the site; median of one request or act", anchor: "start"))
        for (number, name) in names.enumerated() {
            let colour = Self.colours[number % Self.colours.count]
            let points = columns.map { (x($0.pages), y(log10($0.times[number].figures.median))) }
            let path = points.map { "\(decimal($0.0)),\(decimal($0.1))" }.joined(separator: " ")
            parts.append("<polyline points=\"\(path)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2\"/>")
            if let last = points.last {
                parts.append(text(last.0 + 8, last.1 + 4, name, anchor: "start", fill: colour))
            }
        }
        return parts.joined(separator: "\n") + "\n</svg>\n"
    }

    private func time(_ power: Double) -> String {
        let microseconds = pow(10, power)
        if microseconds >= 1_000_000 { return "\(Int(microseconds / 1_000_000)) s" }
        return microseconds >= 1000 ? "\(Int(microseconds / 1000)) ms" : "\(Int(microseconds)) µs"
    }

    private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: String) -> String {
        "<line x1=\"\(decimal(x1))\" y1=\"\(decimal(y1))\" x2=\"\(decimal(x2))\" y2=\"\(decimal(y2))\" stroke=\"\(colour)\"/>"
    }

    private func text(_ x: Double, _ y: Double, _ words: String, anchor: String, fill: String = "#333333") -> String {
        "<text x=\"\(decimal(x))\" y=\"\(decimal(y))\" text-anchor=\"\(anchor)\" fill=\"\(fill)\">\(words)</text>"
    }

    private func decimal(_ value: Double) -> String { String(format: "%.1f", value) }
}
