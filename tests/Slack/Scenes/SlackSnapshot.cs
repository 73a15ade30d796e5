using IntroBot.Tests.Platforms;
using IntroBot.Tests.Slack.Double;

namespace IntroBot.Tests.Slack.Scenes;

/// <summary>What is left of everything that happened: what is stored, what Slack was told, what people see.</summary>
internal static class SlackSnapshot
{
    /// <summary>Every row, every call and every message: the same before and after something that did nothing.</summary>
    public static async Task<string> SnapshotAsync(this SlackScene scene)
    {
        var dump = await scene.DumpAsync();
        return $"{dump}\n{scene.Slack.Calls.Count} calls\n{string.Join('\n', scene.Slack.Workspaces.SelectMany(Seen))}";
    }

    /// <summary>What people of a workspace see: messages, private words, the modal on top, homes.</summary>
    public static IEnumerable<string> Seen(FakeSlackWorkspace workspace) =>
    [
        .. workspace.Channels.SelectMany(channel => channel.Messages.Select(
            message => $"{channel.Kind} {string.Join('+', channel.Members.Select(who => who.Name))}: {message.Text}")),
        .. workspace.People.SelectMany(person => person.Ephemerals.Select(message => $"only {person.Name}: {message.Text}")),
        .. workspace.People.SelectMany(person => person.Modals.Select(view => $"{person.Name} modal: {view.Title}")),
    ];
}
