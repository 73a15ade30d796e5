using IntroBot.Platforms;
using IntroBot.Storage;
using IntroBot.Storage.Tables;
using Microsoft.Extensions.Options;

namespace IntroBot.Operations.Startup;

/// <summary>The start report of four lines: the addresses, the store, the platforms that are on, and how to stop.</summary>
internal static class StartReport
{
    private const string Playground = "playground";

    private static readonly string[] Platforms = [Playground, "Slack", "Teams"];

    public static string Of(WebApplication app, IEnumerable<string> addresses)
    {
        var on = app.Services.GetServices<IMessenger>().Select(messenger => messenger.Platform).ToHashSet(StringComparer.Ordinal);
        var options = app.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
        return string.Join(
            Environment.NewLine,
            $"IntroBot is ready: {(on.Contains(Playground) ? "open" : "it listens at")} {string.Join(" and ", addresses)}",
            $"Store: {TableStores.NameOf(options, app.Environment.ContentRootPath)}",
            $"On: {ListOf(Platforms.Where(on.Contains))}. Off: {ListOf(Platforms.Where(name => !on.Contains(name)))}.",
            "Ctrl+C stops it; nothing is lost.");
    }

    private static string ListOf(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? list : "nothing";
}
