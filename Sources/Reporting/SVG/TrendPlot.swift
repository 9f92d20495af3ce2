package import ConfluenceModel

/// How runs fared one after the other, as a picture: the success rate as a line above, the times as bars below.
package enum TrendPlot {
    private static let width = 900.0
    private static let left = 60.0
    private static let right = 880.0

    /// The picture as a file of its own, light or dark as the reader's screen.
    package static func document(_ trend: RunTrend) -> String {
        element(trend, namespace: " xmlns=\"http://www.w3.org/2000/svg\"", style: "<style>\n\(style)\n</style>\n")
    }

    static func element(_ trend: RunTrend, namespace: String = "", style: String = "") -> String {
        var parts = [
            "<svg\(namespace) viewBox=\"0 0 900 380\" role=\"img\" class=\"plot\">",
            style + "<title>Success rate and time of \(trend.runs.count) runs</title>",
            "<rect class=\"paper\" width=\"900\" height=\"380\"/>",
        ]
        parts += axis("success", top: 30, bottom: 190, labels: ["100 %", "50 %", "0 %"])
        let longest = max(1, trend.runs.map(\.elapsedMilliseconds).max() ?? 1)
        parts += axis(
            "time", top: 230, bottom: 340,
            labels: [Figures.seconds(longest), Figures.seconds(longest / 2), Figures.seconds(0)])
        parts += line(trend) + bars(trend, longest: longest) + dates(trend)
        parts.append("</svg>\n")
        return parts.joined(separator: "\n")
    }

    private static func axis(_ title: String, top: Double, bottom: Double, labels: [String]) -> [String] {
        let heights = [top, (top + bottom) / 2, bottom]
        return ["<text class=\"title\" x=\"\(number(left))\" y=\"\(number(top - 10))\">\(title)</text>"]
            + zip(heights, labels).flatMap { height, label in
                [
                    "<line class=\"grid\" x1=\"\(number(left))\" x2=\"\(number(right))\" y1=\"\(number(height))\" y2=\"\(number(height))\"/>",
                    "<text class=\"label\" x=\"\(number(left - 6))\" y=\"\(number(height + 4))\" text-anchor=\"end\">\(label)</text>",
                ]
            }
    }

    private static func line(_ trend: RunTrend) -> [String] {
        let points = trend.runs.indices.compactMap { index -> (x: Double, y: Double, run: RunTrend.Point)? in
            trend.runs[index].successRate.map { (place(index, trend), 190 - $0 * 160, trend.runs[index]) }
        }
        let path = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
        return ["<polyline class=\"rate\" points=\"\(path)\"/>"]
            + points.map { point in
                "<circle class=\"\(point.run.failed > 0 ? "failed" : "passed")\" cx=\"\(number(point.x))\" cy=\"\(number(point.y))\" r=\"4\">"
                    + "<title>\(words(point.run))</title></circle>"
            }
    }

    private static func bars(_ trend: RunTrend, longest: Int) -> [String] {
        let room = (right - left) / Double(max(1, trend.runs.count))
        let width = min(40, room * 0.7)
        return trend.runs.enumerated().map { index, run in
            let height = 110 * Double(run.elapsedMilliseconds) / Double(longest)
            return "<rect class=\"bar\" x=\"\(number(place(index, trend) - width / 2))\" y=\"\(number(340 - height))\" "
                + "width=\"\(number(width))\" height=\"\(number(height))\"><title>\(words(run))</title></rect>"
        }
    }

    private static func dates(_ trend: RunTrend) -> [String] {
        guard let first = trend.runs.first, let last = trend.runs.last else {
            return ["<text class=\"label\" x=\"470\" y=\"115\" text-anchor=\"middle\">no runs yet</text>"]
        }
        func label(_ run: RunTrend.Point) -> String { HTMLText.escape(run.startedAt ?? "#\(run.number)") }
        var texts = ["<text class=\"label\" x=\"\(number(left))\" y=\"364\">\(label(first))</text>"]
        if trend.runs.count > 1 {
            texts.append(
                "<text class=\"label\" x=\"\(number(right))\" y=\"364\" text-anchor=\"end\">\(label(last))</text>")
        }
        return texts
    }

    private static func words(_ run: RunTrend.Point) -> String {
        HTMLText.escape(
            "#\(run.number) \(run.startedAt ?? ""): \(run.passed) passed, \(run.failed) failed, "
                + "\(run.skipped) skipped, \(Figures.seconds(run.elapsedMilliseconds))")
    }

    /// The middle of a run's share of the axis.
    private static func place(_ index: Int, _ trend: RunTrend) -> Double {
        left + (right - left) * (Double(index) + 0.5) / Double(max(1, trend.runs.count))
    }

    private static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
    }

    static let style = """
        .plot { --ink: #1c1f24; --paper: #ffffff; --dim: #5b6470; --line: #d8dde3; --good: #1a7f37; --bad: #c0262d; }
        @media (prefers-color-scheme: dark) {
          .plot { --ink: #e6e8eb; --paper: #15181c; --dim: #9aa4b0; --line: #343b44; --good: #4cc26a; --bad: #ff7b7b; }
        }
        .plot text { font: 12px system-ui, sans-serif; } .plot .title { fill: var(--ink); font-weight: 600; }
        .plot .label { fill: var(--dim); } .plot .grid { stroke: var(--line); } .plot .paper { fill: var(--paper); }
        .plot .rate { fill: none; stroke: var(--good); stroke-width: 2; } .plot .passed { fill: var(--good); }
        .plot .failed { fill: var(--bad); } .plot .bar { fill: var(--dim); }
        """
}
