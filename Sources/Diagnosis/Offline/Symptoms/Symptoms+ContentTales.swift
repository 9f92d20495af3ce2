import ConfluenceModel

extension Symptoms {
    /// What only people tell of spaces, pages and what they looked for.
    static let contentTales: [Symptom] = [
        tale(
            "key-case",
            [
                "key * {lower case|lowercase|small letters|capital letters|upper case|uppercase|in capitals|case sensitive|klein geschrieben}",
                "keys are case", "clé * {minuscules|majuscules}", "clave * {minúsculas|mayúsculas}",
                "schlüssel * {klein|groß}",
            ],
            [.spaceKeyCase: 0.92, .spaceNotFound: 0.08], means: "the space's key is spelt with other capitals"),
        tale(
            "title-case",
            [
                "title * {lower case|lowercase|small letters|capital letters|upper case|uppercase|in capitals|case sensitive|other letters|klein geschrieben}",
                "title * {em dash|non breaking|apostrophe|other dash}", "capital letters * title", "exact title",
                "exact spelling",
            ],
            [.titleCase: 0.88, .pageMissing: 0.12], means: "the title is spelt in another way"),
        tale(
            "space-name",
            [
                "name * {instead of|in place of|rather than} * key",
                "name of the space * {as key|as the key|in the key|for the key}",
                "space's name * {as key|as the key|in the key|for the key|instead}", "name statt",
                "full name of the space",
                "space name instead", "nom de l'espace", "nombre del espacio",
            ],
            [.spaceNameForKey: 0.9, .spaceNotFound: 0.1], means: "a name was given where the key belongs"),
        tale(
            "key-form",
            [
                "space_key = \"http", "space_key=\"http", "space_key: http", "space_key=http", "spacekey=http",
                "space key: http", "space key = http", "space key 'http", "space key \"http", "space_key\": \"http",
                "link of the space * key", "url * {in the key|as the key|as space key|as key|in the space key}",
            ],
            [.spaceKeyCharacters: 0.9, .spaceNotFound: 0.1], means: "a whole address stands where the key belongs"),
        tale(
            "personal-space", ["without the tilde", "without tilde", "tilde", "ohne tilde", "sans tilde", "sin tilde"],
            [.personalSpaceKey: 0.86, .spaceNotFound: 0.14], strength: .vague,
            means: "the key of a personal space begins with ~"),
        tale(
            "personal-space-told",
            [
                "personal space", "display/~", "spaces/~", "own space", "個人スペース", "自分のスペース", "persönlicher bereich",
                "persönlichen bereich", "espace personnel", "espacio personal",
            ],
            [.personalSpaceKey: 0.74, .spaceNotFound: 0.13, .spaceNoAccess: 0.13], strength: .faint,
            means: "the space is somebody's own"),
        tale(
            "page-draft",
            [
                "never pressed publish", "not pressed publish", "never published", "not published yet",
                "not been published",
                "haven't published", "not yet published", "still a draft",
                "as a draft", "button publish", "pulsado publicar", "pulsar publicar", "cliqué sur publier",
                "appuyé sur publier", "auf veröffentlichen", "publish button", "press publish", "click publish",
                "pressed publish",
                "clicked publish",
                "opens in the editor", "opens in my editor", "opens right in the editor", "knopf veröffentlichen",
                "bouton publier",
                "botón publicar", "nie veröffentlicht", "noch ein entwurf", "brouillon", "borrador",
            ],
            [.pageDraft: 0.9, .pageMissing: 0.1], means: "nobody has published the page"),
        tale(
            "page-archived",
            [
                "\"status\":\"archived\"", "\"status\": \"archived\"", "it has been archived", "it was archived",
                "page * archived", "archived page", "archived content",
                "archived the page", "archived by", "restore it from the archive", "unarchive", "seite * archiviert",
                "page * archivée", "página * archivada",
            ],
            [.pageArchived: 0.86, .spaceArchived: 0.14], means: "somebody put the page into the archive"),
        tale(
            "space-archived",
            [
                "space * archived", "archived the space", "archived spaces", "bereich * archiviert", "espace * archivé",
                "espacio * archivado", "show archived", "mostrar archivados", "archivierte anzeigen",
                "afficher les archiv",
            ],
            [.spaceArchived: 0.94, .pageArchived: 0.06], means: "somebody archived the space"),
        tale(
            "page-trashed",
            [
                "recycle bin", "in the bin", "from the bin", "deleted the page", "deleted that page",
                "deleted this page",
                "deleted it by mistake", "page was deleted", "page has been deleted", "clicked delete",
                "clicked on delete", "pressed delete",
                "restore link", "restore button", "auf löschen", "cliqué sur supprimer", "clic en eliminar",
                "moved to trash", "papierkorb",
                "corbeille",
                "papelera",
            ],
            [.pageTrashed: 0.9, .pageMissing: 0.1], means: "somebody deleted the page"),
        tale(
            "restricted",
            [
                "padlock", "lock icon", "lock symbol", "lock on the page", "schloss", "cadenas", "candado",
                "restrictions on the page",
                "page * {has restrictions|has a restriction|is restricted}", "restricted the page",
                "only specific people", "specific people can", "certain people", "bestimmte personen",
                "certaines personnes", "red lock",
                "small lock",
            ],
            [.pageRestricted: 0.94, .spaceNoAccess: 0.06], means: "the page bears a lock"),
        tale(
            "other-space",
            [
                "page * {in another space|in a different space|to another space|to a different space|of another space}",
                "moved the page to space", "moved to space", "moved it to space", "in anderem bereich",
                "in einem anderen bereich",
                "autre espace", "otro espacio",
            ],
            [.pageOtherSpace: 0.92, .pageMissing: 0.08], means: "the page isn't in the space that was named"),
        tale(
            "version-conflict",
            [
                "at the same time * {page|save|edit|updat}", "two jobs * same page", "saved in between",
                "saved it in between",
                "edited in between", "edited it meanwhile", "changed it meanwhile", "zwischenzeitlich geändert",
                "inzwischen geändert",
            ],
            [.versionConflict: 0.94, .pageUnreconciled: 0.06], means: "two save the same page"),
        tale(
            "unreconciled",
            ["synchrony {is|was|isn't|not}", "synchrony * {down|fails|failed|error|stopped}", "collaborative editing"],
            [.pageUnreconciled: 0.9, .serverError: 0.1], strength: .vague,
            means: "the collaborative editor is in question"),
        tale(
            "index-lag",
            [
                "minutes later * {finds|found|search|there|shows|appear}",
                "minute later * {finds|found|search|there|shows|appear}",
                "hour later * {finds|found|search|there|shows|appear}",
                "seconds later * {finds|found|search|there|shows|appear}",
                "search * {doesn't know|does not know|doesn't find|does not find|cannot find} * {just|new|yet|created}",
                "appears in the search * {after|later}", "hinkt nach", "not yet in the index", "not in the index yet",
                "wait of * {found|finds|there}", "0 hits * {wait|later|after}", "found by search only after",
                "wait between", "wait a minute", "search is behind",
            ],
            [.indexLag: 0.94, .spaceNoAccess: 0.06], means: "search comes to know of it later"),
        tale(
            "paging",
            [
                "always the same # ", "the same # results", "same # pages", "always the same results",
                "always the same page",
                "whatever start", "same results for every", "every page is the same", "every page of results",
                "start * {is ignored|has no effect|makes no difference}",
                "first # of # ", "only # of # ", "exactly # {results|pages|items|hits}", "page after page", "next link",
                "_links.next",
                "nur die ersten", "les # premiers", "los primeros #", "returns the first # ", "first # and no more",
                "more than # {child|children|attachments|comments|spaces|results|pages|labels|items}",
                "without pagination", "no pagination", "pagination * {missing|ignored|broken|not supported|isn't}",
                "stops at {25|50|100|200|250|500}", "ends at {25|50|100|200|250|500}",
                "stops after {25|50|100|200|250|500}",
            ],
            [.pagingLimit: 0.74, .resultLimits: 0.26], strength: .vague, means: "more exists than comes"),
        tale(
            "no-write",
            [
                "only view", "view only", "may not write", "no add page", "add page * {missing|not ticked|permission}",
                "read but not", "can read everything", "schreibrecht",
                "keine schreibrechte",
                "droit d'écriture", "permiso de escritura",
            ],
            [.spaceNoWrite: 0.7, .pageRestricted: 0.12, .readOnly: 0.1, .scopeMissing: 0.08], strength: .vague,
            means: "reading goes and writing doesn't"),
    ]
}
