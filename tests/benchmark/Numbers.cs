namespace IntroBot.Benchmark;

/// <summary>What is said of several measurements.</summary>
internal static class Numbers
{
    public static double Median(IEnumerable<double> all) =>
        all.Order().ToArray() is var sorted && sorted.Length > 0 ? sorted[sorted.Length / 2] : double.NaN;
}
