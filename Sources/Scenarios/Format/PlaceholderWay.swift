import ConfluenceModel
import Documents

/// The word of a placeholder, taken apart: `var.issue.key` is the root `var`, the name `issue` and the path `key`.
struct PlaceholderWay: Sendable, Hashable {
    let written: String
    let root: String
    /// All that follows the root.
    let rest: String

    init(_ written: String) {
        self.written = written
        let end = written.firstIndex(of: ".") ?? written.endIndex
        root = String(written[..<end])
        rest = String(written[end...].dropFirst())
    }

    var words: [String] {
        written.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }

    /// What follows the root, up to the path in it.
    var name: String? {
        let name = rest.prefix { $0 != "." && $0 != "[" }
        return name.isEmpty ? nil : String(name)
    }

    /// The JSON path behind the name.
    var path: String {
        let path = rest.dropFirst(name?.count ?? 0)
        return String(path.first == "." && !path.hasPrefix("..") ? path.dropFirst() : path)
    }

    private static let forms = [
        "site": "{{site.url}} or {{site.NAME.url}}", "token": "{{token.NAME}}", "password": "{{password.USER}}",
        "user": "{{user.NAME.email}}", "var": "{{var.NAME}}", "data": "{{data.NAME.path}}",
        "receiver": "{{receiver.NAME.url}}", "run": "{{run.id}}", "env": "{{env.NAME}}", "matrix": "{{matrix.AXIS}}",
        "scratch": "{{scratch.space}}", "account": "{{account.ROLE.configuration}}", "text": "{{text.WORD}}",
    ]

    var incomplete: String {
        "“{{\(written)}}” is incomplete; write \(Self.forms[root] ?? Self.forms.values.sorted().joined(separator: ", "))"
    }

    /// What to say of a root that nearly is one of ours; words of templates, without a point, are left in peace.
    var misspeltRoot: String? {
        guard written.contains("."), !["secret", "env", "matrix"].contains(root), !Placeholders.roots.contains(root),
            NearestWord.find(for: root, in: Placeholders.roots) != nil
        else { return nil }
        return DocumentNode.unknown("placeholder", root, among: Placeholders.roots)
    }
}
