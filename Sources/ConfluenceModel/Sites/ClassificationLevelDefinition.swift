/// A level by which Cloud's organisations classify what is written, such as “Confidential”.
public struct ClassificationLevelDefinition: Sendable, Hashable, Codable, Identifiable {
    /// A UUID on real sites; made from the name when a site file leaves it out.
    public var id: String
    public var name: String
    public var description: String
    /// What people are told to do with content of that level.
    public var guideline: String
    public var color: Color
    public var status: Status

    public init(
        id: String,
        name: String,
        description: String = "",
        guideline: String = "",
        color: Color = .grey,
        status: Status = .published
    ) {
        self.id = id
        self.name = name
        self.description = description
        self.guideline = guideline
        self.color = color
        self.status = status
    }

    /// The raw values are the words of the site file.
    public enum Color: String, Sendable, Hashable, Codable, CaseIterable {
        case red
        case redBold = "red-bold"
        case orange
        case yellow
        case green
        case blue
        case navy
        case teal
        case purple
        case grey
        case lime
    }

    /// Only a published level is given to content; the raw values are the words of the site file.
    public enum Status: String, Sendable, Hashable, Codable, CaseIterable {
        case draft
        case published
        case archived
    }
}
