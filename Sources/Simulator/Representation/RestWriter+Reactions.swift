import ConfluenceStore
import ConfluenceWire

/// Watches, likes, views and states as `/rest/api` writes them.
extension RestWriter {
    func reactions(_ answer: ReactionAnswer) throws -> Response {
        switch answer {
        case .isWatching(let isWatching): ok(["watching": .bool(isWatching)])
        case .watchers(let rows, let target, let key): ok(list(rows) { watch($0, of: target, spaceKey: key) })
        case .likes(let likes): ok(self.likes(likes))
        case .views(let id): ok(["id": .integer(id), "count": 0])
        case .likeCount, .likers: throw Refusal(.internalError, because: "this outcome has no form in /rest/api")
        }
    }

    private func likes(_ likes: ContentLikes) -> JSON {
        var json: JSONObject = [
            "likes": .array(likes.likers.map { ["user": liker($0)] }),
            "content_type": .string(likes.content.kind.rawValue), "content_id": .string("\(likes.content.id)"),
        ]
        if let comments = likes.comments {
            var all = JSONObject()
            for comment in comments { all["\(comment.content.id)"] = self.likes(comment) }
            json["commentLikes"] = .object(all)
        }
        return .object(json)
    }

    /// The members that the script of a page reads.
    private func liker(_ account: AccountRecord) -> JSON {
        [
            "name": .string(account.name), "fullName": .string(account.displayName),
            "url": .string(base.context + dialect.search.personPath(account)),
            "avatarUrl": .string(base.context + SitePicture.personPath), "followedByRemoteUser": false,
        ]
    }

    private func watch(_ account: AccountRecord, of target: WatchTarget, spaceKey: String) -> JSON {
        switch target {
        case .content(let id): ["type": "page", "watcher": user(account), "contentId": .integer(id)]
        case .space: ["type": "space", "watcher": user(account), "spaceKey": .string(spaceKey)]
        case .label(let name): ["type": "label", "watcher": user(account), "labelName": .string(name)]
        }
    }

    func states(_ answer: StateAnswer) -> Response {
        switch answer {
        case .state(let standing):
            // No state is a member that is missing; when it was taken away is still told.
            var json = JSONObject()
            if let state = standing?.state { json["contentState"] = self.state(state) }
            if let standing { json["lastUpdated"] = instant(standing.changedAt) }
            return ok(.object(json))
        case .available(let suggested, let custom):
            return ok([
                "spaceContentStates": .array(suggested.map(state)), "customContentStates": .array(custom.map(state)),
            ])
        case .states(let states):
            return ok(.array(states.map(state)))
        case .settings(let states):
            return ok([
                "contentStatesAllowed": true, "customContentStatesAllowed": true, "spaceContentStatesAllowed": true,
                "spaceContentStates": .array(states.map(state)),
            ])
        }
    }

    private func state(_ state: ContentState) -> JSON {
        ["id": .integer(state.id), "name": .string(state.name), "color": .string(state.color)]
    }
}

extension V2Writer {
    func reactions(_ answer: ReactionAnswer) throws -> Response {
        switch answer {
        case .likeCount(let count): ok(["count": .integer(Int64(count))])
        case .likers(let rows): list(rows) { ["accountId": .string(dialect.people.authorID($0))] }
        case .isWatching, .watchers, .likes, .views:
            throw Refusal(.internalError, because: "this outcome has no form in /api/v2")
        }
    }
}
