/// Samples in the text format of Prometheus, version 0.0.4.
///
/// Format: https://prometheus.io/docs/instrumenting/exposition_formats/
struct PrometheusPage {
    /// What every sample carries.
    private let labels: [(String, String)]
    private(set) var text = ""

    init(labels: [(String, String)] = []) {
        self.labels = labels
    }

    mutating func family(_ name: String, _ type: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    mutating func sample(_ name: String, _ labels: [(String, String)], _ value: Double) {
        let written = (self.labels + labels).map { "\($0.0)=\"\(Self.escape($0.1))\"" }
        let number = value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
        let braces = written.isEmpty ? "" : "{\(written.joined(separator: ","))}"
        text += "\(name)\(braces) \(number)\n"
    }

    private static func escape(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
