import DoctorCommands
import Foundation

@main
struct ConfluenceDoctor {
    static func main() async {
        exit(await DoctorCommand.execute(Array(CommandLine.arguments.dropFirst())))
    }
}
