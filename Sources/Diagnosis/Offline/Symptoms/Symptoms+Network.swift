import ConfluenceModel

extension Symptoms {
    /// What clients say when no answer came.
    static let networkSymptoms: [Symptom] = [
        Symptom(
            "name", .stated, .network,
            [
                "enotfound", "could not resolve host", "couldn't resolve host", "name or service not known",
                "nodename nor servname provided", "temporary failure in name resolution", "no such host",
                "failed to resolve", "nameresolutionerror", "unknownhostexception", "getaddrinfo failed",
                "no address associated with hostname", "err_name_not_resolved", "eai_again", "name does not resolve",
                "dns_probe_finished", "no such host is known", "name resolution failed", "could not be resolved",
                "server misbehaving", "der remotename konnte nicht", "getaddrinfo eai", "nxdomain", "unknown host",
                "curl: (6)", "curl error 6:", "socket.gaierror", "dns lookup failed", "dns error",
                "failed to lookup address information", "servname not supported", "host not found",
                "unable to resolve host", "name resolution error", "dns resolution failed",
            ],
            [.nameNotResolved: 0.86, .vpnOnly: 0.14],
            means: "the name of the host is unknown where the client runs",
            source: "getaddrinfo of each platform"),
        Symptom(
            "refused", .stated, .network,
            [
                "connection refused", "econnrefused", "actively refused", "connectionrefusederror",
                "err_connection_refused",
                "couldn't connect to server", "verbindung verweigert", "connectexception: connection", "curl: (7)",
                "curl error 7:", "target machine actively refused", "os error 111", "errno 111", "errno 61]",
                "winerror 10061", "tcp connect error",
            ],
            [.connectionRefused: 0.93, .proxyRefusal: 0.07],
            means: "the host was reached, and nothing takes connections at this port",
            source: "connect(2)"),
        Symptom(
            "timeout", .stated, .network,
            [
                "connecttimeout", "connection timed out", "etimedout", "i/o timeout", "connect timeout",
                "connect timed out",
                "read timed out", "readtimeout", "context deadline exceeded", "operation timed out",
                "timeout was reached",
                "sockettimeoutexception", "err_connection_timed_out", "esockettimedout", "connection timeout",
                "service unreachable: timeout", "request timed out", "httpconnecttimeoutexception", "timed out after",
                "timeout of #ms exceeded", "err_timed_out", "did not properly respond after a period of time",
                "und_err_connect_timeout", "the operation has timed out", "asyncio.exceptions.timeouterror",
                "execution expired", "net::opentimeout", "net::readtimeout", "curl: (28)", "curl error 28",
                "curl error: 28", "tls handshake timeout", "und_err_headers_timeout", "headers timeout",
                "taskcanceledexception", "httpclient.timeout", "deadline has elapsed", "timeouterror",
                "read operation timed out", "(connect timeout=",
            ],
            [.timedOut: 0.84, .vpnOnly: 0.1, .unreachable: 0.06],
            means: "no answer came in time: a firewall that says nothing, a closed network, or a very slow server",
            source: "requests, urllib3, Go, Node, Java"),
        Symptom(
            "no-route", .strong, .network,
            [
                "no route to host", "network is unreachable", "ehostunreach", "enetunreach",
                "err_internet_disconnected", "err_address_unreachable", "noroutetohostexception", "os error 113",
                "errno 113", "network unreachable", "winerror 10065", "winerror 10051", "os error 101", "errno 101",
            ],
            [.unreachable: 0.55, .vpnOnly: 0.45],
            means: "there is no way from this network to the host",
            source: "connect(2)"),
        Symptom(
            "dropped", .stated, .network,
            [
                "connection reset", "econnreset", "remote end closed connection without response", "connection aborted",
                "socket hang up", "empty reply from server", "forcibly closed by the remote host",
                "unexpected eof while reading",
                "incompleteread", "remotedisconnected", "prematurely closed", "connection closed prematurely",
                "failed to respond", "err_connection_reset", "err_connection_closed", "err_empty_response",
                "server closed idle connection", "epipe", "broken pipe", "eof occurred in violation of protocol",
                "chunkedencodingerror", "connection was closed unexpectedly", "other side closed",
                "unexpected end of file from server", "serverdisconnectederror", "server disconnected",
                "connection lost", "closed by remote host", "server sent goaway", "server closed the connection",
                "remote host closed", "remoteprotocolerror", "ssl_error_syscall", "stream was reset",
                "disconnected before secure tls", "connection closed before", "curl: (52)", "curl: (56) recv failure",
                "transfer closed with", "connection closed by peer", "reset by peer",
            ],
            [.connectionDropped: 0.86, .firewall: 0.07, .tlsVersion: 0.07],
            means: "a connection was made, and the other side or something between closed it",
            source: "requests, Go, Node, Java"),
        Symptom(
            "unreachable", .vague, .network,
            [
                "unable to reach confluence", "service unreachable: connectivity issue", "cannot connect to host",
                "failed to establish a new connection", "fetch failed", "request could not be sent",
                "err_connection_failed",
                "could not connect to confluence", "connection failure",
            ],
            [.unreachable: 0.4, .nameNotResolved: 0.22, .connectionRefused: 0.16, .timedOut: 0.12, .vpnOnly: 0.1],
            means: "no connection was made; these words don't say why",
            source: "elitea-sdk 0.11.27; urllib3"),
        Symptom(
            "bad-gateway", .strong, .network,
            [
                "502 bad gateway", "504 gateway time", "bad gateway", "upstream connect error",
                "upstream request timeout", "no healthy upstream", "proxy error * reading from remote server",
                "upstream timed out", "upstream prematurely closed", "upstream server",
            ],
            [.serverError: 0.5, .maintenance: 0.25, .timedOut: 0.25],
            means: "the load balancer in front of Confluence got no answer from it",
            source: "nginx, envoy, Apache httpd"),
    ]
}
