/// An answer that would make a measurement worthless.
public struct Unexpected: Error, CustomStringConvertible {
    public var status: Int

    public init(status: Int) { self.status = status }

    public var description: String { "a request was answered with \(status)" }
}
