import ConfluenceWire

extension Mutant {
    static let search: [Mutant] = [
        Mutant(
            "search-gives-what-was-asked-for", "the query is not looked at",
            .setParameter("cql", to: "type = attachment", of: .get("/rest/api/search"))),
        Mutant(
            "hits-wrap-their-content", "content has no address",
            .dropField("results[*].content._links", of: .get("/rest/api/search"))),
        Mutant(
            "search-keeps-its-limit", "limit is not looked at", .ignoreParameter("limit", of: .get("/rest/api/search"))),
        Mutant("search-tells-its-query", "the query is not told", .dropField("cqlQuery", of: .get("/rest/api/search"))),
        Mutant(
            "search-tells-how-many-there-are", "the number of hits is not told",
            .dropField("totalSize", of: .get("/rest/api/search"))),
        Mutant(
            "next-hits-are-told-by-cursor", "the next hits are told by start",
            .replace("cursor=", by: "start=", of: .get("/rest/api/search"))),
        Mutant(
            "start-is-passed-over", "start is looked at",
            .cut("results", to: 0, of: .get("/rest/api/search").with(query: "start=100000"))),
        Mutant(
            "hits-go-on-by-start", "start is not looked at", .ignoreParameter("start", of: .get("/rest/api/search"))),
        Mutant(
            "next-hits-are-told-by-start", "the link to the next hits is left out",
            .dropField("_links.next", of: .get("/rest/api/search"))),
        Mutant(
            "content-search-gives-content-itself", "content/search answers as search does",
            .send(path: "/rest/api/search", insteadOf: .get("/rest/api/content/search"))),
        Mutant(
            "content-search-expands", "nothing is expanded",
            .dropField("results[*].version", of: .get("/rest/api/content/search"))),
        Mutant(
            "content-search-of-cloud-counts-nothing", "the number of hits is told",
            .setField("totalSize", to: 3, of: .get("/rest/api/content/search"))),
        Mutant(
            "query-must-be-there", "without a query everything is found",
            .setParameter("cql", to: "type = page", of: .get("/rest/api/search"))),
        Mutant(
            "refused-query-counts-as-authorised", "the sender counts as unauthorised",
            .setField("data.authorized", to: false, of: .get("/rest/api/search"))),
        Mutant(
            "query-that-cannot-be-read-is-400", "a query that can't be read is an error of the server",
            .answer(when: .get("/rest/api/search"), status: 400, becomes: 500)),
        Mutant(
            "unknown-field-is-named", "the field is not named",
            .replace("'status'", by: "it", of: .get("/rest/api/search"))),
        Mutant(
            "unknown-type-is-told-with-the-known", "the known types are not told",
            .replace("expected one of", by: "which is none of", of: .get("/rest/api/search"))),
        Mutant(
            "unknown-space-finds-nothing", "an unknown space is 404",
            .answer(when: .get("/rest/api/search"), becomes: 404)),
        Mutant(
            "limit-of-a-search-must-be-a-number", "what is no number is passed over",
            .ignoreParameter("limit", of: .get("/rest/api/search"))),
        Mutant(
            "negative-limit-is-400", "a negative limit is passed over",
            .ignoreParameter("limit", of: .get("/rest/api/search"))),
        Mutant(
            "made-up-cursor-is-400", "a cursor that is made up is passed over",
            .ignoreParameter("cursor", of: .get("/rest/api/search"))),
        Mutant(
            "words-that-stand-nowhere-find-nothing", "words are not looked at",
            .setParameter("cql", to: "type = page", of: .get("/rest/api/search"))),
        Mutant(
            "last-hits-have-no-next", "there are always next hits",
            .setField("_links.next", to: "/rest/api/search?more", of: .get("/rest/api/search"))),
        Mutant(
            "excerpts-can-be-left-out", "excerpts come always",
            .ignoreParameter("excerpt", of: .get("/rest/api/search"))),
        Mutant(
            "empty-words-break-the-site-search", "no words find nothing",
            .swallow(.get("/rest/api/search"), status: 200, body: ["results": []])),
        Mutant(
            "capitals-of-keywords-do-not-count", "keywords must be written small",
            .answer(when: .get("/rest/api/content/search").with(query: "TYPE"), becomes: 400)),
        Mutant(
            "hit-has-the-address-of-its-content", "hits have addresses of their own",
            .setField("results[*].url", to: "/pages/viewpage.action", of: .get("/rest/api/search"))),
        Mutant(
            "next-hits-forget-the-excerpt", "excerpts go on",
            .replace("&cql=", by: "&excerpt=none&cql=", of: .get("/rest/api/search"))),
    ]
}
