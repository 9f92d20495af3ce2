/// Data Center: its REST description, 10.0.3, and what clients call beyond it.
///
/// The descriptions of 7.16, 8.4, 9.1 and 9.3 tell in which releases an endpoint came or went; CONFSERVER-87290 to
/// -87292 (8.4), CONFSERVER-78176 (9.1) and kovetskiy/mark (8.8) tell it of theirs.
extension KnownEndpoint {
    static let dataCenter = described + services

    private static let described = read(
        source: "Data Center REST description",
        """
        POST /json/removeattachment.action
        POST /pages/movepage.action
        GET /rest/api/accessmode
        POST /rest/api/admin/group | since 8.0
        DELETE /rest/api/admin/group/{groupName} | since 8.0
        POST /rest/api/admin/space/personal/{username} | since 9.3
        POST /rest/api/admin/user | since 8.4
        PUT DELETE /rest/api/admin/user/{username} | since 8.0
        PUT /rest/api/admin/user/{username}/disable | since 8.0
        PUT /rest/api/admin/user/{username}/enable | since 8.0
        POST /rest/api/admin/user/{username}/password | since 8.4
        GET /rest/api/admin/users/list/active | since 9.3
        GET /rest/api/audit
        POST /rest/api/audit | until 9.1
        GET /rest/api/audit/export | until 9.1
        GET PUT /rest/api/audit/retention | until 9.1
        GET /rest/api/audit/since | until 9.1
        POST /rest/api/backup-restore/backup/site | since 8.3
        POST /rest/api/backup-restore/backup/space | since 8.3
        GET /rest/api/backup-restore/jobs | since 8.3
        PUT /rest/api/backup-restore/jobs/clear-queue | since 8.3
        GET /rest/api/backup-restore/jobs/{jobId} | since 8.3
        PUT /rest/api/backup-restore/jobs/{jobId}/cancel | since 8.3
        GET /rest/api/backup-restore/jobs/{jobId}/download | since 8.3
        GET /rest/api/backup-restore/restore/files | since 8.3
        POST /rest/api/backup-restore/restore/site | since 8.3
        POST /rest/api/backup-restore/restore/site/upload | since 8.3
        POST /rest/api/backup-restore/restore/space | since 8.3
        POST /rest/api/backup-restore/restore/space/upload | since 8.3
        GET /rest/api/cluster/nodes | since 9.3
        GET PUT /rest/api/color-scheme | since 9.1
        GET /rest/api/color-scheme/default | since 9.1
        PUT /rest/api/color-scheme/reset | since 9.1
        GET POST /rest/api/content
        POST PUT /rest/api/content/blueprint/instance/{draftId}
        GET /rest/api/content/scan
        GET /rest/api/content/search
        GET /rest/api/content/{contentId}/watchers | since 9.1
        GET PUT DELETE /rest/api/content/{id}
        GET /rest/api/content/{id}/child
        GET POST /rest/api/content/{id}/child/attachment
        PUT DELETE /rest/api/content/{id}/child/attachment/{attachmentId}
        POST /rest/api/content/{id}/child/attachment/{attachmentId}/data
        GET /rest/api/content/{id}/child/attachment/{attachmentId}/extractedtext | since 9.1
        POST /rest/api/content/{id}/child/attachment/{attachmentId}/move | since 9.1
        DELETE /rest/api/content/{id}/child/attachment/{attachmentId}/version/{version}
        GET /rest/api/content/{id}/child/{type}
        GET /rest/api/content/{id}/descendant
        GET /rest/api/content/{id}/descendant/{type}
        GET /rest/api/content/{id}/history
        GET /rest/api/content/{id}/history/{version}/macro/hash/{hash}
        GET /rest/api/content/{id}/history/{version}/macro/id/{macroId}
        GET POST DELETE /rest/api/content/{id}/label
        DELETE /rest/api/content/{id}/label/{label}
        GET POST /rest/api/content/{id}/property
        GET POST PUT DELETE /rest/api/content/{id}/property/{key}
        PUT /rest/api/content/{id}/restriction | since 8.8
        GET /rest/api/content/{id}/restriction/byOperation
        GET /rest/api/content/{id}/restriction/byOperation/{operationKey}
        GET /rest/api/content/{id}/restriction/relevantViewRestrictions | since 9.3
        DELETE /rest/api/content/{id}/version/{versionNumber}
        POST /rest/api/contentbody/convert/{to}
        GET /rest/api/group
        GET /rest/api/group/{groupName}
        GET /rest/api/group/{groupName}/groupancestor
        GET /rest/api/group/{groupName}/groupmember
        GET /rest/api/group/{groupName}/groupparent
        GET /rest/api/group/{groupName}/member
        GET /rest/api/instance-metrics | since 9.1
        GET /rest/api/label/labels | since 9.1
        GET /rest/api/label/popular | since 9.1
        GET /rest/api/label/recent | since 9.1
        GET /rest/api/label/{labelName}/related | since 9.1
        GET /rest/api/longtask
        GET /rest/api/longtask/{id}
        GET PUT /rest/api/permissions | since 9.3
        GET /rest/api/permissions/anonymous | since 9.3
        PUT /rest/api/permissions/anonymous/grant | since 9.3
        PUT /rest/api/permissions/anonymous/revoke | since 9.3
        GET /rest/api/permissions/group/{groupName} | since 9.3
        PUT /rest/api/permissions/group/{groupName}/grant | since 9.3
        PUT /rest/api/permissions/group/{groupName}/revoke | since 9.3
        GET /rest/api/permissions/unlicensed | since 9.3
        PUT /rest/api/permissions/unlicensed/grant | since 9.3
        PUT /rest/api/permissions/unlicensed/revoke | since 9.3
        GET /rest/api/permissions/user/{user} | since 9.3
        PUT /rest/api/permissions/user/{user}/grant | since 9.3
        PUT /rest/api/permissions/user/{user}/revoke | since 9.3
        GET /rest/api/search
        GET /rest/api/server-information | since 8.4
        GET POST /rest/api/space
        POST /rest/api/space/_private
        POST /rest/api/space/personal | since 9.1
        GET PUT DELETE /rest/api/space/{spaceKey}
        PUT /rest/api/space/{spaceKey}/archive | since 9.1
        POST DELETE /rest/api/space/{spaceKey}/category/{labelName} | since 9.1
        GET PUT /rest/api/space/{spaceKey}/color-scheme | since 9.1
        PUT /rest/api/space/{spaceKey}/color-scheme/reset | since 9.1
        GET PUT /rest/api/space/{spaceKey}/color-scheme/type | since 9.1
        GET /rest/api/space/{spaceKey}/content
        GET /rest/api/space/{spaceKey}/content/{type}
        GET /rest/api/space/{spaceKey}/labels | since 9.1
        GET /rest/api/space/{spaceKey}/labels/popular | since 9.1
        GET /rest/api/space/{spaceKey}/labels/recent | since 9.1
        GET /rest/api/space/{spaceKey}/labels/{labelName}/related | since 9.1
        GET POST /rest/api/space/{spaceKey}/permissions | since 9.1
        GET /rest/api/space/{spaceKey}/permissions/anonymous | since 9.1
        PUT /rest/api/space/{spaceKey}/permissions/anonymous/grant | since 9.1
        PUT /rest/api/space/{spaceKey}/permissions/anonymous/revoke | since 9.1
        GET /rest/api/space/{spaceKey}/permissions/group/{groupName} | since 9.1
        PUT /rest/api/space/{spaceKey}/permissions/group/{groupName}/grant | since 9.1
        PUT /rest/api/space/{spaceKey}/permissions/group/{groupName}/revoke | since 9.1
        GET /rest/api/space/{spaceKey}/permissions/user/{userKey} | since 9.1
        PUT /rest/api/space/{spaceKey}/permissions/user/{userKey}/grant | since 9.1
        PUT /rest/api/space/{spaceKey}/permissions/user/{userKey}/revoke | since 9.1
        GET POST /rest/api/space/{spaceKey}/property
        GET POST PUT DELETE /rest/api/space/{spaceKey}/property/{key}
        PUT /rest/api/space/{spaceKey}/restore | since 9.1
        GET DELETE /rest/api/space/{spaceKey}/trash | since 9.1
        GET /rest/api/space/{spaceKey}/watchers | since 9.1
        GET /rest/api/user
        GET /rest/api/user/anonymous
        GET PUT /rest/api/user/current
        POST /rest/api/user/current/password | since 8.4
        GET /rest/api/user/list | since 8.4
        GET /rest/api/user/memberof
        GET POST DELETE /rest/api/user/watch/content/{contentId}
        GET POST DELETE /rest/api/user/watch/space/{spaceKey}
        PUT DELETE /rest/api/user/{username}/group/{groupName} | since 8.0
        GET POST /rest/api/webhooks
        POST /rest/api/webhooks/test
        GET PUT DELETE /rest/api/webhooks/{webhookId}
        GET /rest/api/webhooks/{webhookId}/latest
        GET /rest/api/webhooks/{webhookId}/statistics
        GET /rest/api/webhooks/{webhookId}/statistics/summary
        GET /rest/experimental/content/{id}/version
        GET DELETE /rest/experimental/content/{id}/version/{number}
        GET POST /rest/experimental/template
        GET /rest/experimental/template/blueprint
        GET /rest/experimental/template/page
        GET /rest/experimental/template/{id}
        POST /rpc/json-rpc/confluenceservice-v2
        """)

    /// Services beside the REST API that clients know how to ask.
    private static let services = read(
        source: "sent by atlassian-python-api",
        """
        GET /rest/license/1.0/license/details
        GET /rest/license/1.0/license/maxUsers
        GET /rest/license/1.0/license/remainingSeats
        GET /rest/license/1.0/license/userCount
        GET POST /rest/plugins/1.0
        GET PUT DELETE /rest/plugins/1.0/{pluginKey}
        GET PUT /rest/plugins/1.0/{pluginKey}/license
        GET /rest/plugins/latest/safe-mode
        GET POST /rest/prototype/1/index/reindex
        GET /rest/troubleshooting/1.0/check
        GET /spaces/exportspacecsv.action
        GET /spaces/exportspacehtml.action
        GET /spaces/exportspacexml.action
        POST /spaces/doexportspace.action
        """)
}
