import Subprocess

/// Has wrk ask one address as fast as a fixed number of kept connections can.
///
/// It shares the machine with what it measures. A client of NIO took a third of the processor time, so that the servers
/// were told apart by less than they differ.
struct LoadGenerator {
    let clients: Int
    let seconds: Int
    let authorization: String

    struct Failure: Error, CustomStringConvertible {
        let url: String
        let report: String

        var description: String { "asking \(url) went wrong: \(report)" }
    }

    /// Requests per second.
    ///
    /// - Throws: ``Failure`` where an answer was none that was wanted; what the system says where there is no wrk.
    func run(port: Int, _ target: String) async throws -> Double {
        let url = "http://127.0.0.1:\(port)\(target)"
        let result = try await Subprocess.run(
            .name("wrk"),
            arguments: [
                "--threads", "1", "--connections", "\(clients)", "--duration", "\(seconds)s",
                "--header", "Authorization: \(authorization)", url,
            ],
            output: .string(limit: 1 << 16), error: .string(limit: 1 << 16))
        let report = result.standardOutput ?? ""
        // A mock that answers nothing but 401 would be a fast one.
        guard result.terminationStatus.isSuccess, !report.contains("Non-2xx"), !report.contains("Socket errors"),
            let rate = Self.rate(in: report)
        else { throw Failure(url: url, report: report + (result.standardError ?? "")) }
        return rate
    }

    private static func rate(in report: String) -> Double? {
        let line = report.split(separator: "\n").first { $0.hasPrefix("Requests/sec:") }
        return line?.split(separator: " ").last.flatMap { Double($0) }
    }
}
