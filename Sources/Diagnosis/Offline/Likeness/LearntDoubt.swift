extension FaultDoubt.Weights {
    /// Learnt from `Fixtures/pastes`; written anew by running `PasteAccuracyTests` with `UPDATE_ACCURACY=1`.
    package static let learnt = FaultDoubt.Weights(
        always: 2.190,
        signs: [-3.767, 2.109, -0.193, -0.347, -0.036, 0.202, 1.405, 0.512, -0.278, -0.372])
}
