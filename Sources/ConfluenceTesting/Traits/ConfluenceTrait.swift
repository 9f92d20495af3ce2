import ConfluenceModel
import SiteFiles
public import Testing

/// Gives each test case a simulated site of its own, which the test finds as ``ConfluenceSite/current``.
///
/// On a suite it counts for every test in it. Each argument of a parameterised test is a case: none sees what another
/// did. The site's clock stands at ``ConfluenceSite/standingMoment`` until the test turns it.
public struct ConfluenceTrait: TestTrait, SuiteTrait, TestScoping {
    private let define: @Sendable () throws -> SiteDefinition
    private var isStrict = false

    /// The same trait, under which a test also fails when it asked for anything that is not simulated.
    public var strict: Self {
        var trait = self
        trait.isStrict = true
        return trait
    }

    init(_ define: @escaping @Sendable () throws -> SiteDefinition) {
        self.define = define
    }

    public var isRecursive: Bool { true }

    @concurrent
    public func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        let site = try ConfluenceSite(try define())
        try await ConfluenceSite.$ofThisTest.withValue(site) { try await function() }
        if isStrict { site.expectOnlySimulated() }
    }
}

extension Trait where Self == ConfluenceTrait {
    /// The company of the fixture sites, on Cloud or on a release of Data Center.
    public static func confluence(_ deployment: Site.Deployment) -> Self {
        ConfluenceTrait { try ConfluenceSite.Acme.definition(on: deployment) }
    }

    /// The site of a site file.
    ///
    /// - Parameter path: Where it lies, seen from the folder of the test's source file.
    public static func confluence(file path: String, sourceFile: String = #filePath) -> Self {
        let folder = sourceFile.lastIndex(of: "/").map { sourceFile[...$0] } ?? ""
        return ConfluenceTrait { try SiteFile.read(path: path.hasPrefix("/") ? path : folder + path) }
    }

    /// A site described in Swift.
    public static func confluence(_ site: Site) -> Self {
        ConfluenceTrait { try site.definition() }
    }
}
