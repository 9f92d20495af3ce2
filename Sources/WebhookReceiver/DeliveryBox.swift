package import ConfluenceWire
import Synchronization

/// Keeps requests in the order in which they came, and tells those who wait for them.
package final class DeliveryBox: Sendable {
    package typealias Condition = @Sendable ([Request]) -> Bool

    private struct State: Sendable {
        var requests: [Request] = []
        var waiting: [Int: Waiter] = [:]
        var lastWaiter = 0
    }

    private struct Waiter: Sendable {
        var isEnough: Condition
        var continuation: CheckedContinuation<[Request], Never>
    }

    private let state = Mutex(State())

    package init() {}

    package func put(_ request: Request) {
        let told = state.withLock { state -> [(CheckedContinuation<[Request], Never>, [Request])] in
            state.requests.append(request)
            let requests = state.requests
            let ready = state.waiting.filter { $0.value.isEnough(requests) }
            for key in ready.keys { state.waiting[key] = nil }
            return ready.values.map { ($0.continuation, requests) }
        }
        for (continuation, requests) in told { continuation.resume(returning: requests) }
    }

    /// All requests, as soon as they are enough; what there is where the waiting task is cancelled.
    package func requests(until isEnough: @escaping Condition) async -> [Request] {
        let number = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let ready = state.withLock { state -> [Request]? in
                    if isEnough(state.requests) || Task.isCancelled { return state.requests }
                    state.waiting[number] = Waiter(isEnough: isEnough, continuation: continuation)
                    return nil
                }
                if let ready { continuation.resume(returning: ready) }
            }
        } onCancel: {
            let (waiter, requests) = state.withLock { ($0.waiting.removeValue(forKey: number), $0.requests) }
            waiter?.continuation.resume(returning: requests)
        }
    }
}
