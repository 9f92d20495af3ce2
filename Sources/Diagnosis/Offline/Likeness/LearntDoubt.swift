extension FaultDoubt.Weights {
    /// Learnt from `Fixtures/pastes`; written anew by running `PasteAccuracyTests` with `UPDATE_ACCURACY=1`.
    package static let learnt = FaultDoubt.Weights(
        always: 2.475,
        signs: [-3.557, 1.985, -0.211, -0.318, -0.025, 0.169, 1.310, 0.361, -0.323, -0.474])
}
