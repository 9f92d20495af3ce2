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

    /// What a file holds, with where and when it was recorded, as far as it tells.
    struct Content {
        var lock: ShapeLock
        var origin: ShapeRecording.Origin?
        /// The last moment of an HTTP archive.
        var moment: Date?
    }

    /// The shapes of a file, whichever it is: a lock, a recording, or an HTTP archive.
    static func read(_ path: String, of kind: DeploymentKind?) throws(CommandFailure) -> Content {
        let bytes = try InputFile.bytes(path, limit: limit)
        if isArchive(bytes, path) {
            let exchanges = try exchanges(bytes, path)
            return Content(
                lock: ShapeLock(of: try samples(of: exchanges, path, kind)), moment: exchanges.map(\.start).max())
        }
        do {
            if let recording = try? ShapeRecording(bytes, file: path) {
                return Content(lock: ShapeLock(of: recording.samples), origin: recording.origin)
            }
            return Content(lock: try ShapeLock(bytes, file: path))
        } catch {
            throw .usage(error.description)
        }
    }

    /// The exchanges with Confluence that an HTTP archive holds.
    static func samples(_ path: String, of kind: DeploymentKind?) throws(CommandFailure) -> [ShapeSample] {
        try samples(of: try exchanges(try InputFile.bytes(path, limit: limit), path), path, kind)
    }

    private static func exchanges(_ bytes: [UInt8], _ path: String) throws(CommandFailure) -> [Exchange] {
        do {
            return try HARReader.read(bytes)
        } catch {
            throw .usage("\(path): \(error)")
        }
    }

    private static func samples(
        of exchanges: [Exchange], _ path: String, _ kind: DeploymentKind?
    ) throws(CommandFailure) -> [ShapeSample] {
        let kind = kind ?? DeploymentKind.guessed(from: exchanges.map(\.request.url))
        let samples = exchanges.compactMap { exchange -> ShapeSample? in
            // Half an answer has half a shape; one that is whole JSON was merely written otherwise.
            guard case .answer(let response) = exchange.outcome, exchange.breakOff == nil,
                exchange.responseBody.size == nil || (try? JSONReader.read(response.body)) != nil
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
