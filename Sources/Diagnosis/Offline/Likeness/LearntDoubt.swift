extension FaultDoubt.Weights {
    /// Learnt from `Fixtures/pastes`; written anew by running `PasteAccuracyTests` with `UPDATE_ACCURACY=1`.
    package static let learnt = FaultDoubt.Weights(
        always: 2.465,
        signs: [-3.390, 1.831, -0.208, -0.320, -0.027, 0.173, 1.296, 0.369, -0.323, -0.433])
}
