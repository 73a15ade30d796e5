using IntroBot.Tests.Slack.Double.Deliveries;

namespace IntroBot.Tests.Slack.Double.Actions;

/// <summary>What people do with the buttons and menus that the app shows them.</summary>
internal static class FakeSlackBlockActions
{
    /// <summary>Presses the button of this label on a message, which may be ephemeral.</summary>
    public static Task<FakeSlackDelivery> PressesAsync(this FakeSlackPerson person, string label, FakeSlackMessage message)
    {
        var button = Button(FakeSlackElement.In(message.Blocks), label, $"the message '{message.Text}'");
        return person.UsesAsync(button, message, Pressed(button));
    }

    /// <summary>Presses the button of this label on the newest message that has it, in their conversation with the app.</summary>
    public static Task<FakeSlackDelivery> PressesAsync(this FakeSlackPerson person, string label) => person.PressesAsync(
        label,
        person.Chat.Messages.Concat(person.Ephemerals)
            .OrderBy(message => message.Ts, StringComparer.Ordinal)
            .LastOrDefault(message => message.Buttons.Contains(label))
            ?? throw new FakeSlackUserErrorException($"No message to {person} has a button '{label}'."));

    /// <summary>Presses the button of this label in the modal on top.</summary>
    public static Task<FakeSlackDelivery> PressesInModalAsync(this FakeSlackPerson person, string label) =>
        person.PressesAsync(label, person.TopModal());

    public static Task<FakeSlackDelivery> PressesAtHomeAsync(this FakeSlackPerson person, string label) =>
        person.PressesAsync(label, person.Home ?? throw new FakeSlackUserErrorException($"Nothing is published on the Home of {person}."));

    /// <summary>Chooses in a menu that sends at once, on a message; the menu is known by its block, action or label.</summary>
    public static Task<FakeSlackDelivery> ChoosesAsync(
        this FakeSlackPerson person, string menu, FakeSlackMessage message, params string[] entries)
    {
        var element = Menu(FakeSlackElement.In(message.Blocks), menu);
        if (element.Type == "overflow") return person.UsesAsync(element, message, Overflow(element, entries[0]));
        message.State.Set(element, entries);
        return person.UsesAsync(element, message, Chosen(element, message.State));
    }

    public static Task<FakeSlackDelivery> ChoosesInModalAsync(this FakeSlackPerson person, string menu, params string[] entries) =>
        person.ChoosesAsync(menu, person.TopModal(), entries);

    public static Task<FakeSlackDelivery> ChoosesAtHomeAsync(this FakeSlackPerson person, string menu, params string[] entries) =>
        person.ChoosesAsync(
            menu, person.Home ?? throw new FakeSlackUserErrorException($"Nothing is published on the Home of {person}."), entries);

    internal static FakeSlackView TopModal(this FakeSlackPerson person) =>
        person.Modal ?? throw new FakeSlackUserErrorException($"No modal is open for {person}.");

    internal static FakeSlackElement Menu(IEnumerable<FakeSlackElement> elements, string menu)
    {
        var all = elements.Where(element => element.Type != "button").ToList();
        return all.Find(element => element.BlockId == menu)
            ?? all.Find(element => element.ActionId == menu)
            ?? all.Find(element => element.Label == menu)
            ?? throw new FakeSlackUserErrorException(
                $"There is no field '{menu}', only: {string.Join(", ", all.Select(element => $"{element.BlockId} '{element.Label}'"))}.");
    }

    internal static JsonObject Interaction(this FakeSlackPerson person, string type) => new()
    {
        ["type"] = type,
        ["team"] = new JsonObject { ["id"] = person.Workspace.Id, ["domain"] = person.Workspace.Domain },
        ["enterprise"] = null,
        ["is_enterprise_install"] = false,
        ["user"] = new JsonObject { ["id"] = person.Id, ["username"] = person.Name, ["name"] = person.Name, ["team_id"] = person.TeamId },
        ["api_app_id"] = person.Workspace.Slack.App.Id,
        ["token"] = "verification",
    };

    private static Task<FakeSlackDelivery> PressesAsync(this FakeSlackPerson person, string label, FakeSlackView view)
    {
        var button = Button(view.Elements, label, $"the view '{view.Title}'");
        return person.UsesAsync(view, Pressed(button));
    }

    private static Task<FakeSlackDelivery> ChoosesAsync(
        this FakeSlackPerson person, string menu, FakeSlackView view, IReadOnlyList<string> entries)
    {
        var element = Menu(view.Elements, menu);
        if (element.IsInput && !element.Block.Flag("dispatch_action"))
            throw new FakeSlackUserErrorException($"'{menu}' sends nothing before the form is submitted.");
        if (element.Type != "overflow") view.State.Set(element, entries, view.Suggested.GetValueOrDefault(element.ActionId));
        return person.UsesAsync(view, element.Type == "overflow" ? Overflow(element, entries[0]) : Chosen(element, view.State));
    }

    private static Task<FakeSlackDelivery> UsesAsync(
        this FakeSlackPerson person, FakeSlackElement element, FakeSlackMessage message, JsonObject action)
    {
        var isSeen = message.OnlyFor is { } only
            ? only == person
            : message.Channel.Kind == FakeSlackChannelKind.Public || message.Channel.Members.Contains(person);
        if (!isSeen) throw new FakeSlackUserErrorException($"{person} does not see the message with '{element.Label}'.");
        var (slack, channel) = (person.Workspace.Slack, message.Channel);
        var payload = person.Interaction("block_actions");
        payload["container"] = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = message.Ts,
            ["channel_id"] = channel.Id,
            ["is_ephemeral"] = message.OnlyFor is not null,
        };
        if (message.ThreadTs is { } thread) payload["container"]!["thread_ts"] = thread;
        payload["channel"] = new JsonObject { ["id"] = channel.Id, ["name"] = channel.CommandName };
        if (message.OnlyFor is null) payload["message"] = message.Json();
        payload["state"] = message.State.Json();
        payload["response_url"] = slack.Responses.Issue(person, channel, message);
        return person.ActsAsync(payload, action);
    }

    private static Task<FakeSlackDelivery> UsesAsync(this FakeSlackPerson person, FakeSlackView view, JsonObject action)
    {
        var payload = person.Interaction("block_actions");
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        payload["view"] = view.Json();
        return person.ActsAsync(payload, action);
    }

    private static Task<FakeSlackDelivery> ActsAsync(this FakeSlackPerson person, JsonObject payload, JsonObject action)
    {
        var slack = person.Workspace.Slack;
        action["action_ts"] = slack.NextTs();
        payload["trigger_id"] = slack.Triggers.Issue(person);
        payload["actions"] = new JsonArray(action);
        return slack.Post.SendAsync(FakeSlackDispatchKind.Interaction, payload);
    }

    private static FakeSlackElement Button(IEnumerable<FakeSlackElement> elements, string label, string where)
    {
        var buttons = elements.Where(element => element.Type == "button").ToList();
        return buttons.Find(button => button.Label == label)
            ?? throw new FakeSlackUserErrorException(
                $"There is no button '{label}' on {where}, only: {string.Join(", ", buttons.Select(button => button.Label))}.");
    }

    private static JsonObject Pressed(FakeSlackElement button)
    {
        var action = Named(button);
        action["text"] = button.Element["text"]?.DeepClone();
        foreach (var name in (string[])["value", "style", "url"])
        {
            if (button.Element[name] is { } value) action[name] = value.DeepClone();
        }
        return action;
    }

    private static JsonObject Chosen(FakeSlackElement element, FakeSlackState state)
    {
        var action = state.Chosen(element);
        foreach (var (name, value) in Named(element)) action[name] = value!.DeepClone();
        return action;
    }

    private static JsonObject Overflow(FakeSlackElement element, string entry)
    {
        var action = Named(element);
        action["selected_option"] = element.Options.First(option => option.Text("value") == entry
            || option.At("text").Text("text") == entry).DeepClone();
        return action;
    }

    private static JsonObject Named(FakeSlackElement element) =>
        new() { ["type"] = element.Type, ["action_id"] = element.ActionId, ["block_id"] = element.BlockId };
}
