namespace IntroBot.Tests.Fleet;

/// <summary>Three programs that die over their calls, platforms that tell things twice, and people who press at once.</summary>
public sealed class FleetChaosTests(ITestOutputHelper output)
{
    private const string Topic = "supply chain";

    /// <summary>Each row asks one after another, and all rows at once.</summary>
    private static readonly string[][] Askers =
    [
        ["Ava Stone", "Tom Hughes"],
        ["Ben Ode", "Cleo Park"],
        ["Eve Hart", "Finn Beck"],
        ["Priya Raman", "Noor Aziz"],
        ["Dan Wolf", "Ida Moss"],
        ["Gus Lund", "Hana Sato"],
    ];

    /// <summary>The first never answers, and the last opts in while programs die.</summary>
    private static readonly string[] Givers = ["Grace Okafor", "Wei Lin", "Marcus Reed", "Zoe Fox", "Omar Said", "Lea Blum", "Rui Paz"];

    [Fact]
    public async Task Whoever_dies_whatever_is_pressed_at_once_and_whatever_comes_twice_all_ends_as_with_one_program_that_lives()
    {
        output.WriteLine($"FLEET_SEED={RunningFleet.Seed}");
        await using var fleet = await RunningFleet.StartAsync();
        FleetUsers[] lives = [new SlackUsers(fleet), new TeamsUsers(fleet)];
        await Task.WhenAll(lives.Select(OptInAsync));

        fleet.BeginStorm();
        using var goodbye = new CancellationTokenSource();
        var answering = lives.SelectMany(AllAnswer).ToArray();
        try
        {
            await Task.WhenAll(lives.Select(ActAsync));
            await fleet.EndStormAsync();

            // What dead programs left is taken up after a minute, and answered then.
            await fleet.QuietAsync();
        }
        finally
        {
            await goodbye.CancelAsync();
        }

        await Task.WhenAll(answering);
        await fleet.EndsWellAsync(lives, output);
        Assert.NotInRange(fleet.Kills, 0, 1);
        Assert.NotEqual(0, fleet.Balancer.Doubled);

        async Task OptInAsync(FleetUsers users)
        {
            await Task.WhenAll(Givers.Select(users.HireAsync));
            await Task.WhenAll(Givers.SkipLast(1).Select(giver => users.GivesAsync(giver, Topic)));
        }

        Task ActAsync(FleetUsers users) => Task.WhenAll(
        [
            .. Askers.Select(names => AskOneByOneAsync(users, names)),
            .. Givers.Select(giver => users.WritesAsync(giver, "help")),
            users.GivesAsync(Givers[^1], Topic),
        ]);

        async Task AskOneByOneAsync(FleetUsers users, string[] names)
        {
            foreach (var asker in names)
            {
                await users.HireAsync(asker);
                await users.WritesAskAsync(asker, Topic);
                await users.SendsAskAsync(asker);
                await users.WritesAsync(asker, "help");
            }
        }

        IEnumerable<Task> AllAnswer(FleetUsers users) =>
            Givers.Skip(1).Select((giver, number) => AnswersAsync(users, giver, RunningFleet.ChanceOf(number)));

        // Whatever comes, in one of several ways.
        async Task AnswersAsync(FleetUsers users, string giver, Random chance)
        {
            while (!goodbye.IsCancellationRequested)
            {
                if (await users.OfferAsync(giver) is not var (offer, asker)) continue;
                await (chance.Next(4) switch
                {
                    0 => Task.WhenAll(PressAsync(FleetUsers.Yes), PressAsync(FleetUsers.No), PressAsync(FleetUsers.Yes)),
                    1 => Task.WhenAll(PressAsync(FleetUsers.Yes), users.TakesBackAsync(asker)),
                    2 => PressAsync(FleetUsers.No),
                    _ => PressAsync(FleetUsers.Yes),
                });

                Task PressAsync(string button) => users.PressesAsync(giver, button, offer);
            }
        }
    }
}
