/// The words that `expand` and the choices of a body's form are made of; any other may be anything that was pasted.
enum ExpandVocabulary {
    /// From Atlassian's API descriptions and the clients that this project drives.
    static let words = Set(
        """
        all ancestors anonymous_export_view ari atlas_doc_format attachment blogpost body bodyType children childTypes \
        collaborators comment comments container content contributors createdBy creator currentuser descendants description \
        draft dynamic editor editor2 embeddedContent excerpt export_view extensions favourited group groups history homepage \
        icon identifiers inlineProperties inline_comment isActive labels lastUpdated lastcontributed lastmodified likes links \
        lookAndFeel macroRenderedOutput mediaToken metadata nextVersion operations page permissions personalSpace plain \
        previousVersion properties publishers raw read resolution restrictions results retentionPolicy rev schedulePublishDate \
        settings simple source space storage styled_view subjects theme update user userKey username users version view viewed \
        webresource wiki
        """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
