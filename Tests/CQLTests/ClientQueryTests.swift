import CQL
import Testing

@Suite("Every query that known clients send is read")
struct ClientQueryTests {
    /// The forms are those that the clients build; values are invented.
    private static let queries = [
        #"(type=page and space="AT") and (title~"foo" or text~"foo")"#,
        #"(type=page) and (title~"foo" or text~"foo")"#,
        #"(type=page) and (title~"f\"o")"#,
        #"(type=page) and (siteSearch~"foo")"#,
        #"type=page AND label="x" AND space="AT""#,
        #"type=page AND label="x""#,
        #"space="S" AND ((creator = currentUser()) OR (type=page AND label="L") OR (id in ("1","2"))) order by title"#,
        #"(type=page) and (siteSearch~"a\+b\:c")"#,
        #"type="page" AND label="L""#,
        #"type=page AND label="L""#,
        #"parent=4711 AND space="S""#,
        #"siteSearch ~ "q""#,
        #"text ~ "q""#,
        #"(type=page) AND (space = A OR space = "~b") ORDER BY lastmodified"#,
        "contributor = currentUser() order by lastmodified DESC",
        #"user.fullname ~ "x""#,
        "type=page AND ancestor=98305",
        #"type=page AND space="K""#,
        #"type=page AND space="K" AND title="T""#,
        "id in (1,2)",
        "ancestor=98305",
        #"space="K" and type=page"#,
        #"space="K" and type=page and title="T""#,
        #"space="K" and type=page and title~"t""#,
        #"type=folder AND title="T" AND space="K" AND ancestor=7"#,
        #"user.fullname~"Ada Byron""#,
        "space in ('KEY') AND type=page",
        "space in ('KEY','OTHER') AND type in ('page','blogpost')",
        #"siteSearch ~ "q" and text ~ "q" and type = page and space = "K""#,
        #"type = folder and title = "T""#,
    ]

    @Test("the query is read", arguments: queries)
    func parses(query: String) throws {
        #expect(throws: Never.self) { try CQLParser.parse(query) }
    }
}
