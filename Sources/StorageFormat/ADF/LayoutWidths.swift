/// How wide the columns of a layout are: storage names the arrangement, a document the widths.
enum LayoutWidths {
    private static let named: [(type: String, widths: [Double])] = [
        ("single", [100]), ("two_equal", [50, 50]), ("two_left_sidebar", [33.33, 66.66]),
        ("two_right_sidebar", [66.66, 33.33]), ("three_equal", [33.33, 33.33, 33.33]),
        ("three_with_sidebars", [25, 50, 25]), ("four_equal", [25, 25, 25, 25]),
        ("five_equal", [20, 20, 20, 20, 20]),
    ]

    static func widths(of type: String, columns: Int) -> [Double] {
        if let known = named.first(where: { $0.type == type && $0.widths.count == columns }) { return known.widths }
        return Array(repeating: 100 / Double(max(columns, 1)), count: columns)
    }

    /// The arrangement whose columns are nearest in width to these.
    static func type(of widths: [Double]) -> String {
        func distance(_ known: [Double]) -> Double {
            zip(known, widths).reduce(0) { $0 + abs($1.0 - $1.1) }
        }
        let fitting = named.filter { $0.widths.count == widths.count }
        return fitting.min { distance($0.widths) < distance($1.widths) }?.type ?? "single"
    }
}
