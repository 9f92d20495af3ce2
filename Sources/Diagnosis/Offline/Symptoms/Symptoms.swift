/// Everything that the doctor recognises in pasted text.
package enum Symptoms {
    package static let all: [Symptom] =
        loginSymptoms + accountSymptoms + networkSymptoms + certificateSymptoms + proxySymptoms + addressSymptoms
        + spaceSymptoms + pageSymptoms + requestSymptoms + clientSymptoms + toolkitSymptoms + sentenceSymptoms + tales
        + contentTales + connectorSymptoms + askedTales
}
