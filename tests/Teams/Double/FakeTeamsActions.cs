using IntroBot.Tests.Teams.Double.Rules;

namespace IntroBot.Tests.Teams.Double;

/// <summary>What people do with the bot in Teams.</summary>
internal static class FakeTeamsActions
{
    /// <summary>Adds the bot for themselves; Teams tells of it twice.</summary>
    public static async Task InstallsAsync(this FakeTeamsPerson person)
    {
        foreach (var news in person.InstallNews()) await person.TellsAsync(news);
    }

    /// <summary>Takes the bot out again; Teams tells of it twice.</summary>
    public static async Task UninstallsAsync(this FakeTeamsPerson person)
    {
        foreach (var news in person.UninstallNews()) await person.TellsAsync(news);
    }

    /// <summary>What Teams has to tell when somebody adds the bot for themselves, in no promised order.</summary>
    public static JsonObject[] InstallNews(this FakeTeamsPerson person)
    {
        person.Chat.HasBot = true;
        return [person.Installation(person.Chat, "add"), person.Membership(person.Chat, "membersAdded", person)];
    }

    public static JsonObject[] UninstallNews(this FakeTeamsPerson person)
    {
        person.Chat.HasBot = false;
        return [person.Installation(person.Chat, "remove"), person.Membership(person.Chat, "membersRemoved")];
    }

    /// <summary>What Teams has to tell when the bot is added to a team and this channel is picked for it.</summary>
    public static JsonObject[] AddedNews(this FakeTeamsPerson person, FakeTeamsConversation channel)
    {
        channel.HasBot = channel.Team.HasBot = true;
        JsonObject[] news = [person.Installation(channel, "add"), person.Membership(channel, "membersAdded")];
        foreach (var each in news)
        {
            each["channelData"]!["eventType"] = "teamMemberAdded";
            each["channelData"]!["settings"] = new JsonObject
            {
                ["selectedChannel"] = new JsonObject { ["id"] = channel.Id, ["name"] = channel.Name },
            };
        }

        return news;
    }

    /// <summary>What Teams has to tell when the bot is taken out of a team, which is told of the team and not of the channel.</summary>
    public static JsonObject[] RemovedNews(this FakeTeamsPerson person, FakeTeamsConversation team)
    {
        foreach (var channel in team.Tenant.Conversations.Where(channel => channel.Team == team)) channel.HasBot = false;
        var removed = person.Membership(team, "membersRemoved");
        removed["channelData"]!["eventType"] = "teamMemberRemoved";
        return [person.Installation(team, "remove"), removed];
    }

    /// <summary>Adds the bot to a team, and picks this channel for it.</summary>
    public static async Task AddsBotToAsync(this FakeTeamsPerson person, FakeTeamsConversation channel)
    {
        foreach (var news in person.AddedNews(channel)) await person.TellsAsync(news);
    }

    /// <summary>Writes to the bot in their own chat.</summary>
    public static Task<FakeTeamsAnswer> SaysAsync(this FakeTeamsPerson person, string text, string? id = null)
    {
        var said = person.Activity("message", person.Chat, id);
        (said["text"], said["textFormat"]) = (text, "plain");
        return person.TellsAsync(said);
    }

    /// <summary>
    /// Mentions the bot, and perhaps others, where others read along; or chooses it from the menu, to be read by it alone.
    /// </summary>
    public static Task<FakeTeamsAnswer> MentionsAsync(
        this FakeTeamsPerson person, FakeTeamsConversation place, string text, bool isTargeted = false, params FakeTeamsPerson[] others)
    {
        var app = person.Tenant.Teams.App;
        var said = person.Activity("message", place);
        if (place.Kind == FakeTeamsConversationKind.Channel)
            said["conversation"]!["id"] = $"{place.Id};messageid={person.Tenant.Teams.NextId()}";
        said["text"] = isTargeted ? text : $"<at>{app.Name}</at>&nbsp;{text}";
        if (isTargeted) said["recipient"]!["isTargeted"] = true;
        var mentions = others.Select(other => (other.Account, other.Name));
        var entities = (JsonArray)said["entities"]!;
        foreach (var (account, name) in isTargeted ? mentions : mentions.Prepend((app.Account, app.Name)))
            entities.Add(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = $"<at>{name}</at>",
                ["mentioned"] = new JsonObject { ["id"] = account, ["name"] = name },
            });
        return person.TellsAsync(said);
    }

    /// <summary>Presses a button of the newest message in their chat that has it, or of this message, with what is filled in.</summary>
    public static async Task<FakeTeamsAnswer> PressesAsync(
        this FakeTeamsPerson person, string title, FakeTeamsMessage? message = null, params (string Field, string Entry)[] entries)
    {
        var on = message
            ?? person.Chat.Messages.LastOrDefault(each => each.Buttons.Contains(title))
            ?? throw new FakeTeamsUserErrorException($"No message to {person} has a button '{title}'.");
        return await person.PressesOnAsync(on, on.Card, title, entries);
    }

    /// <summary>Presses a button of the card that an answer put in the place of another, with what is filled in.</summary>
    public static Task<FakeTeamsAnswer> PressesShownAsync(
        this FakeTeamsPerson person, string title, params (string Field, string Entry)[] entries) =>
        person.PressesOnAsync(
            person.ShownOn ?? person.Chat.Last,
            person.Shown ?? throw new FakeTeamsUserErrorException($"{person} is shown no card."), title, entries);

    /// <summary>Looks at a message: where it has a card of its own for this person, their client asks for it by itself.</summary>
    public static async Task LooksAtAsync(this FakeTeamsPerson person, FakeTeamsMessage message)
    {
        if (message.Card["refresh"] is not JsonObject refresh
            || refresh["userIds"] is not JsonArray asking
            || asking.All(id => id?.GetValue<string>() != person.Account)) return;
        person.ShownOn = message;
        var action = (JsonObject)refresh["action"]!.DeepClone();
        await person.InvokesAsync(
            "adaptiveCard/action", message.Conversation, new JsonObject { ["action"] = action, ["trigger"] = "automatic" }, message.Id);
    }

    /// <summary>Opens the dialog of a compose command.</summary>
    public static Task<FakeTeamsAnswer> OpensDialogAsync(
        this FakeTeamsPerson person, string command = "intro", FakeTeamsConversation? place = null) =>
        person.InvokesAsync(
            "composeExtension/fetchTask", place ?? person.Chat, new JsonObject
            {
                ["commandId"] = command,
                ["commandContext"] = "compose",
                ["context"] = new JsonObject { ["theme"] = "default" },
            });

    /// <summary>Presses a button of the open dialog, with what is filled in.</summary>
    public static Task<FakeTeamsAnswer> PressesInDialogAsync(
        this FakeTeamsPerson person, string title, params (string Field, string Entry)[] entries)
    {
        var (_, card) = person.Dialog ?? throw new FakeTeamsUserErrorException($"No dialog is open for {person}.");
        var action = FakeTeamsCards.Actions(card).FirstOrDefault(each => each.Text("title") == title)
            ?? throw new FakeTeamsUserErrorException($"There is no button '{title}' in the dialog.");
        if (action.Text("type") != "Action.Submit")
            throw new FakeTeamsUserErrorException($"'{title}' does nothing in a dialog: only Action.Submit does.");
        var data = FakeTeamsCards.Filled(card, action, entries.ToDictionary(entry => entry.Field, entry => entry.Entry));
        return person.SendsInDialogAsync(data);
    }

    /// <summary>Sends in whatever data, which anybody can without any client.</summary>
    public static Task<FakeTeamsAnswer> SendsInDialogAsync(this FakeTeamsPerson person, JsonObject data) =>
        person.InvokesAsync(
            "composeExtension/submitAction",
            person.Chat,
            new JsonObject { ["commandId"] = "intro", ["commandContext"] = "compose", ["data"] = data });

    public static async Task<FakeTeamsAnswer> InvokesAsync(
        this FakeTeamsPerson person, string name, FakeTeamsConversation place, JsonObject value, string? replyTo = null)
    {
        var invoke = person.Activity("invoke", place);
        (invoke["name"], invoke["value"]) = (name, value);
        if (replyTo is not null) invoke["replyToId"] = replyTo;
        var answer = await person.TellsAsync(invoke);
        lock (person.Tenant.Teams.Gate) Answered(person, name, answer);
        return answer;
    }

    /// <summary>An activity of theirs, as Teams fills it in.</summary>
    public static JsonObject Activity(this FakeTeamsPerson person, string type, FakeTeamsConversation place, string? id = null)
    {
        var (tenant, teams) = (person.Tenant, person.Tenant.Teams);
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = id ?? (type == "message" ? teams.NextId() : $"f:{Guid.NewGuid():D}"),
            ["timestamp"] = teams.Clock.GetUtcNow().ToString("O"),
            ["serviceUrl"] = tenant.ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = person.Account, ["name"] = person.Name, ["aadObjectId"] = person.Id },
            ["recipient"] = new JsonObject { ["id"] = teams.App.Account, ["name"] = teams.App.Name },
            ["conversation"] = new JsonObject { ["id"] = place.Id, ["conversationType"] = place.Type, ["tenantId"] = tenant.Id },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant.Id } },
            ["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "clientInfo",
                ["locale"] = person.Locale,
                ["timezone"] = person.TimeZone,
                ["platform"] = "Web",
            }),
            ["locale"] = person.Locale,
            ["localTimezone"] = person.TimeZone,
        };
        if (place.Kind == FakeTeamsConversationKind.Channel)
        {
            activity["channelData"]!["team"] = new JsonObject { ["id"] = place.Team.Id, ["name"] = place.Team.Name };
            activity["channelData"]!["channel"] = new JsonObject { ["id"] = place.Id, ["name"] = place.Name };
        }
        return activity;
    }

    public static Task<FakeTeamsAnswer> TellsAsync(this FakeTeamsPerson person, JsonObject activity) =>
        person.Tenant.Teams.Post.SendAsync(activity);

    private static JsonObject Installation(this FakeTeamsPerson person, FakeTeamsConversation place, string action)
    {
        var news = person.Activity("installationUpdate", place);
        news["action"] = action;
        return news;
    }

    /// <summary>The bot itself comes or goes, and perhaps others with it.</summary>
    private static JsonObject Membership(
        this FakeTeamsPerson person, FakeTeamsConversation place, string what, params FakeTeamsPerson[] others)
    {
        var news = person.Activity("conversationUpdate", place);
        news[what] = new JsonArray([
            new JsonObject { ["id"] = person.Tenant.Teams.App.Account },
            .. others.Select(other => new JsonObject { ["id"] = other.Account, ["aadObjectId"] = other.Id }),
        ]);
        return news;
    }

    /// <summary>Presses a button of a card as it once was: clients show old cards for a while.</summary>
    public static Task<FakeTeamsAnswer> PressesOnAsync(
        this FakeTeamsPerson person, FakeTeamsMessage message, JsonObject card, string title, (string Field, string Entry)[] entries)
    {
        person.ShownOn = message;
        if (message.OnlyFor is { } only && only != person) throw new FakeTeamsUserErrorException($"{person} does not see this message.");
        var action = FakeTeamsCards.Actions(card).FirstOrDefault(each => each.Text("title") == title)
            ?? throw new FakeTeamsUserErrorException(
                $"There is no button '{title}', only: "
                    + $"{string.Join(", ", FakeTeamsCards.Actions(card).Select(each => each.Text("title")))}.");
        if (action.Text("type") != "Action.Execute") throw new FakeTeamsUserErrorException($"'{title}' is no Action.Execute.");
        var data = FakeTeamsCards.Filled(card, action, entries.ToDictionary(entry => entry.Field, entry => entry.Entry));
        var value = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["id"] = "b1", ["verb"] = action.Text("verb"), ["data"] = data },
            ["trigger"] = "manual",
        };
        return person.InvokesAsync("adaptiveCard/action", message.Conversation, value, message.Id);
    }

    private static JsonObject Validated(JsonNode? card) => AdaptiveRules.FaultsOf(card.Element()) is { Count: > 0 } faults
        ? throw new FakeTeamsUserErrorException($"A card is drawn wrongly: {string.Join("; ", faults)}")
        : (JsonObject)card!;

    /// <summary>Does with an answer what the client does.</summary>
    private static void Answered(FakeTeamsPerson person, string name, FakeTeamsAnswer answer)
    {
        if (name == "adaptiveCard/action")
        {
            switch (answer.Json.Text("type"))
            {
                case "application/vnd.microsoft.card.adaptive":
                    person.Shown = Validated(answer.Json.At("value"));
                    return;
                case "application/vnd.microsoft.activity.message":
                    person.Words = person.Words.Add(answer.Json.Text("value"));
                    return;
                default:
                    throw new FakeTeamsUserErrorException($"A press cannot be answered with: {answer.Body}");
            }
        }

        person.Dialog = null;
        if (answer.Body.Length == 0) return;
        var task = answer.Json.At("task");
        switch (task.Text("type"))
        {
            case "continue":
                var value = task.At("value");
                person.Dialog = (value.Text("title"), Validated(value.At("card").At("content")));
                return;
            case "message":
                person.Words = person.Words.Add(task.Text("value"));
                return;
            default:
                throw new FakeTeamsUserErrorException($"A dialog cannot be answered with: {answer.Body}");
        }
    }
}
