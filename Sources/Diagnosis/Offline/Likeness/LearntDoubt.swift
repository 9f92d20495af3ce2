extension FaultDoubt.Weights {
    /// Learnt from `Fixtures/pastes`; written anew by running `PasteAccuracyTests` with `UPDATE_ACCURACY=1`.
    package static let learnt = FaultDoubt.Weights(
        always: 0.669,
        signs: [-3.403, 1.536, -0.102, -0.300, -0.082, 0.189, 1.331, 0.418, -0.050, -0.239])
}
