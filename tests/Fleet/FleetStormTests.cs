using IntroBot.Tests.Operations;
using IntroBot.Tests.Slack;

namespace IntroBot.Tests.Fleet;

/// <summary>Three programs that die over their calls, a Slack that tells things twice, and people who press at once.</summary>
[Collection(nameof(ByItself))]
public sealed class FleetStormTests(ITestOutputHelper output)
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

    /// <summary>The first never answers.</summary>
    private static readonly string[] Givers = ["Grace Okafor", "Wei Lin", "Marcus Reed", "Zoe Fox", "Omar Said", "Lea Blum"];

    [Fact]
    public async Task Whoever_dies_whatever_is_pressed_at_once_and_whatever_comes_twice_all_ends_as_with_one_program_that_lives()
    {
        output.WriteLine($"FLEET_SEED={SlackFleet.Seed}");
        await using var fleet = await SlackFleet.StartAsync();
        var life = new FleetLife(fleet);
        FakeSlackPerson[] givers = [.. Givers.Select(fleet.Hire)];
        await Task.WhenAll(givers.Select(giver => life.GivesAsync(giver, Topic)));

        fleet.BeginStorm();
        using var goodbye = new CancellationTokenSource();
        var answering = givers.Skip(1).Select((giver, number) => AnswersAsync(giver, SlackFleet.ChanceOf(number))).ToArray();
        await Task.WhenAll([.. Askers.Select(AskOneByOneAsync), .. givers.Select(giver => life.WritesAsync(giver, "help"))]);
        await fleet.EndStormAsync();

        // What dead programs left is taken up after a minute, and answered then.
        await fleet.QuietAsync();
        await goodbye.CancelAsync();
        await Task.WhenAll(answering);
        await fleet.EndsWellAsync(life, output);
        Assert.NotInRange(fleet.Kills, 0, 1);
        Assert.NotEqual(0, fleet.Balancer.Doubled);

        async Task AskOneByOneAsync(string[] names)
        {
            foreach (var asker in names.Select(fleet.Hire))
            {
                await life.WritesAskAsync(asker, Topic);
                await life.SendsAskAsync(asker);
                await life.WritesAsync(asker, "help");
            }
        }

        // Whatever comes, in one of several ways.
        async Task AnswersAsync(FakeSlackPerson giver, Random chance)
        {
            while (!goodbye.IsCancellationRequested)
            {
                if (await life.OfferAsync(giver) is not { } offer) continue;
                await (chance.Next(4) switch
                {
                    0 => Task.WhenAll(PressAsync(FleetLife.Yes), PressAsync(FleetLife.No), PressAsync(FleetLife.Yes)),
                    1 => Task.WhenAll(PressAsync(FleetLife.Yes), life.TakesBackAsync(AskerIn(offer))),
                    2 => PressAsync(FleetLife.No),
                    _ => PressAsync(FleetLife.Yes),
                });

                Task PressAsync(string button) => life.PressesAsync(giver, button, offer);
            }
        }

        FakeSlackPerson AskerIn(FakeSlackMessage offer) => fleet.Acme.People.Single(
            person => offer.Text.StartsWith($"Could you help {person.RealName}?", StringComparison.Ordinal));
    }
}
