/// Macros that show an account, which they name as links do. Source: views that are kept in public repositories.
extension ViewRenderer {
    mutating func renderProfile(_ macro: StorageElement) {
        guard let person = person(macro, "user") else { return renderError(macro, "The user could not be found.") }
        html += openTag("div", macroAttributes(macro, "profile-macro")) + "<div class=\"vcard\">"
        renderPicture(of: person)
        html += "<div class=\"values\"><div>"
        wrap(
            [.text(person.name)], "a",
            [("href", context.address(person.path)), ("class", "url fn confluence-userlink"), person.identity])
        html += "</div></div></div></div>"
    }

    mutating func renderProfilePicture(_ macro: StorageElement) {
        guard let person = person(macro, "User") ?? person(macro, "user") else {
            return renderError(macro, "The user could not be found.")
        }
        renderPicture(of: person, macroAttributes(macro, "", output: "inline"))
    }

    private mutating func renderPicture(of person: LinkedPerson, _ attributes: [(String, String)] = []) {
        var attributes = attributes
        let names = ["userLogoLink"] + attributes.filter { $0.0 == "class" }.map(\.1)
        attributes.removeAll { $0.0 == "class" }
        attributes.insert(("class", names.joined(separator: " ")), at: 0)
        let account = person.identity.value
        // Whatever names accounts on the platform, the old name of the attribute is there too.
        attributes.append(("data-username", account))
        if person.identity.name != "data-username" { attributes.append(person.identity) }
        html += openTag("a", attributes + [("href", context.address(person.path))])
        html += emptyTag(
            "img",
            [
                ("class", "userLogo logo"), ("src", context.address(person.picture)),
                ("alt", "User icon: \(account)"), ("title", account),
            ])
        html += "</a>"
    }

    private mutating func person(_ macro: StorageElement, _ parameter: String) -> LinkedPerson? {
        for case .element(let child) in macro.children
        where child.name == "ac:parameter" && child["ac:name"] == parameter {
            let user = child.child("ri:user")
            let named = user?["ri:account-id"] ?? user?["ri:userkey"] ?? user?["ri:username"]
            let identifier = named ?? PlainText.text(of: child.children)
            return ask { try $0.person(identifier) }
        }
        return nil
    }
}
