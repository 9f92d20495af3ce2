extension Interruption {
    /// Runs work until it is done or somebody presses Ctrl-C; then it is cancelled, and what it gives is still taken.
    ///
    /// - Parameter told: Hears of each signal, with how many there were.
    static func ending<Result: Sendable>(
        told: @escaping @Sendable (_ times: Int) -> Void = { _ in },
        _ work: @escaping @Sendable () async -> Result
    ) async -> Result {
        await listening { signals in
            let task = Task { await work() }
            let watcher = Task {
                var times = 0
                for await _ in signals {
                    times += 1
                    task.cancel()
                    told(times)
                }
            }
            let result = await task.value
            watcher.cancel()
            return result
        }
    }
}
