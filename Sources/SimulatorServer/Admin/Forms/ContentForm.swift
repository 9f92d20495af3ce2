import ConfluenceModel
import ConfluenceWire
import Simulator

/// What is on a site as JSON; subjects and operations in the words of site files.
enum ContentForm {
    static func json(_ user: SiteContents.User) -> JSON {
        [
            "name": .string(user.name),
            "displayName": .string(user.displayName),
            "email": .string(user.email),
            "accountId": .string(user.accountID),
            "userKey": .string(user.userKey),
            "kind": .string(user.kind.rawValue),
            "active": .bool(user.isActive),
            "licensed": .bool(user.isLicensed),
            "siteAdmin": .bool(user.isSiteAdmin),
            "groups": .array(user.groups.map(JSON.string)),
        ]
    }

    static func json(_ token: SiteContents.Token) -> JSON {
        var state = "active"
        var moment = token.revokedAt
        switch token.state {
        case .active: break
        case .revoked: state = "revoked"
        case .expires(let end):
            state = "expires"
            moment = end
        }
        return [
            "name": .string(token.name),
            "user": .string(token.owner),
            "kind": .string(token.kind.rawValue),
            "state": .string(state),
            "moment": moment.map { .string(Moment.text($0)) } ?? .null,
            "scopes": .array(token.scopes.map(JSON.string)),
        ]
    }

    static func json(_ space: SiteContents.Space) -> JSON {
        [
            "key": .string(space.key),
            "name": .string(space.name),
            "type": .string(space.kind.rawValue),
            "archived": .bool(space.isArchived),
            "homepage": space.homepageID.map(JSON.integer) ?? .null,
            "permissions": .array(
                space.permissions.map { grant in
                    let operations = SpaceOperation.allCases.filter(grant.operations.contains)
                    return [
                        "to": json(grant.subject), "operations": .array(operations.map { .string($0.rawValue) }),
                    ]
                }),
        ]
    }

    static func json(_ page: SiteContents.Page) -> JSON {
        [
            "id": .integer(page.id),
            "title": .string(page.title),
            "space": .string(page.space),
            "parent": page.parentID.map(JSON.integer) ?? .null,
            "status": .string(page.status.rawValue),
            "version": .integer(Int64(page.version)),
            "lastModified": .string(Moment.text(page.lastModified)),
            "lastModifiedBy": .string(page.lastModifiedBy),
            "viewers": .array(page.viewers.map(json)),
            "editors": .array(page.editors.map(json)),
        ]
    }

    static func json(_ subject: Subject) -> JSON {
        switch subject {
        case .anonymous: "anonymous"
        case .user(let name): ["user": .string(name)]
        case .group(let name): ["group": .string(name)]
        }
    }
}
