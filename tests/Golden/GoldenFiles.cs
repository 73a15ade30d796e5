using IntroBot.Tests.Platforms;
using IntroBot.Tests.Playground;

namespace IntroBot.Tests.Golden;

/// <summary>What is drawn in golden files: every card and form of the bot, and hostile words in every part of one.</summary>
internal static class GoldenFiles
{
    private const string Hostile = "Hostile.";

    /// <summary>The name of every golden file.</summary>
    public static IEnumerable<string> All =>
    [
        .. Names(Cards("Playground"), ".html"), .. Names(Cards(""), ".txt"), .. Names(Forms("Playground"), ".html"),
        .. Names(Cards("Slack"), ".slack.json"), .. Names(Forms("Slack"), ".slack.json"),
        .. Names(Cards("Teams"), ".teams.json"), .. Names(Forms("Teams"), ".teams.json"),
        .. GoldenReplies.All.Keys.SelectMany(name => new[] { $"{name}.html", $"{name}.txt", $"{name}.slack.json", $"{name}.teams.json" }),
        $"{TeamsGoldenTests.ForEverybody}.teams.json", $"{TeamsGoldenTests.ForItsGiver}.teams.json",
    ];

    /// <summary>The names of the cards that an edge draws; without one, those that every edge draws.</summary>
    public static TheoryData<string> Cards(string edge) => Drawn(edge, GoldenSamples.Cards.Keys, HostileParts.OfCards.Keys);

    public static TheoryData<string> Forms(string edge) => Drawn(edge, GoldenSamples.Forms.Keys, HostileParts.OfForms.Keys);

    public static Card Card(string name) => name.StartsWith(Hostile, StringComparison.Ordinal)
        ? HostileParts.OfCards[name[Hostile.Length..]](Samples.Hostile)
        : GoldenSamples.Cards[name]();

    public static Form Form(string name) => name.StartsWith(Hostile, StringComparison.Ordinal)
        ? HostileParts.OfForms[name[Hostile.Length..]](Samples.Hostile)
        : GoldenSamples.Forms[name]();

    private static TheoryData<string> Drawn(string edge, IEnumerable<string> ours, IEnumerable<string> parts) =>
        [.. ours.Where(name => CardMakers.IsDrawnBy(edge, name)), .. parts.Select(part => $"{Hostile}{part}")];

    private static IEnumerable<string> Names(TheoryData<string> drawn, string ending) => drawn.Select(row => $"{row.Data}{ending}");
}
