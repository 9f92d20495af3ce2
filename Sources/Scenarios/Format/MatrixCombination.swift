/// The values of a matrix's axes that make one scenario of a file.
package struct MatrixCombination: Sendable, Hashable {
    package var values: [Value] = []

    package struct Value: Sendable, Hashable {
        package var axis: String
        /// The value itself, or the `name` of one that is a mapping.
        package var name: String
    }

    /// The axis that says which driver a scenario is for.
    static let driverAxis = "driver"

    /// The name of the value that was chosen for an axis.
    package subscript(axis: String) -> String? {
        values.first { $0.axis == axis }?.name
    }

    /// `cloud, whitespace`: what tells a scenario from its siblings, the driver left out as results name it anyway.
    package var label: String? {
        let names = values.filter { $0.axis != Self.driverAxis }.map(\.name)
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }
}
