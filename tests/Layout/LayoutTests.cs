namespace IntroBot.Tests.Layout;

/// <summary>The direction of imports: edges see stories, stories see the words all platforms share, and nothing looks back.</summary>
public sealed class LayoutTests
{
    private static readonly string[] Edges = ["Slack", "Teams", "Playground", "Storage"];
    private static readonly string[] Stories = ["Coaching", "Givers", "Matching", "Stewards", "Intros", "Karma", "Privacy"];

    /// <summary>What a room may see of the others; a room that is not here may not exist.</summary>
    private static readonly Dictionary<string, string[]> Sees = new()
    {
        ["Chat"] = [],
        ["Decisions"] = ["Chat"],
        ["Coaching"] = ["Chat", "Decisions"],
        ["Givers"] = ["Chat", "Decisions", "Coaching"],
        ["Matching"] = ["Chat", "Decisions", "Coaching", "Givers"],
        ["Stewards"] = ["Chat", "Decisions"],
        ["Intros"] = ["Chat", "Decisions", "Coaching", "Givers", "Matching", "Stewards"],
        ["Karma"] = ["Chat", "Decisions", "Coaching", "Givers", "Matching", "Intros"],
        ["Privacy"] = ["Chat", "Decisions", "Coaching", "Givers", "Matching", "Intros", "Karma", "Stewards"],
        // It brings what people say to every story; no story knows it.
        ["Conversation"] = ["Chat", "Decisions", .. Stories],
        ["Platforms"] = ["Chat", "Decisions", "Conversation"],
        ["Slack"] = ["Chat", "Decisions", "Conversation", "Platforms", .. Stories],
        ["Teams"] = ["Chat", "Decisions", "Conversation", "Platforms", .. Stories],
        ["Playground"] = ["Chat", "Decisions", "Conversation", "Platforms", .. Stories],
        ["Storage"] = ["Chat", "Decisions", "Platforms", .. Stories],
        // It looks on at everything, and nobody sees it: what it has to hear of, the rooms tell to witnesses of their own.
        ["Operations"] = ["Chat", "Decisions", "Conversation", "Platforms", .. Stories, .. Edges],
    };

    private static readonly string[] PlatformsAndDisks =
    [
        "System.Text.Json", "System.IO", "System.Net", "System.Console", "System.Diagnostics.Process", "Azure",
        "Microsoft.Data", "Microsoft.AspNetCore", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Configuration",
        "Microsoft.Extensions.DependencyInjection",
    ];

    public static TheoryData<string> Rooms => [.. Sees.Keys];

    public static TheoryData<string> PureRooms => ["Chat", "Decisions", "Conversation", .. Stories];

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_sees_only_what_lies_below_it(string room)
    {
        var astray = Layout.Rooms.Uses.Where(use => Layout.Rooms.Of(use.From) == room)
            .Where(use => IsOurs(use.To) && Layout.Rooms.Of(use.To) != room && !Sees[room].Contains(Layout.Rooms.Of(use.To)));

        Assert.Empty(astray);
    }

    [Theory, MemberData(nameof(PureRooms))]
    public void A_story_touches_no_platform_and_no_disk(string room)
    {
        var astray = Layout.Rooms.Uses.Where(use => Layout.Rooms.Of(use.From) == room)
            .Where(use => PlatformsAndDisks.Any(banned => use.To == banned || use.To.StartsWith($"{banned}.", StringComparison.Ordinal)));

        Assert.Empty(astray);
    }

    [Fact]
    public void Every_room_is_in_the_plan() =>
        Assert.Empty(Layout.Rooms.Uses.Select(use => Layout.Rooms.Of(use.From)).Where(room => room.Length > 0).Except(Sees.Keys));

    [Fact]
    public void Only_the_setup_knows_several_edges_outside_the_rooms() => Assert.Equal(
        ["IntroBot.IntroBotSetup"],
        Layout.Rooms.Uses.Where(use => Layout.Rooms.Of(use.From).Length == 0 && Edges.Contains(Layout.Rooms.Of(use.To)))
            .Select(use => use.From).Distinct());

    [Fact]
    public void Nobody_but_the_setup_knows_who_looks_after_the_program() => Assert.Equal(
        ["IntroBot.IntroBotSetup"],
        Layout.Rooms.Uses.Where(use => Layout.Rooms.Of(use.To) == "Operations" && Layout.Rooms.Of(use.From) != "Operations")
            .Select(use => use.From).Distinct());

    [Fact]
    public void The_reading_of_compiled_code_sees_into_lambdas_and_async_methods()
    {
        Assert.Contains(("IntroBot.IntroBotSetup", "IntroBot.Givers.EditGiverProfile"), Layout.Rooms.Uses);
        Assert.Contains(("IntroBot.Intros.Searching.FindGiver", "IntroBot.Givers.GiverDecisions"), Layout.Rooms.Uses);
    }

    private static bool IsOurs(string type) => type.StartsWith("IntroBot.", StringComparison.Ordinal);
}
