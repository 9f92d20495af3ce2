/// What an endpoint says of itself.
extension Resource {
    /// Tells the methods that an endpoint takes, whoever asks.
    static func telling(_ methods: String, status: Int) -> Resource {
        Resource(carryOut: { _, _ in .methods(methods, status: status) })
    }
}
