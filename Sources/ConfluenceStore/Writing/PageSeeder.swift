import ConfluenceModel
import GRDB
import SiteGenerator
import StorageFormat

import struct Foundation.Date

/// Fills the tables of a new site with the page trees of its spaces.
///
/// It walks each tree from the root, so it knows what lies above a page and asks the database for nothing: a site of
/// a million pages is made in the time that a general write would take for some ten thousand.
struct PageSeeder {
    private let writer: StoreWriter
    private let accounts: [String: AccountRecord]
    private let standardAuthor: String?
    private let inserts: ContentInserts

    /// The next number that is free but for those the definition gives.
    private var nextID: Int64
    private var labelIDs: [String: Int64] = [:]

    init(_ definition: SiteDefinition, _ writer: StoreWriter) throws {
        self.writer = writer
        accounts = Dictionary(uniqueKeysWithValues: try writer.reader.accounts().map { ($0.name, $0) })
        standardAuthor = definition.users.first?.name
        inserts = ContentInserts(writer.db, owed: writer.owed)
        nextID = try writer.peekNextID()
    }

    /// The place of a page in its tree.
    private struct Place {
        var spaceID: Int64
        var parentID: Int64?
        var guardID: Int64?
        var position = 0
    }

    /// What is known of a space while its pages are made.
    private struct Titles {
        var spaceKey: String
        var taken: Set<String> = []
        /// Whether those that come differ among themselves, and need not be held.
        var staysAsItIs = false

        /// Whether the title was free; from then on it is not.
        mutating func take(_ key: String) -> Bool {
            staysAsItIs ? !taken.contains(key) : taken.insert(key).inserted
        }
    }

    private func titles(of pages: [PageDefinition]) -> Set<String> {
        pages.reduce(into: []) { titles, page in
            titles.insert(page.title.lowercased())
            titles.formUnion(self.titles(of: page.children))
        }
    }

    /// Answers with the id of the first page.
    ///
    /// - Parameter isNew: Whether the space has no pages yet.
    mutating func seed(
        _ space: SpaceDefinition, id: Int64, isNew: Bool, _ clock: inout SeedingClock
    ) throws -> Int64? {
        guard !space.pages.isEmpty else { return nil }
        nextID = try writer.peekNextID()
        var titles = Titles(spaceKey: space.key, taken: isNew ? [] : try writer.reader.titleKeys(ofSpace: id))
        let roots = isNew ? 0 : try writer.reader.rootCount(ofSpace: id)
        var first: Int64?
        for (number, page) in space.pages.enumerated() {
            let place = Place(spaceID: id, position: roots + number)
            let pageID = try seed(page, at: place, &titles, &clock)
            if page.kind == .page { first = first ?? pageID }
        }
        try writer.setNextID(nextID)
        return first
    }

    /// Writes pages as they are made up; answers with the id of the first.
    mutating func seed(
        _ pages: GeneratedPages, in space: SpaceDefinition, id: Int64, _ clock: inout SeedingClock
    ) throws -> Int64? {
        nextID = try writer.peekNextID()
        let first = try pages.madeAhead { try seed($0, in: space, id: id, &clock) }
        try writer.setNextID(nextID)
        return first
    }

    private mutating func seed(
        _ pages: PagesAhead, in space: SpaceDefinition, id: Int64, _ clock: inout SeedingClock
    ) throws -> Int64? {
        var titles = Titles(spaceKey: space.key, taken: titles(of: space.pages), staysAsItIs: true)
        // The way from a root down to the page that was written last.
        var line: [Place] = [Place(spaceID: id, position: space.pages.count)]
        var first: Int64?
        for page in pages {
            line.removeLast(line.count - page.depth - 1)
            let pageID = try write(page, at: line[page.depth], &titles, clock.next())
            first = first ?? pageID
            line[page.depth].position += 1
            var below = Place(
                spaceID: id, parentID: pageID, guardID: page.viewers.isEmpty ? line[page.depth].guardID : pageID)
            for comment in page.comments {
                try write(comment, on: page, at: below, clock.next())
                below.position += 1
            }
            below.position = 0
            line.append(below)
        }
        return first
    }

    private mutating func seed(
        _ page: PageDefinition, at place: Place, _ titles: inout Titles, _ clock: inout SeedingClock
    ) throws -> Int64 {
        let moment = clock.next()
        let id: Int64
        do {
            id = try write(page, at: place, &titles, moment)
            try addParts(of: page, to: id, moment, &clock)
        } catch let error as StoreError {
            throw StoreError.definition("page '\(page.title)': \(error)")
        }
        var below = place
        below.parentID = id
        if !page.viewers.isEmpty { below.guardID = id }
        for (position, child) in page.children.enumerated() {
            below.position = position
            _ = try seed(child, at: below, &titles, &clock)
        }
        return id
    }

    // MARK: One page

    private mutating func write(
        _ page: PageDefinition, at place: Place, _ titles: inout Titles, _ moment: Date
    ) throws -> Int64 {
        let author = try author(named: page.creator)
        if page.kind == .page, page.status == .current, !titles.take(page.title.lowercased()) {
            throw StoreError.titleTaken(title: page.title, spaceKey: titles.spaceKey)
        }
        let id = page.id ?? takeID()
        let labels = page.labels.map(LabelName.init)
        let guardID = page.viewers.isEmpty ? place.guardID : id
        try inserts.add(
            NewContent(
                id: id, kind: ContentKind(page.kind), status: page.status, title: page.title, spaceID: place.spaceID,
                parentID: place.parentID, position: place.position, guardID: guardID, moment: Instant(moment),
                authorID: author.id, body: page.body, text: StorageFormat.plainText(page.body),
                labels: Set(labels.filter { !$0.isPersonal }.map(\.name)).sorted().joined(separator: " ")))
        try writer.noteParts(of: id, body: page.body)
        for label in labels {
            // Those that belong to an account are its who made the page.
            let isPlain = label.prefix == "global"
            try inserts.add(label: isPlain ? labelID(label.name) : labelID(label, of: author), to: id)
        }
        try restrict(id, .view, to: page.viewers)
        try restrict(id, .edit, to: page.editors)
        let below = Place(spaceID: place.spaceID, parentID: id, guardID: guardID)
        try attach(page.attachments, at: below, by: author, moment)
        return id
    }

    private mutating func write(
        _ page: GeneratedPage, at place: Place, _ titles: inout Titles, _ moment: Date
    ) throws -> Int64 {
        let author = try author(named: page.creator)
        guard titles.take(page.title.lowercased()) else {
            throw StoreError.titleTaken(title: page.title, spaceKey: titles.spaceKey)
        }
        let id = takeID()
        let guardID = page.viewers.isEmpty ? place.guardID : id
        try inserts.add(
            NewContent(
                id: id, kind: .page, title: page.title, spaceID: place.spaceID, parentID: place.parentID,
                position: place.position, guardID: guardID, moment: Instant(moment), authorID: author.id,
                body: page.body.storage, text: page.body.text, labels: page.labels.sorted().joined(separator: " ")))
        for macro in page.body.macros { try inserts.add(macro: macro, in: id) }
        for label in page.labels { try inserts.add(label: labelID(label), to: id) }
        try restrict(id, .view, to: page.viewers)
        let below = Place(spaceID: place.spaceID, parentID: id, guardID: guardID)
        try attach(page.attachments, at: below, by: author, moment)
        return id
    }

    private mutating func write(
        _ comment: GeneratedBody, on page: GeneratedPage, at place: Place, _ moment: Date
    ) throws {
        try inserts.add(
            NewContent(
                id: takeID(), kind: .comment, title: "Re: \(page.title)", spaceID: place.spaceID,
                parentID: place.parentID, position: place.position, guardID: place.guardID, moment: Instant(moment),
                authorID: author(named: page.creator).id, body: comment.storage, text: comment.text))
    }

    private func author(named name: String?) throws -> AccountRecord {
        guard let name = name ?? standardAuthor else {
            throw StoreError.definition("the site needs a user who made its pages")
        }
        guard let account = accounts[name] else { throw StoreError.noSuchAccount(name) }
        return account
    }

    private mutating func takeID() -> Int64 {
        while writer.reservedIDs.contains(nextID) { nextID += 1 }
        defer { nextID += 1 }
        return nextID
    }

    private func labelID(_ label: LabelName, of author: AccountRecord) throws -> Int64 {
        try writer.label(prefix: label.prefix, name: label.name, of: author).id
    }

    private mutating func labelID(_ name: String) throws -> Int64 {
        if let known = labelIDs[name] { return known }
        try writer.run("INSERT OR IGNORE INTO labels (prefix, name) VALUES ('global', ?)", [name])
        let isNew = writer.db.changesCount > 0
        let known: Int64? =
            isNew
            ? nil
            : try writer.reader.one("SELECT id FROM labels WHERE prefix = 'global' AND name = ?", [name]) { $0[0] }
        let id = known ?? writer.db.lastInsertedRowID
        labelIDs[name] = id
        return id
    }

    /// Refuses a user that the site doesn't have; groups need no members to be named.
    func requireKnown(_ subject: Subject) throws(StoreError) {
        if case .user(let name) = subject, accounts[name] == nil { throw .noSuchAccount(name) }
    }

    private func restrict(_ id: Int64, _ operation: RestrictedOperation, to subjects: [Subject]) throws {
        for subject in subjects {
            try requireKnown(subject)
            try inserts.restrict(id, operation, to: subject)
        }
    }

    private mutating func attach(
        _ files: [AttachmentDefinition], at place: Place, by author: AccountRecord, _ moment: Date
    ) throws {
        for (position, file) in files.enumerated() {
            let id = takeID()
            let text = file.mediaType.hasPrefix("text/") ? String(decoding: file.content, as: UTF8.self) : ""
            try inserts.add(
                NewContent(
                    id: id, kind: .attachment, title: file.name, spaceID: place.spaceID, parentID: place.parentID,
                    position: position, guardID: place.guardID, moment: Instant(moment), authorID: author.id,
                    fileID: FileID.text(for: id), body: "", message: file.comment, text: text))
            try inserts.add(file.content, of: file.mediaType, comment: file.comment, to: id)
        }
    }

    private mutating func addParts(
        of page: PageDefinition, to id: Int64, _ moment: Date, _ clock: inout SeedingClock
    ) throws {
        guard !page.comments.isEmpty || !page.customContents.isEmpty || !page.properties.isEmpty else { return }
        let author = try author(named: page.creator)
        let parts = PartSeeder(writer: writer, accounts: accounts)
        try writer.setNextID(nextID)
        try parts.seed(page.properties, of: .content(id), by: author, moment)
        try parts.seed(page.comments, on: id, by: author, &clock)
        try parts.seed(page.customContents, on: id, by: author, &clock)
        nextID = try writer.peekNextID()
    }
}

extension ContentKind {
    fileprivate init(_ kind: PageDefinition.Kind) {
        self =
            switch kind {
            case .page: .page
            case .folder: .folder
            case .whiteboard: .whiteboard
            case .database: .database
            case .embed: .embed
            }
    }
}
