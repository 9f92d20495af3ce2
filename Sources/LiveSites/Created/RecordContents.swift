import ConfluenceWire

/// What a record says in sum: what was made and may still be there, and what may have been made without anybody knowing.
package struct RecordContents: Sendable, Hashable {
    package struct Item: Sendable, Hashable {
        package var number: Int
        package var creation: Creation
        /// `nil` where no answer came; empty where the site refused.
        package var ids: [String]?
    }

    package private(set) var head: RecordHead?
    package private(set) var items: [Item] = []
    /// What somebody has begun to delete.
    package private(set) var removing: Set<String> = []
    package private(set) var removed: Set<String> = []

    package init(_ lines: [RecordLine]) {
        for line in lines {
            switch line {
            case .begun(let head): self.head = head
            case .intended(let number, let creation): items.append(Item(number: number, creation: creation))
            case .made(let number, let ids): set(ids, of: number)
            case .notMade(let number, _): set([], of: number)
            case .removing(let id): removing.insert(id)
            case .removed(let id, _): removed.insert(id)
            }
        }
    }

    private mutating func set(_ ids: [String], of number: Int) {
        guard let index = items.lastIndex(where: { $0.number == number }) else { return }
        items[index].ids = ids
    }

    /// The lines of a file, of which the last one may have been cut short when the run was killed.
    package static func lines(in text: String) -> [RecordLine] {
        text.split(separator: "\n").compactMap { line in
            (try? JSONReader.read(String(line))).flatMap(RecordLine.init)
        }
    }

    /// Everything that was made, whatever became of it.
    package var made: Set<String> { Set(items.flatMap { $0.ids ?? [] }) }

    /// Sent, and never answered as far as the record knows.
    package var unanswered: [Item] { items.filter { $0.ids == nil } }

    /// What must still be removed, the latest first: what is below a page was made after it.
    package var remaining: [(id: String, creation: Creation)] {
        items.filter(\.creation.kind.isRemovedByItself).flatMap { item in
            (item.ids ?? []).map { (id: $0, creation: item.creation) }
        }
        .filter { !removed.contains($0.id) }
        .reversed()
    }

    package var isSwept: Bool { remaining.isEmpty && unanswered.allSatisfy { !$0.creation.kind.isRemovedByItself } }
}
