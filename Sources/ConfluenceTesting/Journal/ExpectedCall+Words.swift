public import ConfluenceWire
public import Simulator

/// A call that a test expects to find in the journal of its site.
public typealias Call = ExpectedCall

extension ExpectedCall {
    /// - Parameters:
    ///   - path: Below the site's context path or from the root; `{…}` stands for one segment, `*` for anything.
    ///   - status: `nil` takes any.
    ///   - account: A user's name, `anonymous` for a caller without one; `nil` takes any.
    ///   - times: How often the call is to be made.
    public init(
        _ method: Request.Method,
        _ path: String,
        status: Int? = nil,
        by account: String? = nil,
        times: Int = 1
    ) {
        self.init(method.rawValue, path, status: status, account: account, count: times)
    }
}
