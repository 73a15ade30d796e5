using IntroBot.Tests.Storage.Scenes;

namespace IntroBot.Tests.Fleet;

/// <summary>What is true of a fleet when nothing is under way any more.</summary>
internal static class FleetInvariants
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    /// <summary>Leases of a minute or two, looks, and what follows from them, on a machine that is busy with something else.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(8);

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>Looks at the store until nothing is under way, and nothing has changed since the look before.</summary>
    public static async Task<StoreContents> QuietAsync(this RunningFleet fleet)
    {
        var (store, began) = (fleet.OpenStore(), Now);
        using var looks = new PeriodicTimer(BetweenLooks);
        var before = await StoreContents.ReadAsync(store);
        while (true)
        {
            await looks.WaitForNextTickAsync();
            var stored = await StoreContents.ReadAsync(store);
            var underWay = stored.UnderWay(Now);
            if (underWay.Count == 0 && stored.IsAs(before)) return stored;
            if (Now > began + Longest) throw new TimeoutException($"Still under way: {string.Join('\n', underWay)}");
            before = stored;
        }
    }

    /// <summary>Waits until it is quiet, and holds the store, and what people read, against what was acknowledged.</summary>
    public static async Task<StoreContents> EndsWellAsync(this RunningFleet fleet, IEnumerable<FleetUsers> lives, ITestOutputHelper output)
    {
        var stored = await fleet.QuietAsync();
        var balancer = fleet.Balancer;
        output.WriteLine($"{fleet.Kills} died, {balancer.Doubled} requests came twice, {balancer.Resent} were told again.");
        output.WriteLine(string.Join(", ", stored.Intros.CountBy(intro => intro.Stage).Select(each => $"{each.Key}: {each.Value}")));

        stored.HoldsTogether(Now);
        var witnesses = lives.Select(users => users.Witness(stored)).ToArray();
        Assert.Multiple(
        [
            .. witnesses.Select<FleetConsistency, Action>(witness => witness.NothingIsLost),
            .. witnesses.Select<FleetConsistency, Action>(witness => witness.EverybodyReadsWhatIsStored),
            .. witnesses.Select<FleetConsistency, Action>(witness => witness.NothingIsSaidTwice),
        ]);
        Assert.All(await balancer.SecondAnswersAsync(), status => Assert.Equal(200, status));
        Assert.All(fleet.Said, words => Assert.DoesNotMatch("(?m)^(fail|crit):", words));
        return stored;
    }
}
