using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(IntroBot.Tests.LongestFirst))]

namespace IntroBot.Tests;

/// <summary>
/// Begins what takes longest first, so that the rest runs beside it: a fleet mostly waits for leases to end, a browser for its pages.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <summary>Of these, in this order; <c>bash tests/run</c> tells at its end what they are today.</summary>
    private static readonly string[] Long =
    [
        ".Fleet.", ".Teams.Client.", ".CrashSweepTests", ".EndToEnd.", ".Infra.", ".Packages.",
        ".Operations.", ".BuiltSlackProgramTests",
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(PlaceOf)];

    private static int PlaceOf<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection =>
        Array.FindIndex(Long, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)) is var place and >= 0
            ? place
            : Long.Length;
}
