import GRDB

extension StoreWriter {
    /// Keeps who ticked a task off, or forgets it where it is open again.
    package func note(_ completion: TaskCompletion?, ofTask localID: String, in contentID: Int64) throws {
        guard let completion else {
            try run("DELETE FROM task_completions WHERE contentID = ? AND localID = ?", [contentID, localID])
            return
        }
        try run(
            "INSERT OR REPLACE INTO task_completions (contentID, localID, userID, completedAt) VALUES (?, ?, ?, ?)",
            [contentID, localID, completion.account.id, Instant(completion.moment)])
    }
}
