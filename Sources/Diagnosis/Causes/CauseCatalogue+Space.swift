import ConfluenceModel
import ConfluenceToolkit

extension CauseCatalogue {
    /// What keeps an account that is logged in from the space, or from changing it.
    static let spaceCauses: [Cause] = [
        Cause(
            .spaceKeyCase, "The space key is written with other capitals",
            looksLike: [Look("searches find nothing, and creating a page fails: keys are compared letter by letter")],
            weight: 0.8,
            signs: [
                Sign(.spaceHidden, 0.95), Sign(.spaceSeen, 0.03), Sign(.keyInOtherCase, 0.97),
                Sign(.worked(.keyCase), 0.97),
            ],
            proofs: [.repair(.keyCase)],
            fields: [.spaceKey],
            explanation: "There is no space “{key}”, but one with the key “{found}”.",
            fixes: [
                CauseFix(
                    .you,
                    "In ELITEA, open the Confluence toolkit and set “Space key” to {found}, in exactly these letters.")
            ],
            links: [Links.spaceKeys]
        ),
        Cause(
            .spaceNameForKey, "The space's name is given in place of its key",
            looksLike: [
                Look("“There is no space with the given key, or …”, and the key holds blanks or is rather long")
            ],
            weight: 0.8,
            signs: [Sign(.spaceHidden, 0.97), Sign(.keyIsName, 0.97), Sign(.worked(.keyOfName), 0.97)],
            proofs: [.repair(.keyOfName)],
            fields: [.spaceKey],
            explanation: "“{key}” is the name of a space; its key is “{found}”.",
            fixes: [
                CauseFix(
                    .you,
                    "In ELITEA, open the Confluence toolkit and set “Space key” to {found}.",
                    "A space's key stands in the address of each of its pages: …/spaces/KEY/… or …/display/KEY/….")
            ],
            links: [Links.spaceKeys]
        ),
        Cause(
            .spaceNoAccess, "The account may not see the space",
            looksLike: [Look("404: Confluence hides what an account may not see")],
            weight: 1.6,
            signs: [
                Sign(.spaceHidden, 0.97), Sign(.keyNotVisible, 0.55), Sign(.noSpaceVisible, 0.4),
                Sign(.keyNearlyVisible, 0.05), Sign(.failed(.cleanKey), 0.9),
            ],
            fields: [.spaceKey],
            explanation: "{account} does not see a space “{key}”; it sees {visible}.",
            fixes: [
                CauseFix(
                    .spaceAdmin, on: .cloud,
                    "In the space, open Space settings → Space permissions → Users and add the account with at least View."
                ),
                CauseFix(
                    .spaceAdmin, on: .dataCenter,
                    "In the space, open Space tools → Permissions → Edit permissions and grant the account, or one of its "
                        + "groups, at least View."),
            ],
            links: [Links.spacePermissions]
        ),
        Cause(
            .spaceNotFound, "There is no space with that key",
            looksLike: [
                Look("404 “No space found with key”", on: .cloud), Look("404 “No space with key”", on: .dataCenter),
            ],
            weight: 1.1,
            signs: [
                Sign(.spaceHidden, 0.97), Sign(.keyNotVisible, 0.55), Sign(.noSpaceVisible, 0.1),
                Sign(.keyNearlyVisible, 0.35), Sign(.failed(.cleanKey), 0.9),
            ],
            fields: [.spaceKey],
            explanation: "There may be no space with the key “{key}”{near}.",
            fixes: [
                CauseFix(
                    .you,
                    "Open the space in the browser and read its key from the address: …/spaces/KEY/… or …/display/KEY/….",
                    "In ELITEA, open the Confluence toolkit and put it into “Space key”.")
            ],
            links: [Links.spaceKeys]
        ),
        Cause(
            .spaceNoWrite, "The account may not change the space",
            looksLike: [
                Look("creating a page is 404 on v2 or 403 “Could not create content with type page”", on: .cloud),
                Look("403 “Could not create content with type page”, 403 on update and delete", on: .dataCenter),
            ],
            weight: 1.2,
            signs: [Sign(.writingDenied, 0.97)],
            proofs: [.said(.writingDenied)],
            fields: [.selectedTools, .spaceKey],
            explanation: "{account} may view {key} but not do what these tools do: {tools}. It lacks: {missing}.",
            fixes: [
                CauseFix(
                    .spaceAdmin, on: .cloud,
                    "In the space, open Space settings → Space permissions → Users and grant the account: {missing}.",
                    "Or, in ELITEA, take these tools out of the toolkit: {tools}."),
                CauseFix(
                    .spaceAdmin, on: .dataCenter,
                    "In the space, open Space tools → Permissions → Edit permissions and grant the account: {missing}.",
                    "Or, in ELITEA, take these tools out of the toolkit: {tools}."),
            ],
            links: [Links.spacePermissions]
        ),
    ]

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
                "{account} finds no page with the id {page}: it may be deleted, in the trash, or never have been.",
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

    /// What is wrong with the toolkit around a site and an account that are fine.
    static let toolkitCauses: [Cause] = [
        Cause(
            .legacyConfiguration, "The configuration has the old, Agent-based form",
            looksLike: [
                Look("the credential's fields stand beside the toolkit's; today's toolkit can't be built from it")
            ],
            weight: 3, requires: .oldForm,
            signs: [Sign(.oldForm, 50)],
            proofs: [.said(.oldForm)],
            fields: [.baseURL],
            explanation: "{form}",
            fixes: [
                CauseFix(
                    .you,
                    "In ELITEA, open Credentials → + → Confluence and make a credential with the base URL, the hosting "
                        + "(the old “Hosting Option”) and the user name with API key, or the token.",
                    "Open Toolkits → + → Confluence, choose that credential, put the old “Space” into “Space key” and "
                        + "select the same tools.",
                    "Add the toolkit to the agent and take the old entry out: verify_ssl and additional_fields have no "
                        + "effect any more.")
            ],
            links: [Links.eliteaToolkit]
        )
    ]
}
