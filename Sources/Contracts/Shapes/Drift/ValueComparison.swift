/// Finds how the values at the places of an answer changed.
struct ValueComparison {
    let key: ExchangeKey

    func drifts(_ before: ValueShape, _ after: ValueShape, path: String = "") -> [Drift] {
        guard before != after, !before.kinds.contains(.anything), !after.kinds.contains(.anything) else { return [] }
        let old = before.kinds.subtracting([.null])
        let new = after.kinds.subtracting([.null])
        // Of a place where nothing but null was seen the type is not known.
        guard !old.isEmpty else { return [] }
        func drift(_ kind: Drift.Kind) -> [Drift] {
            [
                Drift(
                    kind, key, path: path.isEmpty ? ShapeText.root : path, before: ShapeText.words(of: before),
                    after: ShapeText.words(of: after))
            ]
        }
        if new.isEmpty { return after.kinds.isEmpty || before.kinds.contains(.null) ? [] : drift(.nullAdded) }
        if new.isDisjoint(with: old) { return drift(.typeChanged) }
        var drifts: [Drift] = []
        if !new.isSubset(of: old) {
            drifts += drift(.typeAdded)
        } else if after.kinds.contains(.null), !before.kinds.contains(.null) {
            drifts += drift(.nullAdded)
        }
        if old.contains(.text), new.contains(.text), let kind = textDrift(before, after) { drifts += drift(kind) }
        if let one = before.element.first, let other = after.element.first {
            drifts += self.drifts(one, other, path: path + "[*]")
        }
        if old.contains(.object), new.contains(.object) { drifts += members(before, after, path: path) }
        return drifts
    }

    // MARK: Texts

    private func textDrift(_ before: ValueShape, _ after: ValueShape) -> Drift.Kind? {
        guard !before.isFreeText else { return nil }
        if !before.words.isEmpty {
            // Free text where words were: the words are gone, or there are some that this program doesn't know.
            if after.isFreeText || (after.words.isEmpty && !after.formats.isEmpty) { return .wordChanged }
            guard !after.words.isEmpty else { return nil }
            if after.words.isDisjoint(with: before.words) { return .wordChanged }
            return after.words.isSubset(of: before.words) ? nil : .wordAdded
        }
        guard !before.formats.isEmpty else { return nil }
        let formats = after.formats
        if formats.isEmpty { return after.words.isEmpty ? nil : .formatChanged }
        if formats.isDisjoint(with: before.formats) { return .formatChanged }
        return formats.isSubset(of: before.formats) ? nil : .formatAdded
    }

    // MARK: Members

    private func members(_ before: ValueShape, _ after: ValueShape, path: String) -> [Drift] {
        func place(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
        var drifts: [Drift] = []
        var gone: [String] = []
        for (name, old) in before.members {
            guard let new = after.members[name] else {
                // Of names that are data none has to be there.
                if name != MemberName.anyName { gone.append(name) }
                continue
            }
            if new.isOptional, !old.isOptional {
                drifts.append(
                    Drift(
                        .memberOptional, key, path: place(name), before: ShapeText.words(of: old.shape),
                        after: ShapeText.words(of: new.shape, isOptional: true)))
            }
            drifts += self.drifts(old.shape, new.shape, path: place(name))
        }
        var come = after.members.keys.filter { before.members[$0] == nil && $0 != MemberName.anyName }
        for name in gone.sorted() {
            guard let old = before.members[name] else { continue }
            let words = ShapeText.words(of: old.shape, isOptional: old.isOptional)
            if let other = successor(of: old, among: come, gone.count, after) {
                come.removeAll { $0 == other }
                drifts.append(Drift(.memberRenamed, key, path: place(name), before: name, after: other))
            } else {
                drifts.append(Drift(.memberRemoved, key, path: place(name), before: words, after: "nothing"))
            }
        }
        for name in come.sorted() {
            guard let new = after.members[name] else { continue }
            let words = ShapeText.words(of: new.shape, isOptional: new.isOptional)
            drifts.append(Drift(.memberAdded, key, path: place(name), before: "nothing", after: words))
        }
        return drifts
    }

    /// The one new member of just the shape of the one that is gone.
    private func successor(
        of old: ValueShape.Member, among come: [String], _ gone: Int, _ after: ValueShape
    ) -> String? {
        guard gone == 1, come.count == 1, let name = come.first, after.members[name] == old else { return nil }
        return name
    }
}
