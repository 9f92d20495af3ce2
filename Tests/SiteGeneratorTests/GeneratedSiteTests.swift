import ConfluenceModel
import SiteGenerator
import StorageFormat
import Testing

@Suite("A made-up site")
struct GeneratedSiteTests {
    private static let size = SiteSize(
        spaces: 3, pages: 500, depth: 4, attachments: 40, comments: 90, labels: 12, users: 30, groups: 3,
        restrictions: 20, seed: 7)

    private func site(_ size: SiteSize = Self.size, _ deployment: DeploymentKind = .cloud) -> GeneratedSite {
        GeneratedSite(size, deployment: deployment)
    }

    private func pages(_ site: GeneratedSite) -> [[GeneratedPage]] {
        site.spaces.indices.map { Array(site.pages(ofSpace: $0)) }
    }

    @Test("has as much as was asked for", arguments: [DeploymentKind.cloud, .dataCenter])
    func counts(deployment: DeploymentKind) {
        let site = site(Self.size, deployment)
        let pages = pages(site).flatMap(\.self)
        #expect(site.users.count == 30 && Set(site.users.map(\.name)).count == 30)
        #expect(site.spaces.count == 3)
        #expect(pages.count == 500)
        #expect(pages.map(\.attachments.count).reduce(0, +) == 40)
        #expect(pages.map(\.comments.count).reduce(0, +) == 90)
        #expect(pages.count { !$0.viewers.isEmpty } == 20)
        #expect(Set(pages.flatMap(\.labels)).count == 12)
        #expect(pages.map(\.depth).max() == 3)
    }

    @Test("is the same for the same seed, and another for another")
    func seeds() {
        let other = SiteSize(
            spaces: 3, pages: 500, depth: 4, attachments: 40, comments: 90, labels: 12, users: 30, groups: 3,
            restrictions: 20, seed: 8)
        #expect(pages(site()) == pages(site()))
        #expect(pages(site()) != pages(site(other)))
    }

    @Test("has pages whose parents come before them, and titles that differ within a space", arguments: [1, 2, 9])
    func trees(depth: Int) {
        let site = site(SiteSize(spaces: 2, pages: 32_000, depth: depth, seed: 3))
        for space in site.spaces.indices {
            var titles: Set<String> = []
            var last = -1
            var misplaced: [GeneratedPage] = []
            for page in site.pages(ofSpace: space) {
                if page.depth > last + 1 || page.depth >= depth { misplaced.append(page) }
                titles.insert(page.title.lowercased())
                last = page.depth
            }
            #expect(misplaced.isEmpty)
            #expect(titles.count == 16_000)
        }
    }

    @Test("has bodies that Confluence takes, with the words that are in them")
    func bodies() throws {
        let context = ViewContext(linkBase: "")
        let pages = pages(site()).flatMap(\.self)
        for body in pages.map(\.body) + pages.flatMap(\.comments) {
            let view = try StorageFormat.viewHTML(body.storage, context: context)
            guard StorageFormat.plainText(body.storage) != body.text || view.isEmpty else { continue }
            Issue.record("\(body.storage) is read as \(StorageFormat.plainText(body.storage))")
        }
    }

    @Test("tells the macros of its bodies, each once")
    func macros() {
        let bodies = pages(site()).flatMap(\.self).map(\.body)
        for body in bodies {
            let names = body.storage.matches(of: /<ac:structured-macro ac:name="([^"]+)"/).map { String($0.output.1) }
            #expect(Set(body.macros) == Set(names) && body.macros.count == Set(names).count)
        }
        #expect(Set(bodies.flatMap(\.macros)).isSuperset(of: ["children", "code", "info", "toc"]))
    }

    @Test("is the same when its pages are made ahead, and may be left in the middle", arguments: [20, 20_000])
    func ahead(pages: Int) throws {
        struct Enough: Error {}
        let made = site(SiteSize(spaces: 1, pages: pages, seed: 5)).pages(ofSpace: 0)
        #expect(made.madeAhead { Array($0) } == Array(made))
        #expect(throws: Enough.self) {
            try made.madeAhead { ahead in
                var ahead = ahead
                for _ in 0..<3 { #expect(ahead.next() != nil) }
                throw Enough()
            }
        }
    }

    @Test("leaves out what is not asked for")
    func nothing() {
        let size = SiteSize(
            spaces: 1, pages: 1, attachments: 0, comments: 0, labels: 0, users: 0, groups: 0, restrictions: 0)
        let site = site(size)
        let page = Array(site.pages(ofSpace: 0))
        #expect(page.count == 1 && page[0].creator == nil && page[0].labels.isEmpty && page[0].viewers.isEmpty)
    }
}
