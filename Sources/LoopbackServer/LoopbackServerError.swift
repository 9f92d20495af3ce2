import Foundation
import NIOCore

/// Why a port of this machine can't be had.
package struct LoopbackServerError: Error, Sendable, Hashable, CustomStringConvertible {
    package var description: String

    init(port: Int, underlying: any Error) {
        description =
            switch (underlying as? IOError)?.errnoCode {
            case EADDRINUSE: "port \(port) is in use by another program; choose another"
            case EACCES: "port \(port) may not be opened by this user; choose one above 1023"
            default: "port \(port) can't be listened at: \(underlying)"
            }
    }
}
