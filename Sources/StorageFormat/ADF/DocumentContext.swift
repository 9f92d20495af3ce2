/// What a body needs to know of its page to become an Atlassian document.
package struct DocumentContext {
    /// The media collection that holds the page's files: `contentId-98311`.
    package var collection: String
    package var surroundings: any BodySurroundings

    package init(collection: String = "", surroundings: any BodySurroundings = NoSurroundings()) {
        self.collection = collection
        self.surroundings = surroundings
    }
}
