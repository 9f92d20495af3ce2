extension Schema {
    /// Gives labels an owner: those with the prefix `my` are seen by who set them and by nobody else.
    ///
    /// Earlier releases did not note who had set one, so that it is taken to be whoever made what carries it; a label of
    /// each owner is a label of its own. What has no maker loses such a label. Favourites carry one from here on.
    static let labelOwners = """
        CREATE TABLE owned_labels (
          id INTEGER PRIMARY KEY, prefix TEXT NOT NULL, name TEXT NOT NULL, ownerID INTEGER REFERENCES users (id)
        );
        INSERT INTO owned_labels (id, prefix, name) SELECT id, prefix, name FROM labels WHERE prefix != 'my';
        INSERT INTO owned_labels (id, prefix, name, ownerID)
          SELECT (SELECT ifnull(max(id), 0) FROM labels) + row_number() OVER (ORDER BY name, ownerID), 'my', name, ownerID
          FROM (
            SELECT l.name AS name, c.creatorID AS ownerID FROM labels l
              JOIN content_labels x ON x.labelID = l.id JOIN content c ON c.id = x.contentID WHERE l.prefix = 'my'
            UNION SELECT l.name, s.creatorID FROM labels l
              JOIN space_labels x ON x.labelID = l.id JOIN spaces s ON s.id = x.spaceID
              WHERE l.prefix = 'my' AND s.creatorID IS NOT NULL
            UNION SELECT 'favourite', userID FROM favourite_content
          );
        DELETE FROM space_labels WHERE labelID IN (SELECT id FROM labels WHERE prefix = 'my')
          AND spaceID IN (SELECT id FROM spaces WHERE creatorID IS NULL);
        UPDATE content_labels SET labelID = (
            SELECT o.id FROM labels l JOIN content c ON c.id = content_labels.contentID
            JOIN owned_labels o ON o.name = l.name AND o.ownerID = c.creatorID WHERE l.id = content_labels.labelID
          ) WHERE labelID IN (SELECT id FROM labels WHERE prefix = 'my');
        UPDATE space_labels SET labelID = (
            SELECT o.id FROM labels l JOIN spaces s ON s.id = space_labels.spaceID
            JOIN owned_labels o ON o.name = l.name AND o.ownerID = s.creatorID WHERE l.id = space_labels.labelID
          ) WHERE labelID IN (SELECT id FROM labels WHERE prefix = 'my');
        DROP TABLE labels;
        ALTER TABLE owned_labels RENAME TO labels;
        CREATE UNIQUE INDEX labels_by_name ON labels (name, prefix, ifnull(ownerID, 0));
        INSERT OR IGNORE INTO content_labels (contentID, labelID)
          SELECT f.contentID, l.id FROM favourite_content f
          JOIN labels l ON l.prefix = 'my' AND l.name = 'favourite' AND l.ownerID = f.userID;
        UPDATE content_index SET labels = ifnull((
            SELECT group_concat(l.name, ' ') FROM content_labels x JOIN labels l ON l.id = x.labelID
            WHERE x.contentID = content_index.rowid AND l.ownerID IS NULL
          ), '') WHERE rowid IN (
            SELECT x.contentID FROM content_labels x JOIN labels l ON l.id = x.labelID WHERE l.ownerID IS NOT NULL
          );
        """
}
