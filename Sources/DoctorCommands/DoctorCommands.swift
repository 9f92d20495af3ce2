public import ArgumentParser

public struct DoctorCommand: AsyncParsableCommand {
    public init() {}
    public func run() async throws {}
}
