extension FaultDoubt.Weights {
    /// Learnt from `Fixtures/pastes`; written anew by running `PasteAccuracyTests` with `UPDATE_ACCURACY=1`.
    package static let learnt = FaultDoubt.Weights(
        always: 2.177,
        signs: [-3.846, 2.107, -0.193, -0.345, -0.038, 0.201, 1.404, 0.501, -0.274, -0.345])
}
