extension ScenarioResult {
    /// The result with each text that could hold something of a configuration or a site written anew.
    package func mapTexts(_ write: (String) -> String) -> ScenarioResult {
        var result = self
        result.reason = reason.map(write)
        result.diagnosis = diagnosis?.mapTexts(write)
        result.steps = steps.map { $0.mapTexts(write) }
        return result
    }
}

extension StepResult {
    /// The step with each text that could hold something of a configuration or a site written anew.
    package func mapTexts(_ write: (String) -> String) -> StepResult {
        var step = self
        step.title = write(title)
        step.answer = answer.map(write)
        step.problems = problems.map(write)
        step.comparisons = comparisons.map { comparison in
            StepComparison(
                subject: write(comparison.subject), expected: write(comparison.expected),
                found: write(comparison.found))
        }
        step.exchanges = exchanges.map { $0.mapTexts(write) }
        return step
    }
}

extension StepExchange {
    fileprivate func mapTexts(_ write: (String) -> String) -> StepExchange {
        var exchange = self
        exchange.address = write(address)
        exchange.requestBody = requestBody.map(write)
        exchange.responseBody = responseBody.map(write)
        exchange.responseHeaders = responseHeaders.map { FaultRule.HeaderField($0.name, write($0.value)) }
        exchange.account = account.map(write)
        exchange.decisions = decisions.map(write)
        return exchange
    }
}
