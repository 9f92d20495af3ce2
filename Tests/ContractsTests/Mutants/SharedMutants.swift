import ConfluenceModel
import Foundation
import Scenarios

/// Which laws catch a mutant besides the one that it is made for, on each kind of site: measured, and kept in a file.
struct SharedMutants: Codable, Equatable {
    /// The laws' ids by kind of site and title of the mutant.
    private(set) var others: [String: [String: [String]]] = [:]

    static let file = MutantTrial.root.appending(path: "Tests/Mutants/shared.json")

    static func read() throws -> SharedMutants {
        try JSONDecoder().decode(SharedMutants.self, from: Data(contentsOf: file))
    }

    func write() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try (encoder.encode(self) + Data("\n".utf8)).write(to: Self.file)
    }

    init(from decoder: any Decoder) throws {
        others = try decoder.singleValueContainer().decode([String: [String: [String]]].self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(others)
    }

    /// The other laws that catch the mutant, on one kind of site or on any.
    func laws(catching mutant: Mutant, on hosting: DeploymentKind? = nil) -> [String] {
        let lists = others.filter { hosting == nil || $0.key == hosting?.rawValue }.values
        return Set(lists.flatMap { $0[mutant.title] ?? [] }).sorted()
    }

    var titles: Set<String> { Set(others.values.flatMap(\.keys)) }

    /// Tries each mutant on all laws but its own that ask or are answered something else because of it.
    static func measured() async throws -> SharedMutants {
        let sites = TrialSites()
        let laws = try MutantTrial.laws()
        let courses = await eachOf(laws) { await LawCourse(of: $0, on: sites) }.compactMap(\.self)
        let trials = Mutant.all.flatMap { mutant in
            let hostings = Set(courses.filter { $0.law.id == mutant.law }.map(\.law.api.deployment))
            return courses.filter { $0.law.id != mutant.law && hostings.contains($0.law.api.deployment) }
                .map { (mutant, $0) }
        }
        let caught = await eachOf(trials) { mutant, course in
            guard await course.isReached(by: mutant) else { return false }
            return await MutantTrial.caught(by: course.scenario, mutant, on: sites) != nil
        }
        var shared = SharedMutants()
        for ((mutant, course), isCaught) in zip(trials, caught) where isCaught {
            let hosting = course.law.api.deployment.rawValue
            let known = shared.others[hosting]?[mutant.title] ?? []
            shared.others[hosting, default: [:]][mutant.title] = Set(known + [course.law.id]).sorted()
        }
        return shared
    }

    private init() {}

    /// A few at a time: each writing law has a site of its own.
    private static func eachOf<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ act: @escaping @Sendable (Element) async -> Result
    ) async -> [Result] {
        await withTaskGroup(of: (Int, Result).self) { group in
            var results: [Int: Result] = [:]
            for (index, element) in elements.enumerated() {
                if index >= 8, let (done, result) = await group.next() { results[done] = result }
                group.addTask { (index, await act(element)) }
            }
            for await (done, result) in group { results[done] = result }
            return elements.indices.compactMap { results[$0] }
        }
    }
}
