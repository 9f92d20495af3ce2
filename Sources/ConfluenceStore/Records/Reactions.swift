package import struct Foundation.Date

/// What somebody can be told of changes to.
package enum WatchTarget: Sendable, Hashable {
    case content(Int64)
    case space(Int64)
    case label(String)
}

/// A state of content, such as “In progress”.
package struct ContentState: Sendable, Hashable, Identifiable {
    package var id: Int64
    package var name: String
    /// `#2684FF`
    package var color: String

    package init(id: Int64, name: String, color: String) {
        self.id = id
        self.name = name
        self.color = color
    }
}

/// Who ticked a task off, and when.
package struct TaskCompletion: Sendable, Hashable {
    package var account: AccountRecord
    package var moment: Date

    package init(account: AccountRecord, moment: Date) {
        self.account = account
        self.moment = moment
    }
}

/// The state that content has or had, and when that last changed.
package struct StandingState: Sendable, Hashable {
    /// `nil` where it was taken away again.
    package var state: ContentState?
    package var changedAt: Date
}
