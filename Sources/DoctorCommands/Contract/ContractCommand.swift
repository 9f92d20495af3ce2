import ArgumentParser

/// `contract`: holds the simulator and live sites to one another.
struct ContractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contract",
        abstract: "Hold the simulator and live sites to the same laws and to the same shapes.",
        subcommands: [
            ContractCheckCommand.self,
            ContractRecordCommand.self,
            ContractLockCommand.self,
            ContractDiffCommand.self,
            ContractApplyCommand.self,
        ]
    )
}
