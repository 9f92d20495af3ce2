import Foundation
import Reporting

extension Terminal {
    /// The terminal that standard output is; plain and 100 columns wide where it is none.
    static var current: Terminal {
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return Terminal(
            environment: ProcessInfo.processInfo.environment, isTerminal: isatty(STDOUT_FILENO) == 1,
            columns: isKnown ? Int(size.ws_col) : nil)
    }
}
