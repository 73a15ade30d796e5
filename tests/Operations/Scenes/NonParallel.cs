namespace IntroBot.Tests.Operations.Scenes;

/// <summary>
/// Tests that run while no other does: OpenTelemetry finds meters by their names
/// in the whole process, and has room for a thousand of all programs' together.
/// </summary>
[CollectionDefinition(nameof(NonParallel), DisableParallelization = true)]
public sealed class NonParallel;
