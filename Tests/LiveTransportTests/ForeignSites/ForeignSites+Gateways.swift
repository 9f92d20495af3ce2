import ConfluenceModel

extension ForeignSite {
    /// Gateways for APIs, which answer in JSON, and want something of their own.
    static let gateways: [ForeignSite] = [
        ForeignSite(
            "Kong wants a key", .gatewayKey, source: "Kong's plugin key-auth: header and body; from memory, inferred",
            Reply(
                "401 Unauthorized",
                ["Content-Type: application/json; charset=utf-8", "Server: kong/3.4.2", "WWW-Authenticate: Key"],
                #"{"message":"No API key found in request"}"#)),
        ForeignSite(
            "IBM's API Connect wants a key", .gatewayKey,
            source: "IBM's documentation of its error responses; the words inferred",
            .json(
                "401 Unauthorized",
                """
                {"httpCode":"401","httpMessage":"Unauthorized","moreInformation":"Cannot pass the security checks that are \
                required by the target API or operation."}
                """)),
        ForeignSite(
            "webMethods wants an application", .gatewayKey,
            source: "Software AG's pages on its API Gateway; from memory, inferred",
            .json("401 Unauthorized", #"{"Exception":"Unable to identify the application for the request."}"#)),
        ForeignSite(
            "Kong knows no such route", .notConfluence, .basePath,
            source: "the text of Kong's own error, quoted in its CI and in many public files",
            Reply(
                "404 Not Found", ["Content-Type: application/json; charset=utf-8", "Server: kong/3.4.2"],
                #"{"message":"no Route matched with those values"}"#)),
        ForeignSite(
            "Kong has no upstream", .serverError, source: "Kong's balancer; from memory, inferred",
            .json("503 Service Unavailable", #"{"message":"failure to get a peer from the ring-balancer"}"#)),
        ForeignSite(
            "Apigee wants a key", .gatewayKey,
            source: "community.apigee.com 77744: the whole body; Apigee's reference, VerifyAPIKey: the other code",
            .json(
                "401 Unauthorized",
                """
                {"fault":{"faultstring":"Failed to resolve API Key variable request.header.x-apikey","detail":{"errorcode":\
                "steps.oauth.v2.FailedToResolveAPIKey"}}}
                """)),
        ForeignSite(
            "Apigee refuses the address", .ipAllowlist,
            source: "Apigee's policy error reference, AccessControl: the whole body",
            .json(
                "403 Forbidden",
                """
                {"fault":{"faultstring":"Access Denied for client ip : 52.211.243.3","detail":{"errorcode":\
                "accesscontrol.IPDeniedAccess"}}}
                """)),
        ForeignSite(
            "Azure API Management wants a key", .gatewayKey,
            source: "Microsoft's KB 4464930: the whole body",
            Reply(
                "401 Access Denied",
                [
                    "Content-Type: application/json",
                    "WWW-Authenticate: AzureApiManagementKey realm=\"https://wiki.acme.example\",name=\"Ocp-Apim-Subscription-Key\",type=\"header\"",
                ],
                """
                { "statusCode": 401, "message": "Access denied due to missing subscription key. Make sure to include subscription \
                key when making requests to an API." }
                """)),
        ForeignSite(
            "AWS API Gateway refuses", .gatewayKey, .firewall,
            source:
                "tech-reader.blog, “403 Forbidden vs. Missing Authentication Token”: the body; the header from memory",
            Reply(
                "403 Forbidden", ["Content-Type: application/json", "x-amzn-ErrorType: ForbiddenException"],
                #"{"message":"Forbidden"}"#)),
        ForeignSite(
            "AWS API Gateway knows no such route", .notConfluence, .basePath, .gatewayKey,
            source:
                "linden.consulting, “API Gateway 403 Missing Authentication Token”: the body, and that it means 404",
            Reply(
                "403 Forbidden",
                ["Content-Type: application/json", "x-amzn-ErrorType: MissingAuthenticationTokenException"],
                #"{"message":"Missing Authentication Token"}"#)),
        ForeignSite(
            "Tyk wants a key", .gatewayKey, source: "Tyk's middleware: the text; from memory, inferred",
            .json("401 Unauthorized", #"{"error": "Authorization field missing"}"#)),
        ForeignSite(
            "Istio wants a JWT", .loginInFront, .gatewayKey,
            source: "Envoy's filter jwt_authn: the text; from memory, inferred",
            Reply(
                "401 Unauthorized",
                [
                    "Server: istio-envoy", "Content-Type: text/plain",
                    "WWW-Authenticate: Bearer realm=\"https://wiki.acme.example/\"",
                ],
                "Jwt is missing")),
        ForeignSite(
            "oauth2-proxy, asked for JSON", .loginInFront,
            source:
                "oauth2-proxy's documentation, “Behaviour”: 401 for Accept: application/json; the body is its code's, inferred",
            .json("401 Unauthorized", "{}")),
        ForeignSite(
            "Spring's own page for whoever is not logged in", .loginInFront, .notConfluence,
            source: "Spring Boot's error attributes; from memory, inferred",
            .json(
                "401 Unauthorized",
                #"{"timestamp":"2026-03-02T09:00:00.000+00:00","status":401,"error":"Unauthorized","path":"/rest"}"#)),
    ]
}
