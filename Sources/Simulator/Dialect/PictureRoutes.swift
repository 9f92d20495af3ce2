import ConfluenceWire

extension Route {
    private static let paths = "paths of pictures in answers of sites"

    /// Where the pictures lie to which a Cloud site's answers point.
    static let cloudPictures: [Route] =
        [
            Route(.get, "/aa-avatar/{user}", .avatar, api: .pages, door: .visitors, paths, .inferred)
                .partly("answers itself and sends nobody on to the host of pictures")
        ] + sitePictures

    static let dataCenterPictures = sitePictures

    private static let sitePictures = ["/images/icons/profilepics", "/images/logo"].map { folder in
        Route(
            .get, PathTemplate(stringLiteral: folder + "/{name}"), .sitePicture(in: folder), api: .pages,
            door: .everybody, paths, .inferred
        ).partly("the pictures for people and spaces without one, drawn otherwise")
    }
}
