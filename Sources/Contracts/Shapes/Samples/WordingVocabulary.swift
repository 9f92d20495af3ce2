/// The words that refusals of Confluence were seen to use, and near ones: a word that is none of them may be anybody's data.
///
/// Collected from the simulator's own wordings, all of which have a source, and from those printed in public issues.
enum WordingVocabulary {
    static let words: Set<String> = Set(text.split(separator: " ").map(String.init))

    private static let text = """
        a abort absent ac accepted access account action add address adf admin administer administrator \
        administrators after again against aggregator all allow allowed allowlist already an ancestor ancestors and \
        annotation anonymous answer answered answers any anymore apache api app application applied april archive \
        archived are args argument ari as asc at atl atlassian att attach attachment attachments attribute audit aui \
        ausername auth authenticate authenticated authentication authorization authorized available back backslash \
        bad base based basic batch be bearer because been before being below between binds blocked blogpost \
        blogposts body browser browsers building but by bytes cache caller calling can cannot captcha category \
        center certificate chain challenge change changelog changes character characters charset check child \
        children class clause client close cloud code com comment complete concurrently config configuring conflict \
        confluence confluenceservice connect connection contact container content context contributor conversion \
        convert cookie copy core correct could count cql cqlcontext create created credentials csrf current \
        currently cursor cursors cut dangling data database day days dc dead default delete denied deployment \
        deprecated deprecation depth desc description destination detail developer did direct disabled display doc \
        docs document does doesn don double download draft duplicate edge edit editing editor else embed empty \
        enabled encoded encoding encountered endpoint endpoints entity entry envelope error errors escape escapes \
        established even every everywhere ex exceeded exceeding exceeds exception exceptions excerpt execute \
        existing exists expand expandable expected experimental expired export exportword expr extensions failed \
        failure falls false favourite feature fetch field fields file files fill find finding fix fixed flyingpdf \
        folder folders follows for forbidden form format found from fullname function gateway gdpr get gets given \
        gives global go gone got grant group guide handling has have head header headers here history hits homepage \
        host html http httperror https id ids illegal implemented in inactivity include incomplete incorrect \
        incremented index info information instance instead insufficient internal interval invalid ip is isn issues \
        it item items its itself java javax jax js jsessionid json jsonproperty jwt key keys known label labels lack \
        lacks lang large larger last lastmodified later latest layer less licence license licensed licensing limit \
        limiting limits line link links list live loading local locale lock log login long longer longest look macro \
        maintenance manager many mark markdown match matches maximum may mcp mean measured media message messages \
        metadata method minimum minutes mismatch missing mode modified more most move moved movepage multipart must \
        mvc my name ncs near net never new newest next no nocheck not notice null number numbers oauth object of off \
        offset ok older on one only opaque openapi operation operations operator optimistic options or order orderby \
        org organisation organization oserror other others out outdated own package page pagehierarchy pages \
        parameter parameters parent parentheses parse parsed parsing part passed password passwords path \
        pdfpageexport people perform permanently permission permissions permitted persistence personal pkix place \
        plain plan please pointer policy position post posting posts prev printed product products profile progress \
        properties property provided provider proxy published publisher pull purge purged python query quota raise \
        rate raw rbac re reach read reader reads realm reason refresh refreshing rejected rel relation relations \
        remaining remove removeattachment removed replaced representation request requested requests required \
        requires reset resolution resource response rest restore restrict restricted restriction restrictions \
        results retry returned revoked right role roles root route row rows rpc s same samlrequest save scale scan \
        schema schemas scope scripts search seconds security see self seraph server service services session set \
        setting shape should signed single site size so sorry source space spaces springframework ssl stackless \
        standalone start state status statuses step storage store strip subject subtype successful such supplied \
        supply support supported supports suspended system t tag target task team teapot template temporarily tenant \
        term test text than that the them theme then there this tighter timed timeout tinyui title to token tokens \
        tomcat too toolchain total traceid trash trashed treats tree true trying tsv tunnel type unable unauthorized \
        unavailable undocumented unexpected unknown unlicensed unprocessable unquoted unreconciled unsupported until \
        up update updated updates updating upgrade upgraded uri url use user userkey username users using utf uuid \
        valid validate validated validation validator value verify version versions via view wait was watch web \
        webhook webui were what when while whiteboard who whole wiki with withdrawn without word wording wrong www \
        xhtml xml xsrf yes you your zero
        """
}
