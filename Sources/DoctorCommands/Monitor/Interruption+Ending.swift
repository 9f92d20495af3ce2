extension Interruption {
    /// Runs work until it is done or somebody presses Ctrl-C; then it is cancelled, and what it gives is still taken.
    static func ending<Result: Sendable>(_ work: @escaping @Sendable () async -> Result) async -> Result {
        await listening { signals in
            let task = Task { await work() }
            let watcher = Task {
                for await _ in signals { task.cancel() }
            }
            let result = await task.value
            watcher.cancel()
            return result
        }
    }
}
