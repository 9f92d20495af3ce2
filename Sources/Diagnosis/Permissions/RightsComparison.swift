import ConfluenceModel
import ConfluenceToolkit

/// Holds each tool's needs against what an account was found to have.
struct RightsComparison: Sendable {
    let rights: HeldRights
    let isOffline: Bool
    let hasPage: Bool
    let configuration: ToolkitConfiguration

    func permissions(of tool: ToolkitTool) -> ToolPermissions {
        let needs = needs(of: tool)
        guard !needs.calls.isEmpty || !needs.space.isEmpty else {
            return ToolPermissions(tool: tool.rawValue, needs: [])
        }
        var all = [ToolPermissions.Need(.product, "use of Confluence", product)]
        all += needs.space.map { .init(.space, Set([$0]).inWords, standing(of: $0)) }
        all += needs.page.map { .init(.page, $0.rawValue, standing(of: $0)) }
        all += scopes(of: needs)
        return ToolPermissions(tool: tool.rawValue, needs: all)
    }

    private func needs(of tool: ToolkitTool) -> ToolNeeds {
        tool.needs(
            apiVersion: configuration.resolvedAPIVersion,
            isCloud: configuration.isCloud || rights.identity?.kind == .cloud || configuration.isGateway)
    }

    // MARK: Each kind of need

    private var product: ToolPermissions.Standing {
        if isOffline { return .notAsked }
        return rights.mayUseConfluence.map { $0 ? .held : .missing } ?? .unknown
    }

    private func standing(of operation: SpaceOperation) -> ToolPermissions.Standing {
        if isOffline { return .notAsked }
        if rights.isSpaceHidden { return .missing }
        guard let stated = rights.space, !stated.untold.contains(operation) else { return .unknown }
        return stated.allowed.contains(operation) ? .held : .missing
    }

    private func standing(of right: PageRight) -> ToolPermissions.Standing {
        if isOffline || !hasPage { return .notAsked }
        if rights.isPageHidden { return .missing }
        return rights.page.map { $0.contains(right) ? .held : .missing } ?? .unknown
    }

    /// The scopes of a tool's calls, each once; a scope for everything makes its summary superfluous.
    private func scopes(of needs: ToolNeeds) -> [ToolPermissions.Need] {
        var all: [ToolPermissions.Need] = []
        for call in needs.calls {
            for scope in call.scopes where !all.contains(where: { $0.name == scope }) {
                let standing = standing(ofScope: scope)
                all.append(
                    .init(
                        call.isOfVersion2 ? .granularScope : .classicScope, scope, standing,
                        alternatives: call.otherScopes))
            }
        }
        if all.contains(where: { $0.name == "read:confluence-content.all" }) {
            all.removeAll { $0.name == "read:confluence-content.summary" }
        }
        return all
    }

    private func standing(ofScope scope: String) -> ToolPermissions.Standing {
        if isOffline { return configuration.isCloud || configuration.isGateway ? .notAsked : .notApplicable }
        switch rights.scopes {
        case .none: return .notApplicable
        case .unknown: return .unknown
        case .asked(let answers): return answers[scope].map { $0 ? .held : .missing } ?? .unknown
        }
    }

    // MARK: Beyond need

    func surplus(beyond tools: [ToolkitTool]) -> [SurplusRight] {
        let needs = tools.map { self.needs(of: $0) }
        var surplus: [SurplusRight] = []
        if let power = rights.power {
            surplus.append(SurplusRight("administration", because: "\(power); no tool needs that"))
        }
        let needed = Set(needs.flatMap(\.space))
        for operation in SpaceOperation.allCases where !needed.contains(operation) {
            guard rights.space?.allowed.contains(operation) == true else { continue }
            surplus.append(
                SurplusRight(
                    Set([operation]).inWords,
                    because: "no selected tool needs it in \(configuration.spaceKey ?? "the space")"))
        }
        if let count = rights.visibleSpaces {
            surplus.append(
                SurplusRight(
                    "every visible space",
                    because: "the toolkit is restricted to no space, and the account sees \(count); set a space key"))
        }
        if case .asked(let answers) = rights.scopes {
            let wanted = Set(needs.flatMap(\.calls).flatMap(\.scopes)).union(["read:confluence-content.summary"])
            for scope in answers.keys.sorted() where answers[scope] == true && !wanted.contains(scope) {
                surplus.append(SurplusRight("scope \(scope)", because: "no selected tool needs it"))
            }
        }
        return surplus
    }

    func notes(on tools: [ToolkitTool]) -> [String] {
        var notes: [String] = []
        if tools.contains(.executeGenericConfluence) {
            notes.append(
                "execute_generic_confluence needs what its caller's request needs; that can't be said beforehand")
        }
        if configuration.spaceKey == nil, !isOffline {
            notes.append("no space is configured; --space KEY says for which space to ask")
        }
        if !hasPage, tools.contains(where: { !$0.needs(apiVersion: 1, isCloud: false).page.isEmpty }) {
            notes.append("restrictions of single pages were not asked for; --page ID does so")
        }
        if case .asked = rights.scopes, tools.contains(where: { $0.group == .write || $0.group == .delete }) {
            notes.append(
                "whether a token has scopes for writing can't be found out by reading; look at the token's own page")
        }
        if configuration.selectedTools.isEmpty {
            notes.append(
                "the configuration selects no tools, so that the toolkit offers all; select those that are used")
        }
        return notes
    }
}
