namespace IntroBot.Tests.Slack.Double.WebApi;

/// <summary>Conversations and what stands in them.</summary>
internal static class FakeSlackConversationMethods
{
    private const int MaxPeople = 8;

    public static JsonObject Open(FakeSlackRequest ask)
    {
        if (ask.Has("channel"))
            return ask.Channel is { HasBot: true } known ? Opened(ask, known, wasThere: true) : FakeSlackAnswer.No("channel_not_found");
        if (!ask.Has("users")) return FakeSlackAnswer.No("users_list_not_supplied");
        var ids = ask["users"]
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (ids.Count == 0) return FakeSlackAnswer.No("not_enough_users");
        if (ids.Count > MaxPeople) return FakeSlackAnswer.No("too_many_users");
        if (ask.Lacks(ids.Count == 1 ? "im:write" : "mpim:write") is { } lacking) return lacking;

        var people = ids.Select(ask.Workspace.FindPerson).OfType<FakeSlackPerson>().ToList();
        if (people.Count < ids.Count) return FakeSlackAnswer.No("user_not_found");
        if (people.Exists(person => person.IsHidden)) return FakeSlackAnswer.No("user_not_visible");
        if (people.Exists(person => person.IsDeleted)) return FakeSlackAnswer.No("user_disabled");
        // Neither the app nor another bot is named, and people of elsewhere must share a channel with the app.
        if (people.Exists(
            person => person.IsBot || person == ask.Workspace.Slackbot || (person.IsForeign && !SharesChannel(ask.Workspace, person))))
            return FakeSlackAnswer.No("invalid_user_combination");

        var before = ask.Workspace.FindConversation(people);
        if (before is null && ask.Flag("prevent_creation")) return FakeSlackAnswer.No("channel_not_found");
        return Opened(ask, before ?? ask.Workspace.Conversation(people), wasThere: before is not null);
    }

    public static JsonObject Info(FakeSlackRequest ask) =>
        ask.Channel is not { } channel ? FakeSlackAnswer.No("channel_not_found")
        : ask.Lacks(channel.ScopeFor("read")) ?? FakeSlackAnswer.Yes(("channel", channel.Json(ask.Flag("include_num_members"))));

    public static JsonObject Members(FakeSlackRequest ask)
    {
        if (ask.Channel is not { } channel) return FakeSlackAnswer.No("channel_not_found");
        if (ask.Lacks(channel.ScopeFor("read")) is { } lacking) return lacking;
        var (page, next) = ask.Page(channel.Members, 100);
        return FakeSlackAnswer.Yes(("members", TestJson.Array(page.Select(member => member.Id))), ("response_metadata", next));
    }

    /// <summary>The newest first; what was said in threads does not stand in it.</summary>
    public static JsonObject History(FakeSlackRequest ask)
    {
        if (ask.Channel is not { } channel) return FakeSlackAnswer.No("channel_not_found");
        if (ask.Lacks(channel.ScopeFor("history")) is { } lacking) return lacking;
        if (!channel.HasBot) return FakeSlackAnswer.No("not_in_channel");

        var (oldest, latest) = (Time(ask["oldest"], 0), Time(ask["latest"], decimal.MaxValue));
        var all = channel.Messages.Reverse().Where(message => message.ThreadTs is null && Time(message.Ts, 0) is var at
            && (ask.Flag("inclusive") ? at >= oldest && at <= latest : at > oldest && at < latest)).ToList();
        var (page, next) = ask.Page(all, 100);
        return FakeSlackAnswer.Yes(
            ("messages", TestJson.Array(page.Select(message => message.Json(ask.Flag("include_all_metadata"))))),
            ("has_more", next.Text("next_cursor").Length > 0), ("response_metadata", next));
    }

    /// <summary>A message and what was said in its thread.</summary>
    public static JsonObject Replies(FakeSlackRequest ask)
    {
        if (ask.Channel is not { } channel) return FakeSlackAnswer.No("channel_not_found");
        if (ask.Lacks(channel.ScopeFor("history")) is { } lacking) return lacking;
        if (channel.Find(ask["ts"]) is null) return FakeSlackAnswer.No("thread_not_found");

        var all = channel.Messages.Where(message => message.Ts == ask["ts"] || message.ThreadTs == ask["ts"]).ToList();
        var (page, next) = ask.Page(all, 100);
        return FakeSlackAnswer.Yes(
            ("messages", TestJson.Array(page.Select(message => message.Json(ask.Flag("include_all_metadata"))))),
            ("has_more", next.Text("next_cursor").Length > 0), ("response_metadata", next));
    }

    private static JsonObject Opened(FakeSlackRequest ask, FakeSlackChannel channel, bool wasThere)
    {
        var answer = FakeSlackAnswer.Yes(("channel", ask.Flag("return_im") ? channel.Json() : new JsonObject { ["id"] = channel.Id }));
        if (!wasThere) return answer;
        answer["no_op"] = true;
        answer["already_open"] = true;
        return answer;
    }

    private static bool SharesChannel(FakeSlackWorkspace workspace, FakeSlackPerson person) =>
        !person.IsStranger
            && workspace.Channels.Exists(channel => channel.IsExtShared && channel.HasBot && channel.Members.Contains(person));

    private static decimal Time(string ts, decimal otherwise) =>
        decimal.TryParse(ts, CultureInfo.InvariantCulture, out var time) ? time : otherwise;
}
