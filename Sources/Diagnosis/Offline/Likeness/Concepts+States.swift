extension Concepts {
    /// What may be said of a thing.
    static let states: [Concept] = [
        Concept(
            "not",
            "not, no, can't, cannot, cant, couldn't, could not, unable, never, none, won't, doesn't, don't, isn't, didn't, aren't, wasn't, without, nothing, neither, lacks, lack, lacking, kein*, nicht, impossible"
        ),
        Concept(
            "missing",
            "missing, gone, not found, 0 hits, 0 results, 0 found, 0 pages, size 0, no hits, no results, no matches, nothing found, can't be found, *notfound*, does not exist, doesn't exist, nonexist*, non existent, no such, disappear*, vanish*, can't find, cannot find, could not find, couldn't find, unknown, nowhere, no longer exists, not exist, isn't there, not there, existiert, nicht gefunden, invalid id, no content"
        ),
        Concept(
            "denied",
            "denied, deny, denies, refuses, refuse, turned down, says no, forbid*, *forbidden*, not allowed, not permitted, no permission, unauthori*, *unauthorized*, insufficient*, may not, refused access, no access, rejected, rejects, reject, turned away, disallow*, not authorised, not authorized, prohibited, verweigert, locked out, kicked out"
        ),
        Concept(
            "wrong",
            "wrong, incorrect*, invalid*, bad, mistake*, mistyped, typo, misspel*, incorrectly, false, ungültig, not recognised, not recognized, unrecogni*, not accepted"
        ),
        Concept(
            "revoked",
            "revoke*, revoking, rotated, rotation, regenerated, deleted token, replaced, withdrawn, invalidated, rolled, reset, new token, leaked"
        ),
        Concept(
            "expired",
            "expir*, ran out, run out, lapse*, no longer valid, past its, validity, valid until, a year ago, one year, end date, abgelaufen, 365 days, 90 days, *expired*"
        ),
        Concept(
            "before",
            "worked until, used to work, stopped working, since yesterday, since today, suddenly, since this morning, since last week, yesterday, last week, until now, overnight, was fine, always worked, over the weekend, since monday"
        ),
        Concept("archived", "archiv*, shelved, retired, mothball*"),
        Concept(
            "trashed",
            "trash*, recycle bin, the bin, in bin, deleted, deletion, restored, restore, purged, papierkorb, undelete, removed by"
        ),
        Concept("draft", "draft*, unpublished, never published, not published, not been published, unsaved, entwurf"),
        Concept(
            "restricted",
            "restrict*, padlock, lock icon, schloss, locked, private, confidential, only certain people, specific people, limited to, editors only"
        ),
        Concept(
            "moved",
            "move, moved, moving, relocat*, another space, other space, different space, transferred, reorganis*, reorganiz*, belongs to"
        ),
        Concept(
            "taken",
            "already exists, exists already, duplicate*, already in use, taken, unique, same title, same name, already a page, already has a page, already been used, clash*, collision, already there, twice"
        ),
        Concept(
            "meanwhile",
            "meanwhile, in the meantime, someone else, somebody else, concurren*, conflict*, *conflict*, stale, *stale*, simultaneous*, race, at the same time, overwrit*, in between, optimistic lock*, incremented, increment, outdated, current version, same version, lost update"
        ),
        Concept(
            "only-some",
            "only, at most, cap, capped, caps, first page, pagination, paging, paginat*, next page, cursor, the rest, out of, stops at, stops after, per page, offset, start=, limit=, next link, more than, always the same, exactly, _links.next, truncated list, remaining"
        ),
        Concept(
            "setting",
            "limit, max_pages, max_total, number_of_retries, setting, settings, option, configured, field, labels, configuration, config, parameter"
        ),
        Concept(
            "rate",
            "too many requests, rate limit*, ratelimit*, throttl*, slow down, retry after, quota, back off, backoff, burst, requests per, rate exceeded, x ratelimit*, too fast, budget"
        ),
        Concept(
            "large",
            "too large, too big, large, big, exceed*, oversiz*, bigger, larger, huge, *toolarge*, size limit, *sizelimit*, *sizeexceed*, over the limit"
        ),
        Concept(
            "maintenance",
            "maintenance, upgrad*, downtime, restart*, starting up, back soon, outage, planned, scheduled, wartung, being migrated, rebooting, setup, johnson, temporarily, spinning up, not yet started"
        ),
        Concept(
            "readonly",
            "read only, readonly, read_only, read-only mode, writes are disabled, no changes, frozen, freeze, accepts no changes"
        ),
        Concept(
            "broken",
            "internal server error, *nullpointer*, crash*, bad gateway, stack trace, overload*, out of memory, *outofmemory*, *internalserver*, unexpected error, system error, something went wrong, oops, deadlock, database, service unavailable, unhealthy, java.lang.*, *sqlexception*, hikari*, 5xx"
        ),
        Concept(
            "deactivated",
            "deactivat*, disabled, disable, suspend*, inactive, left the company, offboard*, switched off, turned off, blocked user, closed account, no longer active, not active, deprovision*, terminated employee, has left"
        ),
        Concept(
            "anonymous",
            "anonymous*, not logged in, nobody, as a guest, guest, public, logged out, unauthenticated, no user, fall through"
        ),
        Concept(
            "untrusted",
            "untrusted, not trusted, unknown authority, self signed, self-signed, unknown ca, local issuer, pkix*, unknownissuer, trusted, trust, trust anchor, certification path, internal ca, company ca, own ca, issuer certificate, verify failed, verification failed, signed by"
        ),
        Concept(
            "mismatch",
            "mismatch*, doesn't match, does not match, didn't match, not match, not valid for, altname*, alt names, subject alternative, other name, another name, different name, wrong host, no alternative, issued for"
        ),
        Concept(
            "old",
            "old, outdated, legacy, deprecat*, unsupported, obsolete, 1.0, 1.1, tlsv1, alert protocol version, unsupported protocol, *wrong version*"
        ),
        Concept(
            "refused",
            "refused, *refused*, econnrefused, nothing listens, nothing is listening, no process, not listening, actively refused, connect call failed, abgelehnt"
        ),
        Concept(
            "timeout",
            "*timeout*, timed out, time out, *timedout*, hang, hangs, hanging, never answers, no answer, no response, slow, forever, stall*, waiting, deadline, too long, seconds, doesn't answer, does not answer, never returns, zeitüberschreitung, not respond*, didn't respond"
        ),
        Concept(
            "dropped",
            "econnreset, *econnreset*, reset by peer, hung up, broken pipe, eof, *eof*, prematurely, premature*, aborted, remote end closed, remotedisconnected, *connectionreset*, cut, terminated, socket closed, closed unexpectedly, *protocolerror*, incompleteread, disconnected, interrupted, reset, breaks off, connection closed, mid transfer, half way"
        ),
        Concept(
            "unreachable",
            "unreachable, *unreachable*, no route, can't reach, cannot reach, not reachable, unable to connect, could not connect, failed to connect, can't connect, cannot connect, couldn't connect, offline, enetunreach, ehostunreach, failed to fetch, network error, fetch failed, nicht erreichbar, down"
        ),
        Concept(
            "redirected",
            "redirect*, 301, 302, 307, 308, location, moved permanently, moved temporarily, too many redirects, forwarded, bounced"
        ),
        Concept(
            "blocked",
            "block*, intercept*, filtered, denied by policy, your administrator, policy, categor*, access denied, request rejected, suspicious"
        ),
        Concept(
            "doubled",
            "twice, double*, doubled, duplicated, repeated, two times, bearer bearer, basic basic, wiki/wiki, https://https*, http://http*"
        ),
        Concept(
            "cut",
            "truncat*, cut off, half, shortened, incomplete, in part, partial*, shorter, too short, characters long, last characters, missing characters, chopped, clipped, end is missing, not the whole, was cut"
        ),
        Concept(
            "empty",
            "empty, not set, unset, not configured, undefined, null, none supplied, no credentials, not provided, required, is blank, no value, missing value, unconfigured, must be provided, missing required, needs to be set, keyerror"
        ),
        Concept(
            "both",
            "both, as well as, takes precedence, ignored, wins, overrides, overrid*, two secrets, instead of, next to each other, in addition"
        ),
        Concept(
            "removed",
            "410, sunset*, no longer supported, has been removed, was removed, removed, retired, discontinued, switched off api, deprecated api, not available any more, gone"
        ),
        Concept(
            "parse",
            "parse*, parsing, syntax, unparsable, *parseexception*, unexpected character, malformed, line number, column, row, col, expected, unterminated, unbalanced, unexpected"
        ),
        Concept(
            "just-now",
            "just created, just now, wait of, wait between, two minutes, a minute, at once, right away, immediately, right after, minutes later, seconds later, a moment later, a while later, freshly, newly, after a while, later, straight after, moments ago, a few minutes, eventually, yet, new page, delay, delayed, lag*, behind"
        ),
        Concept(
            "not-selected",
            "not selected, not enabled, not available, not found in, no tool, unknown tool, not ticked, not checked, unticked, unchecked, isn't offered, not offered, not a valid tool, not in the list, tool not found, not registered"
        ),
        Concept(
            "cast",
            "protocol, scheme, http://*, https://*, missing schema, no scheme, missingschema, unsupported scheme, invalid url, *invalidurl*, malformed url, relative url, no host supplied, could not parse url, unknown url type"
        ),
        Concept(
            "plain",
            "http to https, plain http, plain text, port 80, insecure connection, http request was sent to https port, wrong_version_number, wrong version number"
        ),
        Concept(
            "fine",
            "passed, succeeded, successful*, all green, finished, completed, 0 failed, 0 failures, no errors, 0 errors, works again, up to date, healthy, ready to serve, thank you, thanks, running, validated, fertig, erledigt, läuft wieder, terminé, funciona"
        ),
        Concept(
            "asking",
            """
            how do i, how can i, how would i, how does one, how long do, how many, is it possible, can we have, which macro, \
            what is the difference, what's the difference, recommend*, does this work, does it work with, does it support, \
            is there a way, is there any way, can one, may one, do i need, before i, before we, we plan, planning, planned by, \
            which is better, what happens, when do you, will there be, wie kann, kann man, gibt es, comment, est ce que, \
            cómo, se puede, habrá, si può, é possível, можно ли, подскажите, чи можна, czy można, 请问, 질문
            """),
        Concept(
            "wish",
            """
            would be nice, would be great, would be good, would be helpful, would be useful, would be handy, nice to have, \
            feature request, feature wish, enhancement, suggestion*, suggest, proposal, propose*, could there be, \
            could you add, could you please add, please add, please consider, would it be, is there a plan, any plans, \
            an option to, an option for, an option like, a switch to, a flag that, i'd love, would love, i'd like to see, \
            wish, wishes, idea, should be left out, ought to, could be added, might there be, looking forward, any news, \
            would be welcome, make it configurable, schön wäre, wäre schön, wäre es möglich, wünsch*, vorschlag, \
            serait il possible, serait utile, sugerencia, sería útil, sarebbe utile, seria possível, sugestão, \
            побажання, пожелание, предложение, *要望*, *助かります*, *제안*
            """),
        Concept(
            "failing",
            """
            error, errors, fail, fails, failed, failing, failure, *exception*, *error*, traceback, doesn't work, \
            does not work, not working, didn't work, no longer works, breaks, broke, fatal, panicked, geht nicht, \
            funktioniert nicht, klappt nicht, fehler, erreur, ne marche pas, échoue, no funciona, falla, non funziona, \
            errore, não funciona, erro, не работает, ошибка, не працює, помилка, nie działa, błąd, çalışmıyor, hata, \
            *エラー*, *失敗*, *失败*, *错误*, *오류*
            """),
        Concept("status-401", "401, *unauthorized*, unauthenticated"), Concept("status-403", "403, *forbidden*"),
        Concept("status-404", "404"), Concept("status-405", "405, method not allowed, *methodnotallowed*"),
        Concept("status-400", "400, bad request, *badrequest*"), Concept("status-407", "407"),
        Concept("status-409", "409, *conflict*"), Concept("status-410", "410"),
        Concept("status-413", "413, entity too large, payload too large"),
        Concept("status-415", "415, unsupported media type"),
        Concept("status-429", "429, too many requests"), Concept("status-500", "500, internal server error"),
        Concept("status-501", "501, not implemented"), Concept("status-502", "502, bad gateway"),
        Concept("status-503", "503, service unavailable"),
        Concept("status-504", "504, gateway timeout, gateway time out"),
        Concept("status-200", "200, 200 ok, 201, 204, success*"),
    ]
}
