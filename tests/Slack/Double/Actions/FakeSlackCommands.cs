using System.Text.RegularExpressions;
using IntroBot.Tests.Slack.Double.Deliveries;

namespace IntroBot.Tests.Slack.Double.Actions;

/// <summary>What people type at the app.</summary>
internal static partial class FakeSlackCommands
{
    /// <summary>Types a command where they are; the answer shows as Slack shows it.</summary>
    /// <param name="person">Who types.</param>
    /// <param name="command">The command, with its slash.</param>
    /// <param name="text">What follows; <c>@Name</c> mentions a person of the workspace.</param>
    /// <param name="channel">Where; their conversation with the app unless given.</param>
    public static async Task<FakeSlackDelivery> TypesAsync(
        this FakeSlackPerson person, string command, string text = "", FakeSlackChannel? channel = null)
    {
        // People who are here by a shared channel press buttons but have no commands.
        if (person.IsForeign) throw new FakeSlackUserErrorException($"{person} belongs to another workspace and cannot type {command}.");
        var (workspace, slack, where) = (person.Workspace, person.Workspace.Slack, channel ?? person.Chat);
        var delivery = await slack.Post.SendAsync(FakeSlackDispatchKind.Command, new JsonObject
        {
            ["token"] = "verification",
            ["team_id"] = workspace.Id,
            ["team_domain"] = workspace.Domain,
            ["channel_id"] = where.Id,
            ["channel_name"] = where.CommandName,
            ["user_id"] = person.Id,
            ["user_name"] = person.Name,
            ["command"] = command,
            ["text"] = slack.App.ShouldEscape ? workspace.Escaped(text) : text,
            ["api_app_id"] = slack.App.Id,
            ["is_enterprise_install"] = "false",
            ["response_url"] = slack.Responses.Issue(person, where),
            ["trigger_id"] = slack.Triggers.Issue(person),
        });
        if (delivery is { IsSuccess: true, Body.Length: > 0 })
        {
            var message = delivery.Body.TrimStart() is ['{', ..] ? delivery.Json : new JsonObject { ["text"] = delivery.Body };
            lock (slack.Gate) slack.Responses.Show(person, where, message);
        }
        return delivery;
    }

    /// <summary>Picks a global shortcut of the app.</summary>
    public static Task<FakeSlackDelivery> UsesShortcutAsync(this FakeSlackPerson person, string callbackId)
    {
        var payload = person.Interaction("shortcut");
        (payload["callback_id"], payload["trigger_id"]) = (callbackId, person.Workspace.Slack.Triggers.Issue(person));
        return person.Workspace.Slack.Post.SendAsync(FakeSlackDispatchKind.Interaction, payload);
    }

    /// <summary>Turns <c>@Name</c> into <c>&lt;@U…&gt;</c> and <c>#name</c> into <c>&lt;#C…|name&gt;</c>, longest names first.</summary>
    internal static string Escaped(this FakeSlackWorkspace workspace, string text)
    {
        foreach (var person in workspace.People.OrderByDescending(person => person.RealName.Length))
        {
            foreach (var name in new[] { person.RealName, person.DisplayName, person.Name }
                .Where(name => name.Length > 0)
                .OrderByDescending(name => name.Length))
                text = Regex.Replace(text, $@"(?<![\w<])@{Regex.Escape(name)}(?!\w)", $"<@{person.Id}>", RegexOptions.IgnoreCase);
        }
        return Channels().Replace(text, match => workspace.Channels.Find(channel => channel.Name == match.Groups[1].Value) is { } channel
            ? $"<#{channel.Id}|{(channel.Kind == FakeSlackChannelKind.Public ? channel.Name : "")}>"
            : match.Value);
    }

    [GeneratedRegex(@"(?<![\w<])#([\w-]+)")]
    private static partial Regex Channels();
}
