import Foundation
import Reporting

extension Terminal {
    /// The terminal that standard output is; plain and 100 columns wide where it is none.
    ///
    /// Colour is left out when `NO_COLOR` is set (https://no-color.org) or the terminal says it is dumb.
    static var current: Terminal {
        let environment = ProcessInfo.processInfo.environment
        guard isatty(STDOUT_FILENO) == 1 else { return Terminal() }
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let columns = isKnown ? Int(size.ws_col) : 80
        let usesColor = environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
        // Longer lines than these are hard to read, narrower ones leave no room for the text.
        return Terminal(width: min(max(columns, 40), 120), usesColor: usesColor)
    }
}
