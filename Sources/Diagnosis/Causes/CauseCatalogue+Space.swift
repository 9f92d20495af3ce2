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
            signs: [
                Sign(.keyImpossible, 30), Sign(.spaceHidden, 0.97), Sign(.keyIsName, 0.97), Sign(.keyNotVisible, 0.04),
                Sign(.noSpaceVisible, 0.04), Sign(.worked(.keyOfName), 0.97),
            ],
            proofs: [.repair(.keyOfName)],
            fields: [.spaceKey],
            explanation: "“{key}” is the name of a space{keyOfName}.",
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
                Sign(.keyImpossible, 0.2), Sign(.spaceHidden, 0.97), Sign(.keyNotVisible, 0.55),
                Sign(.noSpaceVisible, 0.4),
                Sign(.keyNearlyVisible, 0.05), Sign(.failed(.cleanKey), 0.9),
            ],
            fields: [.spaceKey],
            explanation: "{account} does not see a space “{key}”, and sees {visible}.",
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
                Sign(.keyImpossible, 0.2), Sign(.spaceHidden, 0.97), Sign(.keyNotVisible, 0.55),
                Sign(.noSpaceVisible, 0.1),
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
        Cause(
            .spaceArchived, "The space is archived",
            looksLike: [
                Look("searches find nothing of it, though its pages can be read by their id"),
                Look("it is missing from the space directory until archived spaces are shown"),
            ],
            weight: 0.8, requires: .spaceArchived,
            signs: [Sign(.spaceArchived, 0.97)],
            proofs: [.said(.spaceArchived)],
            fields: [.spaceKey],
            explanation: "The space {key} is archived: search leaves it out, and nothing in it is meant to change.",
            fixes: [
                CauseFix(
                    .spaceAdmin, on: .cloud,
                    "In the space, open Space settings → Manage space → Archive and choose “Restore space”."),
                CauseFix(
                    .spaceAdmin, on: .dataCenter,
                    "In the space, open Space tools → Overview → Edit space details and set “Status” to Current."),
            ],
            links: [Links.spaceKeys]
        ),
        Cause(
            .spaceKeyCharacters, "More than the key stands in the space key's field",
            looksLike: [
                Look("a space's or page's address, “DOCS - Product Documentation”, or brackets around the key"),
                Look("letters in the wide forms of an East Asian keyboard, which look like those of the key"),
                Look(
                    "“There is no space with the given key, …”: keys are letters and digits, with ~ before a personal one"
                ),
            ],
            sources: [.configuration, .requests, .pastedText],
            weight: 3, requires: .keyWithCharacters,
            signs: [
                Sign(.keyWithCharacters, 4), Sign(.spaceHidden, 0.95), Sign(.worked(.keyInText), 0.97),
                Sign(.failed(.cleanKey), 0.9),
            ],
            proofs: [.repair(.keyInText)],
            fields: [.spaceKey],
            explanation: "“{key}” is other than a space's key, which is {keyInText}.",
            fixes: [CauseFix(.you, "In ELITEA, open the Confluence toolkit and set “Space key” to {keyInText}.")],
            links: [Links.spaceKeys]
        ),
        Cause(
            .personalSpaceKey, "The key of a personal space lacks its ~",
            looksLike: [
                Look("a user's name, or account id, as space key: a personal space's key begins with ~")
            ],
            weight: 0.5,
            signs: [Sign(.spaceHidden, 0.97), Sign(.keyIsPersonal, 0.97), Sign(.worked(.personalKey), 0.97)],
            proofs: [.repair(.personalKey)],
            fields: [.spaceKey],
            explanation: "There is no space “{key}”, but the personal space “{found}”.",
            fixes: [CauseFix(.you, "In ELITEA, open the Confluence toolkit and set “Space key” to {found}.")],
            links: [Links.spaceKeys]
        ),
    ]
}
