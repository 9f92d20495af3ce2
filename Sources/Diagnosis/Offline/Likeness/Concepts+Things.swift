extension Concepts {
    /// What a text may be about.
    static let things: [Concept] = [
        Concept(
            "token", "token*, pat, pats, api key*, apikey, api_key, apitoken, api_token, access key, atatt*, secret"),
        Concept("password", "password*, passwd, passphrase, passwort, pwd"),
        Concept(
            "user", "user, users, username*, account*, member, colleague, colleagues, bot, robot user, konto, benutzer*"
        ),
        Concept("email", "email*, e mail, mail address, mailbox"),
        Concept(
            "login",
            "login*, log in, logs in, logging in, logged in, logon, signin, sign in, signed in, signing in, authenticat*, auth, credential*, anmeld*"
        ),
        Concept("space", "space, spaces, spacekey, space_key, workspace*, space's, bereich"),
        Concept("key", "key, keys, spacekey, space_key, shortcode, identifier"),
        Concept(
            "page",
            "page, pages, page's, pageid, page_id, article*, blogpost*, blog post*, wiki entry, seite, content, document, doc"
        ),
        Concept("title", "title*, heading, page name, titel, called, named, name"),
        Concept(
            "attachment",
            "attach*, file, files, upload*, image, images, pdf, png, jpg, zip, mp4, video, screenshot*, anhang"),
        Concept("search", "search*, siteSearch, looked up, lookup, find, finds, hits, suche"),
        Concept("index", "index, indexes, indexing, indexed, reindex*, lucene, opensearch"),
        Concept("version", "version, versions, revision*, versionnumber, version.number"),
        Concept("parent", "parent*, ancestor*, one above, hierarchy, inherit*, upper page, top page, tree"),
        Concept("list", "list, lists, listing, results, result, entries, items, hits, rows, records"),
        Concept("host", "host*, domain*, subdomain, server name, fqdn"),
        Concept(
            "dns",
            "dns*, resolv*, nslookup, nxdomain, *enotfound*, eai_again, *getaddrinfo*, name or service, *unknownhost*, no such host, unknown host, servname, nodename, *nameresolution*, namelookup, host is known, lookup"
        ),
        Concept(
            "connection",
            "connect, connects, connection*, connecting, socket*, port, tcp, *connectionerror*, *connecterror*, reach, reachable"
        ),
        Concept(
            "vpn",
            "vpn*, intranet, corporate network, company network, internal network, inside the network, office network, from home, private network, internally, on site, anyconnect, globalprotect, wireguard, zero trust"
        ),
        Concept(
            "firewall",
            "waf, firewall*, cloudflare*, incapsula, imperva, akamai*, modsecurity, mod_security, ray id, support id, f5, sucuri, bot protection, security policy, edgesuite, cloudfront, fortiweb, barracuda, bot, attention required"
        ),
        Concept(
            "proxy",
            "proxy*, proxies, squid*, zscaler, netskope, bluecoat, forcepoint, tunnel*, http_proxy, https_proxy, *proxyerror*, egress, mitm, interception"
        ),
        Concept(
            "certificate",
            "cert, certs, *certificate*, ca, cacert*, cacerts, x509, pki, keystore, truststore, issuer, chain, root ca, pem, zertifikat*"
        ),
        Concept("tls", "tls*, ssl*, *sslerror*, handshake, *handshake*, cipher*, openssl, sslv3, protocol version"),
        Concept(
            "sso",
            "sso, saml*, okta, single sign on, adfs, keycloak, azure ad, entra, idp, identity provider, oidc, openid*, oauth2, onelogin, ping identity, two factor, mfa, 2fa"
        ),
        Concept(
            "captcha",
            "*captcha*, not a robot, security check, failed attempts, failed logins, too many attempts, wrong attempts, picture puzzle, letters in the picture, authentication_denied"
        ),
        Concept(
            "directory", "ldap*, active directory, user directory, directory, directories, crowd, domain controller"),
        Concept("scope", "scope*, granular, read:*, write:*"),
        Concept("gateway", "api.atlassian.com, cloudid, cloud_id, cloud id, gateway, ex, tenant*"),
        Concept("cloud", "cloud, atlassian.net, *.atlassian.net, jira cloud, atlassian cloud, hosted"),
        Concept(
            "server",
            "data center, data centre, datacenter, self hosted, on prem*, own server, confluence server, server, dc"),
        Concept(
            "hosting",
            "hosting, hosted by, deployment type, cloud option, cloud=true, cloud=false, is_cloud, cloud flag, instance type"
        ),
        Concept(
            "base",
            "base url, base_url, baseurl, baseUri, context path, contextpath, root url, url, uri, address, link, prefix, path, subpath"
        ),
        Concept("wikipath", "wiki, *.net/wiki*, wiki/wiki, confluence/confluence"),
        Concept("cookie", "cookie*, jsessionid, session*, set-cookie, cloud.session.token, seraph.confluence"),
        Concept("header", "header*, authorization, custom header*"),
        Concept("bearer", "bearer"),
        Concept("basic", "basic, basic auth*"),
        Concept(
            "reference",
            "{{secret*, secret.*, vault*, placeholder, unresolved, substituted, interpolat*, secret name, secretref, secret reference, template, expanded, masked"
        ),
        Concept("variable", "variable*, env, environment, env var*, *_token, *_password, .env, export, configmap"),
        Concept("licence", "licen*, seat*, product access, subscription*, unlicensed, user tier, lizenz"),
        Concept("tool", "tool, tools, toolkit, function, mcp tool, tool_name, toolset"),
        Concept(
            "vector",
            "pgvector, embedding*, vector*, vectorstore, index_data, search_index, list_collections, embedding model"),
        Concept("jira", "jira*, bitbucket*, trello, app password, github, gitlab"),
        Concept("ip", "ip, ips, ip address*, egress ip, allowlist*, whitelist*, allow list, ip range*, cidr, nat"),
        Concept("xsrf", "xsrf*, csrf*, x atlassian token, no check, origin, cross site, forgery"),
        Concept("cql", "cql*, query, queries, clause, operator, query language, *cqlparse*, querystring"),
        Concept(
            "markup",
            "xhtml*, storage, storage format, markup, tag, tags, entity, entities, nbsp, macro*, xml*, *saxparse*, *xmlstream*, element, elements, html, unclosed, closing tag, well formed, wellformed, body, ampersand"
        ),
        Concept("personal", "personal space*, personal, own space, tilde, ~*, my space, home space"),
        Concept(
            "letters",
            "case, capital*, lowercase, uppercase, lower case, upper case, case sensitive, casing, small letters"),
        Concept(
            "collaboration",
            "synchrony, collaborat*, reconcil*, co editing, unreconciled, synchronisation, collab, concurrent editing"),
        Concept("api2", "v2, api/v2*, version 2, v2 api, rest v2"),
        Concept("endpoint", "endpoint*, api, resource, method, route, operation, rest"),
        Concept(
            "wifi",
            "wifi, wi fi, hotel, hotspot, captive, portal, guest network, airport, train, splash, coffee shop, terms of use"
        ),
        Concept(
            "clock",
            "clock*, system time, ntp*, not yet valid, skew*, system date, time of day, drift*, timezone, notbefore, real time, wrong date, wrong time"
        ),
        Concept(
            "webpage",
            "html, doctype, web page, webpage, unexpected token, *jsondecode*, expecting value, not json, not valid json, invalid json, *jsonparse*, login page, html page, text/html, looking for beginning"
        ),
        Concept(
            "slash",
            "slash*, trailing*, fragment, question mark, hash, query string, viewpage*, .action, display, overview"),
        Concept(
            "quote", "quote*, quotation*, apostrophe*, curly, smart quotes, u201c, u201d, latin-1, *unicodeencode*"),
        Concept(
            "blank",
            "whitespace*, newline*, line break*, linebreak, blank, blanks, trailing space, leading space, space at the end, invisible, zero width, bom, nbsp, tab, carriage return, illegal header value, invalid header value, crlf, \\n, u200b, ufeff"
        ),
        Concept("encoded", "base64*, encoded, encoding, decode*, b64, btoa"),
        Concept("colon", "colon, email:token, user:token, username:token, e mail and token together"),
        Concept(
            "verify",
            "verify_ssl, verify ssl, verify=false, verification, insecurerequest*, *insecure*, ssl check*, unverified, rejectunauthorized"
        ),
        Concept(
            "agent",
            "agent based, legacy, old format, old configuration, migrat*, old config, integration_configuration, old style, earlier release"
        ),
        Concept("account-id", "accountid, account id, userkey, user key"),
        Concept("site", "site, sites, instance, tenant, your-site, subdomain"),
        Concept("payment", "billing, trial, unpaid, payment, invoice, cancelled, canceled, subscription ended, plan"),
        Concept(
            "permission",
            "permission*, right, rights, privilege*, access, grant*, role, authoris*, authoriz*, berechtigung*, entitle*, admin, admins, administrator*"
        ),
        Concept(
            "change",
            "create*, creating, creation, write*, writing, edit*, update*, updating, publish*, save*, saving, modify*, post, posting, put, add, adding, delete*, deleting, upload*, contribut*, anlegen, rename"
        ),
        Concept(
            "view",
            "view*, see, sees, seen, read, reads, reading, visible, visibility, browse, look at, viewing, display, open, opens"
        ),
        Concept("number", "size, limit, maximum, max, mb, gb, megabyte*, bytes, kb, mib, quota"),
    ]
}
