using IntroBot.Platforms;
using IntroBot.Storage;
using IntroBot.Storage.Tables;
using Microsoft.Extensions.Options;

namespace IntroBot.Operations.Startup;

/// <summary>
/// What a program that is ready says of itself, in four lines: where it is, where its data is, what is on, and how to stop it.
/// </summary>
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
            $"On: {Listed(Platforms.Where(on.Contains))}. Off: {Listed(Platforms.Where(name => !on.Contains(name)))}.",
            "Ctrl+C stops it; nothing is lost.");
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? list : "nothing";
}
