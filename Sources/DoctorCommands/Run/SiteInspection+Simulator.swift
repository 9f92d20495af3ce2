import ConfluenceModel
import Scenarios
import Simulator

extension SiteInspection {
    /// A look at what the simulator holds, past all requests.
    init(of simulator: Simulator) {
        self.init(
            page: { reference in
                let details =
                    switch reference {
                    case .id(let id): try simulator.contents.content(id: id)
                    case .title(let title, let space): try simulator.contents.content(titled: title, inSpace: space)
                    }
                return details.map(PageState.init)
            },
            search: { cql, limit in
                let found = try simulator.contents.search(cql: cql, limit: limit)
                return FoundPages(total: found.total, titles: found.hits.map(\.title))
            },
            space: { key in
                guard let space = try simulator.contents.spaces().first(where: { $0.key == key }) else { return nil }
                let pages = try simulator.contents.pages(inSpace: key, offset: 0, limit: Int(Int32.max))
                return SpaceState(key: space.key, pageCount: pages.count { $0.status == .current })
            })
    }
}

extension SiteInspection.PageState {
    fileprivate init(_ details: SiteContents.PageDetails) {
        let page = details.page
        self.init(
            id: page.id, title: page.title, space: page.space, status: page.status, version: page.version,
            parentID: page.parentID, parentTitle: details.ancestors.last?.title, labels: details.labels,
            body: details.body, attachments: details.attachments.map(\.name), commentCount: details.commentCount,
            children: details.children.map(\.title), isRestricted: !page.viewers.isEmpty || !page.editors.isEmpty)
    }
}
