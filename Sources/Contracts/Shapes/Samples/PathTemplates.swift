import ConfluenceWire

/// Turns a path of a request into a template such as `/rest/api/content/{id}`, whatever was asked for.
///
/// A part stays only where it is a word of Confluence's API in that place; all else is data and leaves no trace.
package enum PathTemplates {
    /// The parts of a path below the site's address: words of the API, and what stands in its places.
    package static func parts(of path: String) -> [Part] {
        var previous = ""
        return path.split(separator: "/").map { segment in
            let text = PercentEncoding.decode(segment)
            let known = followers[previous]
            if known?.words.contains(text) == true || (known?.place == nil && vocabulary.contains(text)) {
                previous = text
                return .word(text)
            }
            previous = "{}"
            return .place(known?.place ?? "part", value: text)
        }
    }

    package static func template(of path: String) -> String {
        parts(of: path).map { part in
            switch part {
            case .word(let word): "/" + word
            case .place(let name, _): "/{\(name)}"
            }
        }.joined()
    }

    package enum Part: Sendable, Hashable {
        case word(String)
        /// A place of the template, with what stood there.
        case place(String, value: String)
    }

    private struct Followers {
        var place: String?
        var words: Set<String>
    }

    /// What may follow a word of the API: `content: {id} archive search`.
    private static let followers: [String: Followers] = {
        var followers: [String: Followers] = [:]
        for line in table.split(separator: "\n") {
            let sides = line.split(separator: ":", maxSplits: 1)
            let words = sides[1].split(separator: " ").map(String.init)
            let place = words.first { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
            followers[String(sides[0] == "/" ? "" : sides[0])] = Followers(
                place: place, words: Set(words.filter { !$0.hasPrefix("{") }))
        }
        return followers
    }()

    private static let vocabulary: Set<String> = followers.values.reduce(into: []) { $0.formUnion($1.words) }

    /// From the paths of Atlassian's API descriptions and of the clients that this project drives.
    private static let table = """
        /:_edge api dologin.action download ex json login login.action logout.action pages plugins rest rpc s spaces status wiki
        {}:{name} ancestors archive attachments blogposts byGroupId cancel category child children classification-level \
        color-scheme content convert copy custom-content data descendant descendants direct-children disable download enable \
        extractedtext footer-comments from grant group groupancestor groupmember groupparent history inline-comments label \
        labels latest likes macro member membersByGroupId move notification operations pageTree pagehierarchy pages password \
        permission permissions properties property redact related restore restriction revoke role-assignments settings state \
        statistics theme thumbnail title to trash user version versions viewers views watch watchers
        1.0:content manifest tokens user
        _edge:tenant_info
        admin:group space user users
        analytics:content
        anonymous:grant revoke
        api:accessmode admin analytics audit backup-restore cluster color-scheme content content-states contentbody group \
        inlinetasks instance-metrics label longtask permissions relation search server-information settings space template \
        user v2 webhooks
        app:module properties
        applinks:1.0
        async:{id} bulk
        attachment:{id}
        attachments:{id}
        audit:export retention since
        backup:site space
        backup-restore:backup jobs restore
        blogposts:{id}
        blueprint:instance
        bulk:migration tasks
        byGroupId:{group}
        byOperation:{operation}
        category:{label}
        child:{type} attachment comment folder page
        classification-level:default reset
        cluster:nodes
        color-scheme:default reset type
        comments:{id}
        confluence:{cloud}
        content:{id} archive blueprint convert-ids-to-types labels page blogpost scan search
        contentbody:convert
        convert:{to} async
        current:password
        custom-content:{id}
        data-policies:metadata spaces
        databases:{id}
        descendant:{type} attachment comment folder page
        download:attachments thumbnails
        email:bulk
        embeds:{id}
        ex:confluence
        experimental:content template
        folders:{id}
        footer-comments:{id}
        from:{source}
        group:{name} by-id by-name member picker user userByGroupId
        hash:{hash}
        history:{number}
        id:{id}
        inline-comments:{id}
        inlinetasks:{id} search
        instance:{id}
        jobs:{id} clear-queue
        json:removeattachment.action removeattachmentversion.action
        json-rpc:confluenceservice-v2
        label:{label} labels popular recent
        labels:{label} popular recent
        latest:tokens
        likes:1.0 count users
        list:active
        longtask:{id}
        lookandfeel:custom selected
        macro:hash id
        mobile:1.0
        module:dynamic
        move:{position}
        notification:child-created created
        pagehierarchy:copy
        pages:{id} movepage.action viewpage.action
        permission:{permission} check custom-content
        permissions:anonymous group unlicensed user
        personal:{username}
        plugins:servlet
        properties:{property}
        property:{key}
        relation:{relation}
        rest:api applinks atlassian-connect experimental likes mobile pat prototype
        restore:files site space
        restriction:byOperation relevantViewRestrictions
        rpc:json-rpc
        search:user
        settings:lookandfeel systemInfo theme
        space:{key} _private personal upload
        space-permissions:transition
        space-roles:{id}
        spaces:{id} flyingpdf
        state:available content settings
        statistics:summary
        tasks:{id}
        template:{template} blueprint page
        theme:{theme} selected
        thumbnail:download
        thumbnails:{id}
        to:{target}
        tokens:{token}
        transition:access-removals combinations role-assignments tasks
        unlicensed:grant revoke
        user:{user} access anonymous bulk current email list memberof watch
        users:list
        v2:admin-key app attachments blogposts classification-levels comments content custom-content data-policies databases \
        embeds folders footer-comments inline-comments labels pages space-permissions space-role-mode space-roles spaces tasks \
        user users-bulk whiteboards
        version:{number}
        versions:{number}
        watch:content label space
        webhooks:{id} test
        whiteboards:{id}
        """
}
