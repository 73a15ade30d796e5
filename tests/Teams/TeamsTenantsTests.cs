using IntroBot.Tests.Platforms;
using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Teams;

/// <summary>Two tenants side by side never meet.</summary>
public sealed class TeamsTenantsTests
{
    [Fact]
    public async Task A_giver_of_another_tenant_is_never_asked_and_nothing_of_it_shows()
    {
        await using var scene = await TwoAsync();
        var (globex, vera, noor) = Globex(scene);
        await scene.GivesAsync(vera, "supply chain", "sourcing");
        await scene.AsksAsync(scene.Ava);
        await scene.AsksAsync(noor);
        Assert.StartsWith("Could you help Noor Globex?", vera.Chat.Last.Summary, StringComparison.Ordinal);
        await scene.PassAsync(TimeSpan.FromDays(4));
        Assert.StartsWith("No match yet", scene.Ava.Chat.Last.Summary, StringComparison.Ordinal);

        Assert.DoesNotContain(
            "Globex", string.Join('\n', scene.Acme.Conversations.SelectMany(place => place.Messages)), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Stone", string.Join('\n', globex.Conversations.SelectMany(place => place.Messages)), StringComparison.Ordinal);
        foreach (var partition in (await scene.DumpAsync()).Split('\n')) Assert.False(
            partition.Contains(scene.Acme.Id, StringComparison.Ordinal) && partition.Contains(globex.Id, StringComparison.Ordinal),
            partition);
    }

    [Fact]
    public async Task An_offer_of_another_tenant_cannot_be_answered_even_by_whoever_has_its_button()
    {
        await using var scene = await TwoAsync();
        var (_, vera, _) = Globex(scene);
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");
        await scene.AsksAsync(scene.Ava);
        var before = await scene.DumpAsync("Core", "Log");

        await scene.AfterAsync(vera.PressesOnAsync(vera.Chat.Last, scene.Grace.Chat.Last.Card, "Yes, connect us", []));
        await scene.BreatheAsync();

        Assert.StartsWith("I cannot find that any more", vera.Words[^1], StringComparison.Ordinal);
        Assert.Equal(before, await scene.DumpAsync("Core", "Log"));
        Assert.Contains("Yes, connect us", scene.Grace.Chat.Last.Buttons);
    }

    [Fact]
    public async Task Each_tenant_is_spoken_to_at_its_own_address()
    {
        await using var scene = await TwoAsync();
        var (globex, vera, noor) = Globex(scene);
        await scene.GivesAsync(vera, "supply chain", "sourcing");
        await scene.AsksAsync(noor);
        await scene.AfterAsync(vera.PressesAsync("Yes, connect us"));
        await scene.BreatheAsync();

        Assert.All(scene.Teams.Calls, call => Assert.Equal(
            globex.Conversations.Any(place => call.Path.Contains(place.Id, StringComparison.Ordinal)) ? globex.Id : scene.Acme.Id,
            call.Tenant));
        Assert.Contains(scene.Teams.Calls, call => call.Tenant == globex.Id);
    }

    private static Task<TeamsScene> TwoAsync() => TeamsScene.OpenAsync((options, teams) =>
    {
        var globex = teams.AddTenant("Globex");
        globex.AddPerson("Vera Globex");
        globex.AddPerson("Noor Globex");
        options.AlsoTenants = globex.Id;
    });

    private static (FakeTeamsTenant Globex, FakeTeamsPerson Vera, FakeTeamsPerson Noor) Globex(TeamsScene scene) =>
        scene.Teams.Tenants[1] is var globex ? (globex, globex.People[0], globex.People[1]) : default;
}
