import ConfluenceWire

/// Stands in for a toolkit that could not be readied: each call says why.
struct BrokenSession: DriverSession {
    let failure: DriverFailure

    func call(_ tool: String, arguments: JSONObject, deadline: Duration) async throws -> ToolAnswer {
        throw failure
    }
}
