extension RefusalTable {
    private static let described = "Data Center REST description, 10.0 (status); the wording is not known"

    /// What is refused of people, groups, and spaces as a whole.
    static let dataCenterPeople: [Row] = [
        Row(
            .userMissing, 404, .service("No user found with name : {name}", reason: "Not Found"), described, .inferred),
        Row(
            .groupMissing, 404, .service("No group found with name : {name}", reason: "Not Found"), described,
            .inferred),
        Row(
            .templateMissing, 404, .service("No template found with id : {id}", reason: "Not Found"), described,
            .inferred),
        Row(
            .webhookMissing, 404, .service("No webhook found with id : {id}", reason: "Not Found"), described, .inferred
        ),
        Row(
            .spaceCreationDenied, 403, .service("User not permitted to create a space", reason: "Forbidden"),
            "as Cloud's v1 is described (status); the wording is not known", .inferred),
        Row(
            .spaceTaken, 409, .service("A space already exists with key {key}", reason: "Conflict"), described,
            .inferred),
        Row(
            .userTaken, 409, .service("A user with the username {name} already exists", reason: "Conflict"), described,
            .inferred),
        Row(
            .passwordWrong, 403, .service("The current password is incorrect", reason: "Forbidden"), described,
            .inferred),
    ]
}
