import ConfluenceModel

/// Reads where a site sends its callers: to another host, it has moved.
enum RedirectReader {
    static func clue(in text: FoldedText, _ addresses: [AddressClue]) -> Clue? {
        for hit in leads.hits(in: text.bytes) {
            guard
                let next = addresses.firstIndex(where: {
                    hit.range.upperBound + 2 >= $0.range.lowerBound
                        && hit.range.upperBound <= $0.range.upperBound
                })
            else { continue }
            let target = addresses[next]
            guard let host = target.host,
                ["/rest/api", "/api/v2", "/display/", "/spaces/"].contains(where: target.path.contains),
                let asked = addresses[..<next].last(where: { $0.host != nil && $0.owner != .documentation })
                    ?? addresses[(next + 1)...].first(where: {
                        $0.host != nil && $0.host != host && $0.owner == .confluence
                    }),
                let former = asked.host, former != host, !host.contains("login"), !host.hasPrefix("sso"),
                !host.hasPrefix("auth")
            else { continue }
            return Clue(
                name: "sent-elsewhere", strength: .strong, shares: [.siteMoved: 0.9, .basePath: 0.1],
                meaning: "\(former) sends its callers to \(host)", range: hit.range, isStatus: false, trust: 1)
        }
        return nil
    }

    private static let leads = PhraseIndex<Bool>(
        ["location: ", "location=", "redirect location: '", "redirected to ", "redirects to "].map {
            (Phrase($0), true)
        })
}
