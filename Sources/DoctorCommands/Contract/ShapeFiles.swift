import ArgumentParser
import ConfluenceModel
import ConfluenceWire
import Contracts
import Documents
import Foundation
import Recording

/// Reads and writes the files of shapes.
enum ShapeFiles {
    private static let limit = 256 << 20

    /// The shapes of a file, whichever it is: a lock, a recording, or an HTTP archive.
    static func lock(_ path: String, of kind: DeploymentKind?) throws(CommandFailure) -> ShapeLock {
        let bytes = try InputFile.bytes(path, limit: limit)
        if isArchive(bytes, path) { return ShapeLock(of: try samples(inArchive: bytes, path, of: kind)) }
        do {
            return try ShapeLock(bytes, file: path)
        } catch {
            throw .usage(error.description)
        }
    }

    /// The exchanges with Confluence that an HTTP archive holds.
    static func samples(_ path: String, of kind: DeploymentKind?) throws(CommandFailure) -> [ShapeSample] {
        try samples(inArchive: try InputFile.bytes(path, limit: limit), path, of: kind)
    }

    private static func samples(
        inArchive bytes: [UInt8], _ path: String, of kind: DeploymentKind?
    ) throws(CommandFailure) -> [ShapeSample] {
        let exchanges: [Exchange]
        do {
            exchanges = try HARReader.read(bytes)
        } catch {
            throw .usage("\(path): \(error)")
        }
        let kind = kind ?? DeploymentKind.guessed(from: exchanges.map(\.request.url))
        let samples = exchanges.compactMap { exchange -> ShapeSample? in
            // Half an answer has half a shape.
            guard case .answer(let response) = exchange.outcome, exchange.breakOff == nil,
                exchange.responseBody.size == nil
            else { return nil }
            return ShapeSample(exchange.request, response, of: kind)
        }
        guard !samples.isEmpty else { throw .usage("\(path): no exchange in it is one with Confluence's API") }
        return samples
    }

    private static func isArchive(_ bytes: [UInt8], _ path: String) -> Bool {
        path.lowercased().hasSuffix(".har")
            || String(decoding: bytes.prefix(200), as: UTF8.self).filter { !$0.isWhitespace }.hasPrefix("{\"log\":")
    }

    /// Writes a file, or to standard output without one; a file that holds just this is left as it is.
    static func write(_ text: [UInt8], to path: String?) throws(CommandFailure) {
        guard let path, path != "-" else {
            Output.line(String(decoding: text, as: UTF8.self))
            return
        }
        if FileManager.default.contents(atPath: path).map(Array.init) == text { return }
        do {
            try Data(text).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw .usage("\(path): the file can't be written; check the folder and its permissions")
        }
    }
}

/// The kind of site as the command line names it.
enum HostingName: String, ExpressibleByArgument, CaseIterable {
    case cloud
    case dataCenter = "data-center"

    var kind: DeploymentKind { self == .cloud ? .cloud : .dataCenter }
}
