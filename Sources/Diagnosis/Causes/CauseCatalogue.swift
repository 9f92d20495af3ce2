package import ConfluenceModel

/// Everything the doctor knows to look for; diagnosing, `explain` and the list of causes all read it.
package enum CauseCatalogue {
    /// In the order in which a request meets them: address, login, space, page, toolkit.
    package static let all: [Cause] =
        networkCauses + certificateCauses + frontCauses + frontKeyCauses + addressCauses + siteStateCauses
        + secretTextCauses + credentialCauses + accountCauses + loginCauses + spaceCauses + pageCauses + pageStateCauses
        + requestCauses + clientCauses
        + toolkitCauses

    package static func cause(_ id: CauseID) -> Cause? {
        all.first { $0.id == id }
    }

    /// The causes that answer like this one on that deployment and with that way of logging in, itself left out.
    ///
    /// - Parameter isSaid: Whether the site said what is wrong; some causes stay open even then.
    package static func alternatives(
        to id: CauseID, on deployment: DeploymentKind, scheme: Authentication.Scheme, isSaid: Bool = false
    ) -> [CauseID] {
        var seen: Set<CauseID> = [id]
        return sets(with: id, on: deployment, scheme: scheme).filter { $0.staysOpen || !isSaid }.flatMap(\.causes)
            .filter { seen.insert($0).inserted }
    }

    /// What would tell a cause from its alternatives, in words.
    package static func separation(
        of id: CauseID, on deployment: DeploymentKind, scheme: Authentication.Scheme
    ) -> String? {
        let sets = sets(with: id, on: deployment, scheme: scheme)
        return sets.isEmpty ? nil : sets.map { "\($0.reason) \($0.separation)" }.joined(separator: " ")
    }

    private static func sets(
        with id: CauseID, on deployment: DeploymentKind, scheme: Authentication.Scheme
    ) -> [InseparableCauses] {
        InseparableCauses.all.filter {
            $0.causes.contains(id) && ($0.deployment == nil || $0.deployment == deployment)
                && ($0.scheme == nil || $0.scheme == scheme)
        }
    }
}
