/// A place in an ordered list of content: what stands last before it, and by what that was ordered.
///
/// It holds although the content is changed or gone by the time the list goes on.
package struct ContentPlace: Sendable, Hashable {
    package enum Value: Sendable, Hashable {
        case number(Int64)
        case text(String)
    }

    package var id: Int64
    package var value: Value

    package init(id: Int64, value: Value) {
        self.id = id
        self.value = value
    }

    package func fits(_ order: ContentFilter.Order) -> Bool {
        switch value {
        case .number: !order.isByText
        case .text: order.isByText
        }
    }
}
