extension Concepts {
    /// The same things and states in German, French, Spanish and Japanese, and a few words of Italian, Portuguese and Dutch.
    static let otherLanguages: [Concept] = germanAndDutch + romance + italianAndPortuguese + japanese

    private static let germanAndDutch: [Concept] = [
        Concept("token", "schlüsselwort, zugangstoken, zugriffstoken*, apischlüssel, api schlüssel"),
        Concept("password", "*passwort*, *kennwort*, wachtwoord"),
        Concept("user", "*benutzer*, *konto*, nutzer, kollege*, kollegin*, mitarbeiter*, gebruiker"),
        Concept("login", "*anmeld*, einloggen, eingeloggt, zugangsdaten, angemeldet, inloggen"),
        Concept("space", "*bereich*, ruimte"),
        Concept("page", "*seite, *seiten, unterseite*, inhalt, artikel, pagina"),
        Concept("title", "überschrift, seitentitel, seitenname, heißt"),
        Concept("attachment", "*anhang*, anhänge*, datei*, hochlad*, hochgeladen, bijlage"),
        Concept("search", "*suche*, sucht, gesucht, findet, gefunden, zoeken"),
        Concept("parent", "übergeordnet*, elternseite, oberseite, darüber"),
        Concept("list", "*ergebnis*, treffer*"),
        Concept("connection", "*verbindung*, verbinden, verbunden"),
        Concept("dns", "*namensauflösung*, aufgelöst, auflösen, hostname*, *remotename*"),
        Concept("vpn", "firmennetz*, *unternehmensnetz*, büro, homeoffice, intranet"),
        Concept("certificate", "*zertifi*"),
        Concept("licence", "*lizenz*, lizenziert"),
        Concept("permission", "*berechtigung*, *recht, *rechte, *zugriff*, *rechten, darf, dürfen"),
        Concept(
            "change",
            "anlegen, angelegt, *bearbeit*, schreiben, speichern, gespeichert, ändern, geändert, löschen, veröffentlich*, erstell*"
        ),
        Concept("view", "sehen, sieht, lesen, liest, öffnen, sichtbar, *anzeige*"),
        Concept("clock", "*systemuhr*, uhr, uhrzeit"),
        Concept("maintenance", "*wartung*, *aktualisier*, *umzug*, neustart"),
        Concept("readonly", "nur lese*, schreibgeschützt, nur lesend*, alleen lezen"),
        Concept("not", "nichts, niemand, keiner, nie, ohne, niet, geen"),
        Concept("missing", "*nicht vorhanden, fehlt, fehlen, fehlend*, verschwunden, existiert nicht, gibt es nicht"),
        Concept(
            "denied", "*abgelehnt*, *verweigert*, verboten, gesperrt, nicht erlaubt, keine berechtigung, abgewiesen"),
        Concept("wrong", "falsch*, fehlerhaft*, ungültig*, *fehler, verkehrt"),
        Concept("revoked", "widerrufen, zurückgezogen, ersetzt, erneuert"),
        Concept("expired", "*abgelaufen*, läuft ab, gültig*, ablauf*, verlopen"),
        Concept(
            "before",
            "seit gestern, seit heute, seit montag, plötzlich, bis gestern, bisher, vorher, seit dem, seitdem, letzte woche"
        ),
        Concept("archived", "*archiviert*, stillgelegt"),
        Concept("trashed", "*papierkorb*, *gelöscht*, wiederherstell*, prullenbak"),
        Concept("draft", "*entwurf*, unveröffentlicht"),
        Concept("restricted", "*eingeschränkt*, *einschränkung*, *beschränkung*, schloss, vertraulich"),
        Concept("moved", "verschoben, umgezogen, anderen bereich, anderer bereich"),
        Concept(
            "taken",
            "existiert bereits, bereits vorhanden, schon vergeben, gleichen titel, schon eine seite, bereits eine seite"
        ),
        Concept("meanwhile", "*konflikt*, inzwischen, gleichzeitig, zwischenzeitlich, jemand anderes"),
        Concept("only-some", "nur die ersten, nur, höchstens, nächste seite, immer nur, immer dieselben"),
        Concept("rate", "zu viele anfragen, *drossel*, begrenzung, gedrosselt"),
        Concept("large", "zu groß, größer, überschreitet, groß"),
        Concept("broken", "interner serverfehler, serverfehler, abgestürzt, *absturz*"),
        Concept("deactivated", "*deaktiviert*, abgeschaltet, ausgeschieden, ausgetreten, verlassen"),
        Concept("anonymous", "nicht angemeldet, niemand angemeldet, gast"),
        Concept("untrusted", "nicht vertraut, vertrauenswürdig, selbst signiert*, selbstsigniert*"),
        Concept("timeout", "*zeitüberschreitung*, antwortet nicht, keine antwort, hängt"),
        Concept("refused", "verbindung abgelehnt, verbindung verweigert, verweigerte die verbindung"),
        Concept("dropped", "abgebrochen, bricht ab, zurückgesetzt, getrennt, unterbrochen"),
        Concept("unreachable", "nicht erreichbar, unerreichbar, nicht zu erreichen"),
        Concept("redirected", "umgeleitet, weitergeleitet, *umleitung*, *weiterleitung*"),
        Concept("blocked", "*blockiert*, geblockt, *webfilter*, gesperrt"),
        Concept("doubled", "doppelt, zweimal"),
        Concept("cut", "abgeschnitten, unvollständig, zu kurz, gekürzt"),
        Concept("empty", "leer, leeres, nicht gesetzt, nicht hinterlegt"),
        Concept("quote", "*anführungszeichen*, gänsefüßchen"),
        Concept("blank", "*leerzeichen*, *zeilenumbruch*, unsichtbar*"),
        Concept("letters", "*großbuchstaben*, *kleinbuchstaben*, kleinschreibung, klein geschrieben, groß geschrieben"),
        Concept("just-now", "gerade erst, gerade angelegt, soeben, kurz danach, minuten später, hinkt nach"),
        Concept("not-selected", "nicht ausgewählt, nicht angehakt, kein werkzeug"),
        Concept("tool", "*werkzeug*"),
        Concept("setting", "*einstellung*, konfigur*"),
    ]

    private static let romance: [Concept] = [
        Concept("token", "jeton*, clé api, clé d'api, clave api, clave de api, gettone"),
        Concept("password", "mot de passe, contraseña*, senha, clave de acceso"),
        Concept("user", "utilisateur*, compte*, usuario*, cuenta*, utente, conta, collègue*, empleado"),
        Concept("email", "adresse mail, courriel, correo*, adresse électronique"),
        Concept(
            "login",
            "connexion, connecter, identifiant*, authentifi*, iniciar sesión, inicio de sesión, autentic*, credencial*, credenziali, accesso"
        ),
        Concept("space", "espace*, espacio*, spazio, espaço"),
        Concept("key", "clé, clave, chiave, chave"),
        Concept("page", "página*, pagina*, contenu, contenido"),
        Concept("title", "titre*, título*, titolo"),
        Concept(
            "attachment",
            "pièce jointe, pièces jointes, fichier*, adjunto*, archivo*, télévers*, subir, allegat*, anexo*"),
        Concept("search", "recherche*, cherche*, trouve*, búsqueda*, buscar, busca, encuentra, ricerca"),
        Concept("permission", "droit, droits, autoris*, permiso*, permess*, permissão, derecho*, habilit*"),
        Concept("connection", "se connecter, conexión, connessione, conexão, conectar"),
        Concept("certificate", "certificat*, certificado*"),
        Concept("licence", "licencia*, licenza"),
        Concept("vpn", "réseau interne, réseau de l'entreprise, red interna, red de la empresa, bureau, oficina"),
        Concept(
            "change",
            "créer, création, modifi*, écrire, enregistr*, publier, supprim*, crear, editar, escribir, guardar, publicar, borrar, actualizar, creare"
        ),
        Concept("view", "voir, voit, lire, lecture, afficher, ouvrir, leer, abrir, consultar, visible*"),
        Concept(
            "not",
            "ne, n'est, n'a, pas, aucun*, ningun*, ningún, sin, sans, rien, nada, nunca, jamais, personne, nadie, non, não"
        ),
        Concept(
            "missing",
            "introuvable*, n'existe pas, n'existe plus, no existe, no encontrad*, no se encuentra, inexist*, manque, falta, disparu*, non trouvé*, non trovat*"
        ),
        Concept(
            "denied",
            "refusé*, refuse, interdit*, non autorisé*, denegad*, rechaz*, prohibid*, no permitid*, no autorizad*, negato, accès refusé"
        ),
        Concept(
            "wrong",
            "incorrect*, invalide*, erroné*, mauvais*, faux, fausse, erreur, incorrecto*, inválid*, equivocad*, errónea, error de"
        ),
        Concept("revoked", "révoqu*, revocad*, régénér*, supprimé le jeton"),
        Concept(
            "expired",
            "expiré*, périmé*, échéance, caduc*, venció, vencid*, expirad*, scadut*, n'est plus valide, ya no es válid*, validité, vigencia"
        ),
        Concept(
            "before",
            "depuis hier, depuis ce matin, depuis lundi, soudain*, jusqu'à hier, desde ayer, desde hoy, de repente, antes, la semaine dernière, depuis"
        ),
        Concept("archived", "archivé*, archivad*, archiviat*"),
        Concept("trashed", "corbeille, supprimée, papelera, eliminad*, borrad*, cestino, lixeira"),
        Concept("draft", "brouillon*, borrador*, bozza, rascunho"),
        Concept("restricted", "restreint*, restricción*, restringid*, cadenas, candado, confidentiel*"),
        Concept("moved", "déplacé*, movid*, autre espace, otro espacio, déménagé, mudado"),
        Concept(
            "taken",
            "existe déjà, ya existe, déjà utilisé, ya está en uso, esiste già, já existe, même titre, mismo título"),
        Concept(
            "meanwhile",
            "conflit*, conflicto*, entre temps, entretemps, mientras tanto, quelqu'un d'autre, otra persona, en même temps"
        ),
        Concept(
            "only-some",
            "seulement, seuls, uniquement, sólo, solo, solamente, premiers, primeros, page suivante, página siguiente, toujours"
        ),
        Concept(
            "rate",
            "trop de requêtes, demasiadas peticiones, demasiadas solicitudes, débit, límite de tasa, troppe richieste"),
        Concept("large", "trop volumineu*, trop grand*, trop gros, demasiado grande, dépasse, excede, supera"),
        Concept("maintenance", "mantenimiento, manutenzione, mise à jour, redémarr*, actualización, de retour"),
        Concept("readonly", "lecture seule, sólo lectura, solo lectura, somente leitura"),
        Concept("broken", "erreur interne, error interno, errore interno, planté, panne"),
        Concept(
            "deactivated",
            "désactivé*, desactivad*, deshabilitad*, quitté l'entreprise, départ, dejó la empresa, suspendu*, suspendid*"
        ),
        Concept("anonymous", "anonyme*, anónim*, non connecté, invité"),
        Concept("untrusted", "auto signé, autosigné, autofirmad*, de confianza, approuvé, non fiable"),
        Concept(
            "timeout",
            "délai*, dépassé*, tiempo de espera, tiempo agotado, ne répond pas, no responde, expiration du délai, sans réponse"
        ),
        Concept("refused", "connexion refusée, conexión rechazada, connessione rifiutata"),
        Concept("dropped", "interrompu*, réinitialis*, coupé*, cortó, interrumpid*, se cerró, fermée"),
        Concept("unreachable", "injoignable*, inaccessible*, inalcanzable, inaccesible"),
        Concept("redirected", "redirigé*, redirection, redirig*, redirección"),
        Concept("blocked", "bloqué*, bloque, bloquead*, filtre, filtro, pare feu, cortafuegos"),
        Concept("empty", "vide*, vacío*, vacía, non défini*, no definid*, manquant*"),
        Concept("quote", "guillemet*, comillas"),
        Concept(
            "blank",
            "espace à la fin, saut de ligne, retour à la ligne, salto de línea, espacio al final, espacio en blanco"),
        Concept("letters", "majuscule*, minuscule*, mayúscula*, minúscula*, casse"),
        Concept("not-selected", "pas sélectionné*, no está seleccionad*, non sélectionné"),
        Concept("tool", "outil*, herramienta*"),
        Concept("setting", "paramètre*, réglage*, ajuste*, configuración, configurado"),
        Concept("server", "serveur*, servidor*"),
        Concept("version", "versión, versione"),
        Concept("clock", "horloge, reloj"),
    ]

    private static let italianAndPortuguese: [Concept] = [
        Concept("user", "utenti, usuário, usuários, collega, conta dele, funcionário"),
        Concept("login", "accedere, accede, entro, entrare, autenticazione, entrar, autenticação, credenciais"),
        Concept("space", "spazi, espaços"), Concept("page", "pagine, páginas, contenuto, conteúdo"),
        Concept("view", "legge, leggono, leggere, vede, vedere, visualizzare, ler, lê, vê, abrir"),
        Concept("change", "crea, scrivere, salvare, modificare, aggiornare, criar, escrever, salvar, editar, excluir"),
        Concept("search", "trova, cerca, cercare, pesquisa, procura, encontra"),
        Concept("permission", "permessi, autorizzazione, permissões, diritti, acesso"),
        Concept("restricted", "limitata, limitato, ristretta, restrita, restrito, lucchetto, cadeado"),
        Concept("archived", "archiviata, archiviate, arquivad*"),
        Concept("trashed", "eliminata, cestino, excluíd*, lixeira"),
        Concept("draft", "bozza, rascunho"), Concept("expired", "scaduta, scade, scadenza, expirou, vencido"),
        Concept("missing", "non esiste, inesistente, manca, não existe, não encontrad*"),
        Concept("denied", "negato, rifiutato, vietato, negado, recusado, proibido"),
        Concept("before", "da ieri, da stamattina, da lunedì, fino a ieri, desde ontem, desde hoje, até ontem"),
        Concept("deactivated", "disattivat*, disabilitat*, ha lasciato, desativad*, saiu da empresa"),
        Concept("licence", "licenze, licença*"), Concept("taken", "già esistente, já em uso"),
        Concept("vpn", "ufficio, rede interna, rete interna, rete aziendale, escritório"),
        Concept("certificate", "certificati, certificados"), Concept("cut", "tagliato, troncato, cortado, incompleto"),
        Concept("not", "nessun*, niente, mai, nenhum*, ninguém, nada"),
    ]

    private static let japanese: [Concept] = [
        Concept("token", "*トークン*"), Concept("password", "*パスワード*"), Concept("user", "*ユーザー*, *アカウント*"),
        Concept("login", "*ログイン*, *認証*"), Concept("space", "*スペース*"), Concept("page", "*ページ*, *コンテンツ*"),
        Concept("title", "*タイトル*"), Concept("attachment", "*添付*, *ファイル*"), Concept("search", "*検索*"),
        Concept("permission", "*権限*, *許可*"), Concept("certificate", "*証明書*"), Concept("licence", "*ライセンス*"),
        Concept("connection", "*接続*"), Concept("dns", "*名前解決*, *ホスト名*"), Concept("proxy", "*プロキシ*"),
        Concept("version", "*バージョン*"), Concept("change", "*作成*, *編集*, *更新*, *削除*, *書き込み*"),
        Concept("view", "*閲覧*, *表示*"), Concept("not", "*ません*, *ない*, *できな*, *不可*"),
        Concept("missing", "*見つかり*, *存在しな*, *存在しま*"), Concept("denied", "*拒否*, *禁止*"),
        Concept("wrong", "*無効*, *不正*, *間違*, *エラー*"), Concept("expired", "*期限切れ*, *期限が切れ*, *失効*"),
        Concept("taken", "*既に存在*, *すでに存在*, *重複*"), Concept("meanwhile", "*競合*"),
        Concept("rate", "*レート制限*, *リクエストが多*"), Concept("maintenance", "*メンテナンス*"),
        Concept("timeout", "*タイムアウト*"), Concept("restricted", "*制限され*, *ページ制限*"),
        Concept("archived", "*アーカイブ*"), Concept("trashed", "*ゴミ箱*, *ごみ箱*"), Concept("draft", "*下書き*"),
        Concept("letters", "*大文字*, *小文字*"),
        Concept("readonly", "*読み取り専用*"), Concept("large", "*大きすぎ*, *サイズ*"),
    ]
}
