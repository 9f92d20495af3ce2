extension RefusalTable {
    private static let package = "com.atlassian.confluence.api.service.exceptions"
    private static let described = "v1 description (status); the wording is not known"

    /// What is refused of people, groups, and spaces as a whole.
    static let cloudPeople: [Row] = [
        Row(
            .userMissing, 404, .service("\(package).NotFoundException: No user found with name : {name}"), described,
            .inferred),
        Row(
            .groupMissing, 404, .service("\(package).NotFoundException: No group found with name : {name}"), described,
            .inferred),
        Row(
            .spaceCreationDenied, in: .v2, 404, .errors(code: "NOT_FOUND", title: "Not Found"),
            "v2 description: 404 without permission to create spaces", .documented),
        Row(
            .spaceCreationDenied, 403,
            .service("\(package).PermissionException: User not permitted to create a space"), described, .inferred),
        Row(.themeMissing, 404, .service("\(package).NotFoundException: No theme found"), described, .inferred),
        Row(
            .themeUnknown, 403, .service("\(package).PermissionException: The theme key is invalid"), described,
            .inferred),
        Row(
            .themeNeeded, 409, .service("\(package).ConflictException: No theme is set for the space"), described,
            .inferred),
        // The description has 403 for a template that is missing, and for one that the caller may not see.
        Row(
            .templateMissing, 403, .service("\(package).PermissionException: No template found with id : {id}"),
            described, .inferred),
        Row(
            .conversionMissing, 404, .service("\(package).NotFoundException: No conversion found with id : {id}"),
            described, .inferred),
        Row(
            .relationMissing, 404, .service("\(package).NotFoundException: No relation found with name : {name}"),
            "MrRefactoring/confluence.js, live tests (status)", .measured),
        Row(
            .relationsUnsearchable, 501,
            .status("\(package).NotImplementedServiceException: Finding relations is not implemented"),
            "MrRefactoring/confluence.js, live tests (status)", .measured),
    ]
}
