extension String {
    /// The text with something else in the places of some bytes.
    ///
    /// - Parameter places: Ranges of offsets in `utf8`, in the order of the text, none of which overlap, each with what
    ///   stands there from now on.
    package func replacing(_ places: some Sequence<(range: Range<Int>, by: String)>) -> String {
        let bytes = Array(utf8)
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        var start = 0
        for place in places {
            kept += bytes[start..<place.range.lowerBound]
            kept += place.by.utf8
            start = place.range.upperBound
        }
        kept += bytes[start...]
        return String(decoding: kept, as: UTF8.self)
    }

    /// The text with a mark in each of some places of bytes, which don't overlap and stand in its order.
    package func masked(_ places: [Range<Int>], by mark: String) -> String {
        places.isEmpty ? self : replacing(places.lazy.map { ($0, mark) })
    }
}
