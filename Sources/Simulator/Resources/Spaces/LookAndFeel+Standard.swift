import ConfluenceWire

extension LookAndFeel {
    /// The colours that a new site has. The members are those of Cloud's REST v1 description; the values are inferred.
    static let standard = LookAndFeel(
        known: [
            "headings": colour("#172B4D"), "links": colour("#0052CC"),
            "menus": ["hoverOrFocus": ["backgroundColor": "#DEEBFF"], "color": "#172B4D"],
            "header": [
                "backgroundColor": "#FFFFFF", "button": ["backgroundColor": "#F0F1F4", "color": "#172B4D"],
                "primaryNavigation": navigation("#42526E"), "secondaryNavigation": navigation("#172B4D"),
                "search": ["backgroundColor": "#FFFFFF", "color": "#172B4D"],
            ],
            "content": [
                "screen": [
                    "background": "#FFFFFF", "backgroundColor": "#FFFFFF", "backgroundImage": "", "backgroundSize": "",
                    "gutterTop": "", "gutterRight": "", "gutterBottom": "", "gutterLeft": "",
                ],
                "container": box, "header": box, "body": box,
            ],
            "bordersAndDividers": colour("#DFE1E6"),
        ])

    private static let box: JSON = [
        "background": "#FFFFFF", "backgroundColor": "#FFFFFF", "backgroundImage": "", "backgroundSize": "",
        "padding": "", "borderRadius": "",
    ]

    private static func colour(_ text: String) -> JSON { ["color": .string(text)] }

    private static func navigation(_ text: String) -> JSON {
        ["color": .string(text), "hoverOrFocus": ["backgroundColor": "#DEEBFF", "color": "#0052CC"]]
    }
}
