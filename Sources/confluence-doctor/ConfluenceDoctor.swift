import DoctorCommands

@main
struct ConfluenceDoctor {
    static func main() async {
        await DoctorCommand.main()
    }
}
