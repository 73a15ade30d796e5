using IntroBot.Tests.Slack.Double.Deliveries;

namespace IntroBot.Tests.Slack.Double.Actions;

/// <summary>What happens in a workspace that the app is told of.</summary>
internal static class FakeSlackEvents
{
    private static readonly Dictionary<string, string> Scopes = new(StringComparer.Ordinal)
    {
        ["app_mention"] = "app_mentions:read",
        ["message.im"] = "im:history",
        ["team_join"] = "users:read",
        ["user_change"] = "users:read",
    };

    /// <summary>Writes to the app, in the thread of a message where one is given.</summary>
    public static Task<FakeSlackDelivery> SaysAsync(this FakeSlackPerson person, string text, FakeSlackMessage? thread = null)
    {
        if (!person.Workspace.Slack.App.MessagesEnabled)
            throw new FakeSlackUserErrorException("Sending messages to this app has been turned off.");
        var message = person.Writes(person.Chat, text, thread);
        return person.Workspace.TellsAsync("message.im", message.Event());
    }

    /// <summary>Mentions the app in a channel; <c>@IntroBot</c> is put first when the text does not mention it.</summary>
    public static Task<FakeSlackDelivery> MentionsAsync(
        this FakeSlackPerson person, FakeSlackChannel channel, string text, FakeSlackMessage? thread = null)
    {
        var mention = $"<@{person.Workspace.Bot.Id}>";
        var message = person.Writes(channel, text, thread);
        if (!message.Text.Contains(mention, StringComparison.Ordinal)) message.Text = $"{mention} {message.Text}";
        var told = message.Json();
        (told["type"], told["channel"], told["event_ts"]) = ("app_mention", channel.Id, message.Ts);
        return person.Workspace.TellsAsync("app_mention", told, channel);
    }

    /// <summary>Opens the app in the sidebar, at its Home or its messages.</summary>
    public static Task<FakeSlackDelivery> OpensHomeAsync(this FakeSlackPerson person, string tab = "home")
    {
        var opened = new JsonObject
        {
            ["type"] = "app_home_opened",
            ["user"] = person.Id,
            ["channel"] = person.Chat.Id,
            ["tab"] = tab,
            ["event_ts"] = person.Workspace.Slack.NextTs(),
        };
        if (tab == "home" && person.Home is { } home) opened["view"] = home.Json();
        return person.Workspace.TellsAsync("app_home_opened", opened);
    }

    /// <summary>Edits what they wrote to the app.</summary>
    public static Task<FakeSlackDelivery> EditsAsync(this FakeSlackPerson person, FakeSlackMessage message, string text)
    {
        if (message.Author != person) throw new FakeSlackUserErrorException($"{person} did not write this.");
        var before = message.Json();
        (message.Text, message.IsEdited) = (person.Workspace.Written(text), true);
        return person.Workspace.TellsAsync(
            "message.im", message.Changed("message_changed", ("message", message.Json()), ("previous_message", before)));
    }

    /// <summary>Deletes what they wrote to the app.</summary>
    public static Task<FakeSlackDelivery> DeletesAsync(this FakeSlackPerson person, FakeSlackMessage message)
    {
        if (message.Author != person) throw new FakeSlackUserErrorException($"{person} did not write this.");
        message.Channel.Messages = message.Channel.Messages.Remove(message);
        return person.Workspace.TellsAsync(
            "message.im", message.Changed("message_deleted", ("deleted_ts", message.Ts), ("previous_message", message.Json())));
    }

    /// <summary>The app is told of its own message, as if somebody had written it.</summary>
    public static Task<FakeSlackDelivery> EchoAsync(this FakeSlackMessage message) =>
        message.Channel.Workspace.TellsAsync("message.im", message.Event());

    /// <summary>The app is told of its own change to a message.</summary>
    public static Task<FakeSlackDelivery> EchoUpdateAsync(this FakeSlackMessage message) =>
        message.Channel.Workspace.TellsAsync(
            "message.im", message.Changed("message_changed", ("message", message.Json()), ("previous_message", message.Json())));

    /// <summary>Their account is deactivated.</summary>
    public static Task<FakeSlackDelivery> LeavesAsync(this FakeSlackPerson person) => person.ChangesAsync(each => each.IsDeleted = true);

    /// <summary>They become a guest of some channels.</summary>
    public static Task<FakeSlackDelivery> BecomesGuestAsync(this FakeSlackPerson person) =>
        person.ChangesAsync(each => each.IsRestricted = true);

    /// <summary>Anything of them changes, be it their time zone, their name or their status.</summary>
    public static Task<FakeSlackDelivery> ChangesAsync(this FakeSlackPerson person, Action<FakeSlackPerson> change)
    {
        change(person);
        return person.Workspace.TellsAsync("user_change", person.Told("user_change"));
    }

    /// <summary>As above, told as if they belonged to no workspace but the one of their id.</summary>
    public static Task<FakeSlackDelivery> ChangesElsewhereAsync(this FakeSlackPerson person, Action<FakeSlackPerson> change)
    {
        change(person);
        var teams = person.Teams;
        person.Teams = [];
        var told = person.Told("user_change");
        person.Teams = teams;
        return person.Workspace.TellsAsync("user_change", told);
    }

    /// <summary>Somebody new joins the workspace.</summary>
    public static Task<FakeSlackDelivery> JoinsAsync(this FakeSlackWorkspace workspace, FakeSlackPerson person) =>
        workspace.TellsAsync("team_join", person.Told("team_join"));

    /// <summary>Somebody invites the app to a channel.</summary>
    public static Task<FakeSlackDelivery> InvitesAppAsync(this FakeSlackPerson person, FakeSlackChannel channel)
    {
        channel.Add(person.Workspace.Bot);
        return person.Workspace.TellsAsync("member_joined_channel", new JsonObject
        {
            ["type"] = "member_joined_channel",
            ["user"] = person.Workspace.Bot.Id,
            ["channel"] = channel.Id,
            ["channel_type"] = "C",
            ["team"] = person.Workspace.Id,
            ["inviter"] = person.Id,
            ["event_ts"] = person.Workspace.Slack.NextTs(),
        }, channel);
    }

    /// <summary>An administrator removes the app; Slack tells of it twice, in either order.</summary>
    public static async Task<IReadOnlyList<FakeSlackDelivery>> UninstallsAsync(this FakeSlackWorkspace workspace, bool revokedFirst = false)
    {
        workspace.IsInstalled = false;
        var removed = new JsonObject { ["type"] = "app_uninstalled" };
        var revoked = new JsonObject
        {
            ["type"] = "tokens_revoked",
            ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(workspace.Bot.Id) },
        };
        var told = new List<FakeSlackDelivery>();
        foreach (var each in revokedFirst ? [revoked, removed] : new[] { removed, revoked })
            told.Add(await workspace.TellsAsync(each.Text("type"), each));
        return told;
    }

    /// <summary>Tells the app of any event at all, if it is subscribed and may know of it.</summary>
    public static Task<FakeSlackDelivery> TellsAsync(
        this FakeSlackWorkspace workspace, string subscription, JsonObject what, FakeSlackChannel? channel = null)
    {
        var slack = workspace.Slack;
        if (!slack.App.Events.Contains(subscription))
            throw new FakeSlackUserErrorException($"The app is not subscribed to {subscription}.");
        if (Scopes.TryGetValue(subscription, out var scope) && !workspace.Tokens[^1].Scopes.Contains(scope))
            throw new FakeSlackUserErrorException($"{subscription} needs the scope {scope}.");
        var envelope = new JsonObject
        {
            ["token"] = "verification",
            ["team_id"] = workspace.Id,
            ["context_team_id"] = workspace.Id,
            ["context_enterprise_id"] = null,
            ["api_app_id"] = slack.App.Id,
            ["event"] = what,
            ["type"] = "event_callback",
            ["event_id"] = slack.NextId("Ev"),
            ["event_time"] = slack.Clock.GetUtcNow().ToUnixTimeSeconds(),
            ["is_ext_shared_channel"] = channel?.IsExtShared ?? false,
            ["event_context"] = slack.NextId("4-"),
        };
        if (subscription != "tokens_revoked")
        {
            envelope["authorizations"] = new JsonArray(new JsonObject
            {
                ["enterprise_id"] = null,
                ["team_id"] = workspace.Id,
                ["user_id"] = workspace.Bot.Id,
                ["is_bot"] = subscription != "app_uninstalled",
                ["is_enterprise_install"] = false,
            });
        }
        return slack.Post.SendAsync(FakeSlackDispatchKind.Event, envelope);
    }

    /// <summary>Writes something in a channel, of which the app is not told.</summary>
    public static FakeSlackMessage Writes(
        this FakeSlackPerson person, FakeSlackChannel channel, string text, FakeSlackMessage? thread = null)
    {
        if (!channel.Members.Contains(person)) throw new FakeSlackUserErrorException($"{person} is not in {channel.Name}.");
        var slack = person.Workspace.Slack;
        var message = new FakeSlackMessage(channel, slack.NextTs(), person)
        {
            Text = person.Workspace.Written(text),
            ClientId = Guid.NewGuid().ToString(),
            ThreadTs = thread?.ThreadTs ?? thread?.Ts,
        };
        lock (slack.Gate) return channel.Add(message);
    }

    /// <summary>The text as Slack hands it on: entities escaped, mentions as ids.</summary>
    private static string Written(this FakeSlackWorkspace workspace, string text) => workspace.Escaped(
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal));

    private static JsonObject Event(this FakeSlackMessage message)
    {
        var told = message.Json();
        (told["channel"], told["channel_type"], told["event_ts"]) = (message.Channel.Id, "im", message.Ts);
        return told;
    }

    private static JsonObject Changed(this FakeSlackMessage message, string subtype, params (string Name, JsonNode? Value)[] fields)
    {
        var told = new JsonObject
        {
            ["type"] = "message",
            ["subtype"] = subtype,
            ["hidden"] = true,
            ["channel"] = message.Channel.Id,
            ["channel_type"] = "im",
            ["ts"] = message.Channel.Workspace.Slack.NextTs(),
            ["event_ts"] = message.Channel.Workspace.Slack.NextTs(),
        };
        foreach (var (name, value) in fields) told[name] = value;
        return told;
    }

    private static JsonObject Told(this FakeSlackPerson person, string type) => new()
    {
        ["type"] = type,
        ["user"] = person.Json(withLocale: true),
        ["event_ts"] = person.Workspace.Slack.NextTs(),
        ["cache_ts"] = person.Workspace.Slack.Clock.GetUtcNow().ToUnixTimeSeconds(),
    };
}
