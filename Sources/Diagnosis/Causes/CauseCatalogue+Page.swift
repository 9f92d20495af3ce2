import ConfluenceModel
import ConfluenceToolkit

extension CauseCatalogue {
    /// What keeps an account from one page of a space that it sees.
    static let pageCauses: [Cause] = [
        Cause(
            .pageMissing, "The page doesn't exist",
            looksLike: [
                Look("“There is no content with the given id, or the calling user does not have permission …”")
            ],
            weight: 1,
            signs: [
                Sign(.pageHidden, 0.5), Sign(.pageSaidMissing, 0.48, on: .cloud),
                Sign(.pageHidden, 0.47, on: .dataCenter),
            ],
            explanation:
                "{account} finds no page {page}: it may be deleted, in the trash, or never have been.",
            fixes: [
                CauseFix(
                    .you,
                    "Open the page in the browser and read its id from the address: …/pages/ID/… or pageId=ID.",
                    "If it was deleted, an administrator of the space finds it under Space settings → Trash.")
            ]
        ),
        Cause(
            .pageRestricted, "The page is restricted",
            looksLike: [
                Look("404, as if the page didn't exist"),
                Look("it can be read and not changed: 404 on Cloud, 403 on Data Center"),
            ],
            weight: 1,
            signs: [Sign(.pageHidden, 0.6), Sign(.pageNotEditable, 0.3), Sign(.pageSaidMissing, 0.05, on: .cloud)],
            proofs: [.said(.pageNotEditable)],
            explanation: "{restriction}",
            fixes: [
                CauseFix(
                    .spaceAdmin,
                    "Open the page, choose the padlock (Restrictions) and add the account to those who may view or edit it.",
                    "Look at the pages above it, too: viewing restrictions hold for everything below.")
            ],
            links: [Links.restrictions]
        ),
    ]

    /// What has become of a page that is there.
    static let pageStateCauses: [Cause] = [
        Cause(
            .pageTrashed, "The page is in the trash",
            looksLike: [Look("404 for its id, while Trash of the space settings lists it")],
            weight: 0.5, requires: .pageTrashed,
            signs: [Sign(.pageTrashed, 0.97)],
            proofs: [.said(.pageTrashed)],
            explanation: "The page {page}{pageTitle} was deleted and lies in the trash of its space.",
            fixes: [
                CauseFix(
                    .spaceAdmin, "In the space, open Space settings → Manage content → Trash and choose “Restore”.")
            ],
            links: [Links.spacePermissions]
        ),
        Cause(
            .pageArchived, "The page is archived",
            looksLike: [
                Look("it can be read by its id, and neither found by search nor seen in the page tree", on: .cloud)
            ],
            weight: 0.5, requires: .pageArchived,
            signs: [Sign(.pageArchived, 0.97)],
            proofs: [.said(.pageArchived)],
            explanation: "The page {page}{pageTitle} is archived.",
            fixes: [
                CauseFix(
                    .spaceAdmin,
                    "In the space, open Archived pages in the page tree's menu, choose the page and “Restore”.")
            ]
        ),
        Cause(
            .pageDraft, "The page is a draft that was never published",
            looksLike: [Look("it opens in its author's editor, and is 404 or empty for everybody else")],
            weight: 0.4, requires: .pageDraft,
            signs: [Sign(.pageDraft, 0.97)],
            proofs: [.said(.pageDraft)],
            explanation: "The page {page}{pageTitle} is a draft.",
            fixes: [CauseFix(.you, "Open the page in the browser as its author and choose “Publish”.")]
        ),
        Cause(
            .pageOtherSpace, "The page is in another space than the toolkit's",
            looksLike: [
                Look("“Page '300' belongs to space 'ZZ', but this toolkit is restricted to Confluence space 'AT'.”"),
                Look("“You can't change an existing page's space.”: the parent or the key given is of another space"),
                Look("it worked until the page was moved"),
            ],
            weight: 0.8, requires: .pageElsewhere,
            signs: [Sign(.pageElsewhere, 0.97)],
            proofs: [.said(.pageElsewhere)],
            fields: [.spaceKey],
            explanation:
                "The page {page}{pageTitle} is in the space {pageSpace}, and the toolkit is restricted to {key}.",
            fixes: [
                CauseFix(
                    .you,
                    "In ELITEA, open the Confluence toolkit and set “Space key” to {pageSpace}, or empty it: then all spaces "
                        + "can be used that the account sees.")
            ],
            links: [Links.eliteaToolkit]
        ),
        Cause(
            .titleTaken, "A page with that title exists already",
            looksLike: [
                Look(
                    "400 “A page with this title already exists: A page already exists with the title T in the space with key K”"
                ),
                Look("“Page with title T already exists, please use other title.”"),
                Look(
                    "no such page is to be seen: it is restricted, archived, in the trash, or its title differs in capitals only"
                ),
            ],
            sources: [.pastedText],
            explanation: "Titles are unique in a space, and this one is taken: {place}.",
            fixes: [
                CauseFix(
                    .you, "Use another title, or update the page that has it.",
                    "If you can't see it, ask an administrator of the space: a page that is archived, in the trash or restricted "
                        + "to others keeps its title."
                )
            ]
        ),
        Cause(
            .titleCase, "The title is written otherwise than the page's",
            looksLike: [
                Look(
                    "“Page not found. Check the title or space.”: titles are compared letter by letter, with all capitals"
                ),
                Look("creating it then fails, because capitals don't count there"),
            ],
            sources: [.pastedText],
            explanation: "The page is there, under a title with other capitals or characters: {place}.",
            fixes: [CauseFix(.you, "Copy the title from the page itself, or use the page's id.")]
        ),
        Cause(
            .versionConflict, "The page was changed in between",
            looksLike: [
                Look("409 “Version must be incremented on update. Current version is: 5”"),
                Look(
                    "409 “Version must be incremented when updating a page. Current Version: [5]. Provided version: [4]”",
                    on: .cloud),
                Look("409 with OptimisticLockException: two writers at the same moment"),
            ],
            sources: [.pastedText],
            faults: ["write-race"],
            explanation: "The update was not built on the page's current version: {place}.",
            fixes: [
                CauseFix(
                    .you, "Read the page again and repeat the update; let only one agent at a time change a page.")
            ]
        ),
        Cause(
            .pageUnreconciled, "Collaborative editing has not settled the page",
            looksLike: [
                Look(
                    "501 “Unable to save changes to unreconciled page ContentId{id=…}. Refreshing the page should fix this.”",
                    on: .dataCenter)
            ],
            sources: [.pastedText],
            faults: ["unreconciled-page"],
            explanation: "Confluence holds a draft of the page that it has not merged with the published one.",
            fixes: [CauseFix(.you, "Open the page in the browser, choose Edit and publish it once.")]
        ),
    ]
}
