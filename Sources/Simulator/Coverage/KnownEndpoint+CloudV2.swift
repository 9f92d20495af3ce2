/// Cloud REST v2: its description of July 2026.
///
/// What is marked so answers apps alone, which no token of a user is.
extension KnownEndpoint {
    static let cloudV2 = read(
        source: "Cloud REST v2 description",
        """
        GET POST DELETE /api/v2/admin-key
        GET /api/v2/app/properties | apps
        GET PUT DELETE /api/v2/app/properties/{propertyKey} | apps
        GET /api/v2/attachments
        GET POST /api/v2/attachments/{attachment-id}/properties
        GET PUT DELETE /api/v2/attachments/{attachment-id}/properties/{property-id}
        GET /api/v2/attachments/{attachment-id}/versions/{version-number}
        GET DELETE /api/v2/attachments/{id}
        GET /api/v2/attachments/{id}/footer-comments
        GET /api/v2/attachments/{id}/labels
        GET /api/v2/attachments/{id}/operations
        GET /api/v2/attachments/{id}/thumbnail/download
        GET /api/v2/attachments/{id}/versions
        GET POST /api/v2/blogposts
        GET POST /api/v2/blogposts/{blogpost-id}/properties
        GET PUT DELETE /api/v2/blogposts/{blogpost-id}/properties/{property-id}
        GET /api/v2/blogposts/{blogpost-id}/versions/{version-number}
        GET PUT DELETE /api/v2/blogposts/{id}
        GET /api/v2/blogposts/{id}/attachments
        GET PUT /api/v2/blogposts/{id}/classification-level
        POST /api/v2/blogposts/{id}/classification-level/reset
        GET /api/v2/blogposts/{id}/custom-content
        GET /api/v2/blogposts/{id}/footer-comments
        GET /api/v2/blogposts/{id}/inline-comments
        GET /api/v2/blogposts/{id}/labels
        GET /api/v2/blogposts/{id}/likes/count
        GET /api/v2/blogposts/{id}/likes/users
        GET /api/v2/blogposts/{id}/operations
        POST /api/v2/blogposts/{id}/redact
        GET /api/v2/blogposts/{id}/versions
        GET /api/v2/classification-levels
        GET POST /api/v2/comments/{comment-id}/properties
        GET PUT DELETE /api/v2/comments/{comment-id}/properties/{property-id}
        POST /api/v2/content/convert-ids-to-types
        GET POST /api/v2/custom-content
        GET POST /api/v2/custom-content/{custom-content-id}/properties
        GET PUT DELETE /api/v2/custom-content/{custom-content-id}/properties/{property-id}
        GET /api/v2/custom-content/{custom-content-id}/versions
        GET /api/v2/custom-content/{custom-content-id}/versions/{version-number}
        GET PUT DELETE /api/v2/custom-content/{id}
        GET /api/v2/custom-content/{id}/attachments
        GET /api/v2/custom-content/{id}/children
        GET /api/v2/custom-content/{id}/footer-comments
        GET /api/v2/custom-content/{id}/labels
        GET /api/v2/custom-content/{id}/operations
        GET /api/v2/data-policies/metadata
        GET /api/v2/data-policies/spaces
        POST /api/v2/databases
        GET PUT DELETE /api/v2/databases/{database-id}/properties/{property-id}
        GET DELETE /api/v2/databases/{id}
        GET /api/v2/databases/{id}/ancestors
        GET PUT /api/v2/databases/{id}/classification-level
        POST /api/v2/databases/{id}/classification-level/reset
        GET /api/v2/databases/{id}/descendants
        GET /api/v2/databases/{id}/direct-children
        GET /api/v2/databases/{id}/operations
        GET POST /api/v2/databases/{id}/properties
        POST /api/v2/embeds
        GET PUT DELETE /api/v2/embeds/{embed-id}/properties/{property-id}
        GET DELETE /api/v2/embeds/{id}
        GET /api/v2/embeds/{id}/ancestors
        GET /api/v2/embeds/{id}/descendants
        GET /api/v2/embeds/{id}/direct-children
        GET /api/v2/embeds/{id}/operations
        GET POST /api/v2/embeds/{id}/properties
        POST /api/v2/folders
        GET PUT DELETE /api/v2/folders/{folder-id}/properties/{property-id}
        GET DELETE /api/v2/folders/{id}
        GET /api/v2/folders/{id}/ancestors
        GET /api/v2/folders/{id}/descendants
        GET /api/v2/folders/{id}/direct-children
        GET /api/v2/folders/{id}/operations
        GET POST /api/v2/folders/{id}/properties
        GET POST /api/v2/footer-comments
        GET PUT DELETE /api/v2/footer-comments/{comment-id}
        GET /api/v2/footer-comments/{id}/children
        GET /api/v2/footer-comments/{id}/likes/count
        GET /api/v2/footer-comments/{id}/likes/users
        GET /api/v2/footer-comments/{id}/operations
        GET /api/v2/footer-comments/{id}/versions
        GET /api/v2/footer-comments/{id}/versions/{version-number}
        GET POST /api/v2/inline-comments
        GET PUT DELETE /api/v2/inline-comments/{comment-id}
        GET /api/v2/inline-comments/{id}/children
        GET /api/v2/inline-comments/{id}/likes/count
        GET /api/v2/inline-comments/{id}/likes/users
        GET /api/v2/inline-comments/{id}/operations
        GET /api/v2/inline-comments/{id}/versions
        GET /api/v2/inline-comments/{id}/versions/{version-number}
        GET /api/v2/labels
        GET /api/v2/labels/{id}/attachments
        GET /api/v2/labels/{id}/blogposts
        GET /api/v2/labels/{id}/pages
        GET POST /api/v2/pages
        GET PUT DELETE /api/v2/pages/{id}
        GET /api/v2/pages/{id}/ancestors
        GET /api/v2/pages/{id}/attachments
        GET /api/v2/pages/{id}/children
        GET PUT /api/v2/pages/{id}/classification-level
        POST /api/v2/pages/{id}/classification-level/reset
        GET /api/v2/pages/{id}/custom-content
        GET /api/v2/pages/{id}/descendants
        GET /api/v2/pages/{id}/direct-children
        GET /api/v2/pages/{id}/footer-comments
        GET /api/v2/pages/{id}/inline-comments
        GET /api/v2/pages/{id}/labels
        GET /api/v2/pages/{id}/likes/count
        GET /api/v2/pages/{id}/likes/users
        GET /api/v2/pages/{id}/operations
        POST /api/v2/pages/{id}/redact
        PUT /api/v2/pages/{id}/title
        GET /api/v2/pages/{id}/versions
        GET POST /api/v2/pages/{page-id}/properties
        GET PUT DELETE /api/v2/pages/{page-id}/properties/{property-id}
        GET /api/v2/pages/{page-id}/versions/{version-number}
        GET /api/v2/space-permissions
        POST /api/v2/space-permissions/transition/access-removals
        GET POST /api/v2/space-permissions/transition/combinations
        POST /api/v2/space-permissions/transition/role-assignments
        GET /api/v2/space-permissions/transition/tasks/{taskId}
        GET /api/v2/space-role-mode
        GET POST /api/v2/space-roles
        GET PUT DELETE /api/v2/space-roles/{id}
        GET POST /api/v2/spaces
        GET /api/v2/spaces/{id}
        GET /api/v2/spaces/{id}/blogposts
        GET PUT DELETE /api/v2/spaces/{id}/classification-level/default
        GET /api/v2/spaces/{id}/content/labels
        GET /api/v2/spaces/{id}/custom-content
        GET /api/v2/spaces/{id}/labels
        GET /api/v2/spaces/{id}/operations
        GET /api/v2/spaces/{id}/pages
        GET /api/v2/spaces/{id}/permissions
        GET POST /api/v2/spaces/{id}/role-assignments
        GET POST /api/v2/spaces/{space-id}/properties
        GET PUT DELETE /api/v2/spaces/{space-id}/properties/{property-id}
        GET /api/v2/tasks
        GET PUT /api/v2/tasks/{id}
        POST /api/v2/user/access/check-access-by-email
        POST /api/v2/user/access/invite-by-email
        POST /api/v2/users-bulk
        POST /api/v2/whiteboards
        GET DELETE /api/v2/whiteboards/{id}
        GET /api/v2/whiteboards/{id}/ancestors
        GET PUT /api/v2/whiteboards/{id}/classification-level
        POST /api/v2/whiteboards/{id}/classification-level/reset
        GET /api/v2/whiteboards/{id}/descendants
        GET /api/v2/whiteboards/{id}/direct-children
        GET /api/v2/whiteboards/{id}/operations
        GET POST /api/v2/whiteboards/{id}/properties
        GET PUT DELETE /api/v2/whiteboards/{whiteboard-id}/properties/{property-id}
        """)
}
