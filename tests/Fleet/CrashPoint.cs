namespace IntroBot.Tests.Fleet;

/// <summary>
/// Ends a program at one of its calls: before the call takes place, or when it has taken place and its answer is not there
/// yet. Which call that is comes from a seed.
/// </summary>
internal sealed class CrashPoint(int seed, Func<Task<bool>> kill)
{
    private const int MinCalls = 15;
    private const int MaxCalls = 90;

    private readonly Random random = new(seed);
    private readonly Lock gate = new();
    private int left;

    private enum Fate
    {
        Lives,
        DiesBefore,
        DiesAfter,
    }

    /// <summary>From now on every call counts.</summary>
    public void Light()
    {
        lock (gate) left = random.Next(MinCalls, MaxCalls);
    }

    public void PutOut()
    {
        lock (gate) left = 0;
    }

    /// <summary>Lets a call take place, or not; an <see cref="HttpRequestException"/> where the program died over it.</summary>
    public async Task<BufferedResponse> PassAsync(Func<Task<BufferedResponse>> call)
    {
        var fate = Burn();
        if (fate == Fate.DiesBefore) await DieAsync();
        var answer = await call();
        if (fate == Fate.DiesAfter) await DieAsync();
        return answer;
    }

    /// <summary>The last one that is alive is spared.</summary>
    private async Task DieAsync()
    {
        if (await kill()) throw new HttpRequestException("The program died over this call.");
        Light();
    }

    private Fate Burn()
    {
        lock (gate)
        {
            if (left == 0 || --left > 0) return Fate.Lives;
            return random.Next(2) == 0 ? Fate.DiesBefore : Fate.DiesAfter;
        }
    }
}
