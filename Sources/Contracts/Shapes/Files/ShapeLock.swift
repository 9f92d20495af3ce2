package import Documents

/// The shapes of all exchanges that were recorded: what is kept in version control, and compared.
package struct ShapeLock: Sendable, Hashable {
    package private(set) var shapes: [ExchangeKey: ExchangeShape] = [:]

    package init() {}

    /// Learns from samples; neither their order nor how often the same came counts.
    package init(of samples: some Sequence<ShapeSample>) {
        for sample in samples { add(sample) }
    }

    package mutating func add(_ sample: ShapeSample) {
        let key = sample.key
        add(ExchangeShape(sample, template: key.template), at: key)
    }

    package mutating func merge(_ other: ShapeLock) {
        for (key, shape) in other.shapes { add(shape, at: key) }
    }

    private mutating func add(_ shape: ExchangeShape, at key: ExchangeKey) {
        if shapes[key] == nil { shapes[key] = shape } else { shapes[key]?.merge(shape) }
    }

    /// The lock of a file: a recording, or what `contract lock` wrote.
    package init(_ bytes: [UInt8], file: String) throws(DocumentError) {
        if bytes.first(where: { ![0x20, 0x0A, 0x0D, 0x09].contains($0) }) == UInt8(ascii: "{") {
            self.init(of: try ShapeRecording(bytes, file: file).samples)
        } else {
            try self.init(try DocumentReader.readYAML(bytes, file: file))
        }
    }

    init(shapes: [ExchangeKey: ExchangeShape]) {
        self.shapes = shapes
    }
}
