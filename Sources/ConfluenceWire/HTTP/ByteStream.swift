/// A body that comes piece by piece, each when it is asked for; it is read once.
package struct ByteStream: AsyncSequence, Sendable {
    private let make: @Sendable () -> any AsyncIteratorProtocol<[UInt8], any Error>

    package struct Iterator: AsyncIteratorProtocol {
        fileprivate var pieces: any AsyncIteratorProtocol<[UInt8], any Error>

        package mutating func next() async throws -> [UInt8]? {
            try await pieces.next(isolation: nil)
        }

        package mutating func next(isolation actor: isolated (any Actor)?) async throws -> [UInt8]? {
            try await pieces.next(isolation: actor)
        }
    }

    /// - Parameters:
    ///   - bytes: What a piece of the sequence holds.
    ///   - failure: What is thrown in the place of an error of the sequence.
    package init<Pieces: AsyncSequence & Sendable>(
        _ pieces: Pieces, bytes: @escaping @Sendable (Pieces.Element) -> [UInt8],
        failure: @escaping @Sendable (any Error) -> any Error = { $0 }
    ) {
        make = { Converted(pieces: pieces.makeAsyncIterator(), bytes: bytes, failure: failure) }
    }

    package init(_ bytes: [UInt8]) {
        make = { Single(piece: bytes.isEmpty ? nil : bytes) }
    }

    /// The same body; each piece is told as it passes, and at the end why there is one, where that is no good end.
    package func watched(
        piece: @escaping @Sendable ([UInt8]) -> Void, end: @escaping @Sendable ((any Error)?) -> Void
    ) -> ByteStream {
        ByteStream(make: { Watched(pieces: makeAsyncIterator(), piece: piece, end: end) })
    }

    package func makeAsyncIterator() -> Iterator { Iterator(pieces: make()) }

    private init(make: @escaping @Sendable () -> any AsyncIteratorProtocol<[UInt8], any Error>) {
        self.make = make
    }
}

private struct Converted<Pieces: AsyncIteratorProtocol>: AsyncIteratorProtocol {
    var pieces: Pieces
    let bytes: @Sendable (Pieces.Element) -> [UInt8]
    let failure: @Sendable (any Error) -> any Error

    mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> [UInt8]? {
        do {
            return try await pieces.next(isolation: actor).map(bytes)
        } catch {
            throw failure(error)
        }
    }
}

private struct Single: AsyncIteratorProtocol {
    var piece: [UInt8]?

    mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> [UInt8]? {
        defer { piece = nil }
        return piece
    }
}

private struct Watched: AsyncIteratorProtocol {
    var pieces: ByteStream.Iterator
    let piece: @Sendable ([UInt8]) -> Void
    let end: @Sendable ((any Error)?) -> Void

    mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> [UInt8]? {
        do {
            let next = try await pieces.next(isolation: actor)
            if let next { piece(next) } else { end(nil) }
            return next
        } catch {
            end(error)
            throw error
        }
    }
}
