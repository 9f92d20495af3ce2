/// Puts the mark of an inline comment around a text of a body.
extension StorageFormat {
    /// How often a reader could select that text in the body.
    package static func occurrences(of selection: String, in source: String) -> Int {
        SelectableText(source)?.matches(of: selection).count ?? 0
    }

    /// The body with one of the places of a text marked; a text that tags cut is marked piece by piece.
    ///
    /// - Parameters:
    ///   - index: Which of the text's places, counted from 0; `nil` is answered where there are not so many.
    ///   - ref: What the comment and its mark know each other by.
    package static func marking(_ selection: String, at index: Int, in source: String, ref: String) -> String? {
        guard let text = SelectableText(source) else { return nil }
        let matches = text.matches(of: selection)
        guard matches.indices.contains(index) else { return nil }
        let bytes = Array(source.utf8)
        var marked: [UInt8] = []
        var end = 0
        for piece in pieces(text.places[matches[index]]) {
            marked += bytes[end..<piece.lowerBound]
            marked += Array("<ac:inline-comment-marker ac:ref=\"\(ref)\">".utf8)
            marked += bytes[piece]
            marked += Array("</ac:inline-comment-marker>".utf8)
            end = piece.upperBound
        }
        return String(decoding: marked + bytes[end...], as: UTF8.self)
    }

    /// Joins places that follow on one another in the source.
    private static func pieces(_ places: ArraySlice<Range<Int>?>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        for place in places {
            guard let place else { continue }
            if let last = pieces.last, last.upperBound >= place.lowerBound {
                pieces[pieces.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
            } else {
                pieces.append(place)
            }
        }
        return pieces
    }
}
