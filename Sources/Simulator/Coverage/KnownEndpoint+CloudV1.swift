/// Cloud REST v1: its description of July 2026, and as withdrawn what the one of January 2022 has beyond it.
///
/// Sites still serve what was withdrawn; the gateway answers 410.
extension KnownEndpoint {
    static let cloudV1 = described + exportPages

    private static let described = read(
        source: "Cloud REST v1 description",
        """
        GET /rest/api/analytics/content/{contentId}/viewers
        GET /rest/api/analytics/content/{contentId}/views
        GET POST /rest/api/audit
        GET /rest/api/audit/export
        GET PUT /rest/api/audit/retention
        GET /rest/api/audit/since
        GET POST /rest/api/content | withdrawn
        GET /rest/api/content-states
        POST /rest/api/content/archive
        POST PUT /rest/api/content/blueprint/instance/{draftId}
        GET /rest/api/content/search
        GET PUT DELETE /rest/api/content/{id} | withdrawn
        GET /rest/api/content/{id}/child | withdrawn
        POST PUT /rest/api/content/{id}/child/attachment
        GET /rest/api/content/{id}/child/attachment | withdrawn
        PUT /rest/api/content/{id}/child/attachment/{attachmentId}
        POST /rest/api/content/{id}/child/attachment/{attachmentId}/data
        GET /rest/api/content/{id}/child/attachment/{attachmentId}/download
        GET /rest/api/content/{id}/child/{type} | withdrawn
        POST /rest/api/content/{id}/copy
        GET /rest/api/content/{id}/descendant
        GET /rest/api/content/{id}/descendant/{type}
        GET /rest/api/content/{id}/history | withdrawn
        GET /rest/api/content/{id}/history/{version}/macro/id/{macroId}
        GET /rest/api/content/{id}/history/{version}/macro/id/{macroId}/convert/async/{to}
        GET /rest/api/content/{id}/history/{version}/macro/id/{macroId}/convert/{to}
        POST DELETE /rest/api/content/{id}/label
        GET /rest/api/content/{id}/label | withdrawn
        DELETE /rest/api/content/{id}/label/{label}
        GET /rest/api/content/{id}/notification/child-created
        GET /rest/api/content/{id}/notification/created
        DELETE /rest/api/content/{id}/pageTree
        POST /rest/api/content/{id}/pagehierarchy/copy
        POST /rest/api/content/{id}/permission/check
        GET POST /rest/api/content/{id}/property | withdrawn
        GET POST PUT DELETE /rest/api/content/{id}/property/{key} | withdrawn
        GET POST PUT DELETE /rest/api/content/{id}/restriction
        GET /rest/api/content/{id}/restriction/byOperation
        GET /rest/api/content/{id}/restriction/byOperation/{operationKey}
        GET PUT DELETE /rest/api/content/{id}/restriction/byOperation/{operationKey}/byGroupId/{groupId}
        GET PUT DELETE /rest/api/content/{id}/restriction/byOperation/{operationKey}/group/{groupName} | withdrawn
        GET PUT DELETE /rest/api/content/{id}/restriction/byOperation/{operationKey}/user
        GET PUT DELETE /rest/api/content/{id}/state
        GET /rest/api/content/{id}/state/available
        POST /rest/api/content/{id}/version
        GET /rest/api/content/{id}/version | withdrawn
        DELETE /rest/api/content/{id}/version/{versionNumber}
        GET /rest/api/content/{id}/version/{versionNumber} | withdrawn
        PUT /rest/api/content/{pageId}/move/{position}/{targetId}
        GET POST /rest/api/contentbody/convert/async/bulk/tasks
        GET POST /rest/api/contentbody/convert/async/{to}
        POST /rest/api/contentbody/convert/{to} | withdrawn
        GET POST /rest/api/group
        DELETE /rest/api/group | withdrawn
        GET DELETE /rest/api/group/by-id
        GET /rest/api/group/by-name | withdrawn
        GET /rest/api/group/member | withdrawn
        GET /rest/api/group/picker
        POST DELETE /rest/api/group/user | withdrawn
        POST DELETE /rest/api/group/userByGroupId
        GET /rest/api/group/{groupId}/membersByGroupId
        GET /rest/api/group/{groupName} | withdrawn
        GET /rest/api/group/{groupName}/member | withdrawn
        GET /rest/api/inlinetasks/search | withdrawn
        GET PUT /rest/api/inlinetasks/{inlineTaskId} | withdrawn
        GET /rest/api/label
        GET /rest/api/longtask
        GET /rest/api/longtask/{id}
        GET /rest/api/relation/{relationName}/from/{sourceType}/{sourceKey}/to/{targetType}
        GET PUT DELETE /rest/api/relation/{relationName}/from/{sourceType}/{sourceKey}/to/{targetType}/{targetKey}
        GET /rest/api/relation/{relationName}/to/{targetType}/{targetKey}/from/{sourceType}
        GET /rest/api/search
        GET /rest/api/search/user
        GET PUT /rest/api/settings/lookandfeel
        POST DELETE /rest/api/settings/lookandfeel/custom
        PUT /rest/api/settings/lookandfeel/selected | withdrawn
        GET /rest/api/settings/systemInfo
        GET /rest/api/settings/theme
        GET /rest/api/settings/theme/selected
        GET /rest/api/settings/theme/{themeKey}
        POST /rest/api/space
        GET /rest/api/space | withdrawn
        POST /rest/api/space/_private
        PUT DELETE /rest/api/space/{spaceKey}
        GET /rest/api/space/{spaceKey} | withdrawn
        GET /rest/api/space/{spaceKey}/content | withdrawn
        GET /rest/api/space/{spaceKey}/content/{type} | withdrawn
        GET POST DELETE /rest/api/space/{spaceKey}/label
        POST /rest/api/space/{spaceKey}/permission
        POST /rest/api/space/{spaceKey}/permission/custom-content
        DELETE /rest/api/space/{spaceKey}/permission/{id}
        GET POST /rest/api/space/{spaceKey}/property | withdrawn
        GET POST PUT DELETE /rest/api/space/{spaceKey}/property/{key} | withdrawn
        GET PUT /rest/api/space/{spaceKey}/settings
        GET /rest/api/space/{spaceKey}/state
        GET /rest/api/space/{spaceKey}/state/content
        GET /rest/api/space/{spaceKey}/state/settings
        GET PUT DELETE /rest/api/space/{spaceKey}/theme
        GET /rest/api/space/{spaceKey}/watch
        POST PUT /rest/api/template
        GET /rest/api/template/blueprint
        GET /rest/api/template/page
        GET DELETE /rest/api/template/{contentTemplateId}
        GET /rest/api/user
        GET /rest/api/user/anonymous
        GET /rest/api/user/bulk
        GET /rest/api/user/bulk/migration | withdrawn
        GET /rest/api/user/current
        GET /rest/api/user/email
        GET /rest/api/user/email/bulk
        GET /rest/api/user/memberof
        GET POST DELETE /rest/api/user/watch/content/{contentId}
        GET POST DELETE /rest/api/user/watch/label/{labelName}
        GET POST DELETE /rest/api/user/watch/space/{spaceKey}
        GET /rest/api/user/{userId}/property
        GET POST PUT DELETE /rest/api/user/{userId}/property/{key}
        GET POST DELETE /rest/atlassian-connect/1/app/module/dynamic | apps
        """)

    /// How clients export a space, as the pages of its settings do.
    private static let exportPages = read(
        source: "sent by atlassian-python-api",
        """
        GET /spaces/exportspacecsv.action
        GET /spaces/exportspacehtml.action
        GET /spaces/exportspacexml.action
        POST /spaces/doexportspace.action
        """)
}
