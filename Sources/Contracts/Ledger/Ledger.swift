package import ConfluenceModel
package import Foundation

/// What was last seen to hold on which live site, and in which run: nothing stands here that did not happen.
package struct Ledger: Sendable, Hashable {
    package private(set) var sightings: [Subject: [String: Sighting]] = [:]

    package init() {}

    /// A law or a shape on one part of the API.
    package struct Subject: Sendable, Hashable, Comparable {
        package var kind: Kind
        /// The law's family and id, or the shape's exchange.
        package var name: String
        package var api: SiteAPI

        package init(_ kind: Kind, _ name: String, on api: SiteAPI) {
            self.kind = kind
            self.name = name
            self.api = api
        }

        package enum Kind: String, Sendable, Hashable, CaseIterable {
            case law
            case shape
        }

        package static func < (one: Self, other: Self) -> Bool {
            (one.kind.rawValue, one.name, one.api) < (other.kind.rawValue, other.name, other.api)
        }
    }

    /// When something was seen to hold, and by which run.
    package struct Sighting: Sendable, Hashable {
        package var at: Date
        package var run: String

        package init(at: Date, run: String) {
            self.at = at
            self.run = run
        }
    }

    package var isEmpty: Bool { sightings.isEmpty }

    /// Notes that something held on a live site; an older sighting gives way.
    ///
    /// - Parameter site: The kind of site and its version, such as `Cloud` or `Data Center 9.2.0`.
    package mutating func note(_ subject: Subject, on site: String, at moment: Date, run: String) {
        if let known = sightings[subject]?[site], known.at >= moment { return }
        sightings[subject, default: [:]][site] = Sighting(at: moment, run: run)
    }

    /// The same with what was seen noted.
    package func noting(_ subjects: some Sequence<Subject>, on site: String, at moment: Date, run: String) -> Ledger {
        subjects.reduce(into: self) { $0.note($1, on: site, at: moment, run: run) }
    }

    /// Takes in what another ledger has seen later.
    package mutating func merge(_ other: Ledger) {
        for (subject, sites) in other.sightings {
            for (site, sighting) in sites { note(subject, on: site, at: sighting.at, run: sighting.run) }
        }
    }

    /// The latest sighting of each site for the shapes of an endpoint, such as `GET /rest/api/content/{id}`.
    package func shapes(of endpoint: String, on api: SiteAPI) -> [String: Sighting] {
        var latest: [String: Sighting] = [:]
        for (subject, sites) in sightings where subject.kind == .shape && subject.api == api {
            guard let key = ExchangeKey(subject.name, api: api), Self.fits(key.endpoint, endpoint) else { continue }
            latest.merge(sites) { $0.at >= $1.at ? $0 : $1 }
        }
        return latest
    }

    /// Whether an endpoint is one of a table, whose places have names of their own and may stand for words.
    private static func fits(_ endpoint: String, _ row: String) -> Bool {
        let parts = endpoint.split { $0 == "/" || $0 == " " }
        let segments = row.split { $0 == "/" || $0 == " " }
        return parts.count == segments.count
            && zip(parts, segments).allSatisfy { $0 == $1 || $1.hasPrefix("{") }
    }
}
