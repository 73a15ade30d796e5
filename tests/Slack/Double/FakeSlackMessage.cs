namespace IntroBot.Tests.Slack.Double;

/// <summary>A message in a channel, or one that a single person sees.</summary>
internal sealed class FakeSlackMessage(FakeSlackChannel channel, string ts, FakeSlackPerson author)
{
    public FakeSlackChannel Channel { get; } = channel;

    public string Ts { get; } = ts;

    public FakeSlackPerson Author { get; } = author;

    /// <summary>The only person who sees it, when it is ephemeral.</summary>
    public FakeSlackPerson? OnlyFor { get; init; }

    public string? ClientId { get; init; }

    public string? ThreadTs { get; init; }

    public string Text { get; internal set; } = "";

    /// <summary>Its blocks; empty when it is text alone.</summary>
    public JsonArray Blocks { get; internal set; } = [];

    public JsonObject? Metadata { get; internal set; }

    public bool IsEdited { get; internal set; }

    /// <summary>What people chose in its menus and fields.</summary>
    public FakeSlackState State { get; internal set; } = new([]);

    /// <summary>The labels of its buttons, in order.</summary>
    public IEnumerable<string> Buttons =>
        FakeSlackElement.In(Blocks).Where(element => element.Type == "button").Select(element => element.Label);

    public override string ToString() => $"{Text}\n{Blocks.Written()}";

    internal void Show(JsonArray blocks)
    {
        Blocks = FakeSlackElement.Named(blocks, Channel.Workspace.Slack);
        State = new FakeSlackState(Blocks);
    }

    internal JsonObject Json(bool withMetadata = false)
    {
        var message = new JsonObject { ["type"] = "message", ["ts"] = Ts, ["text"] = Text, ["user"] = Author.Id, ["team"] = Author.TeamId };
        if (Author == Channel.Workspace.Bot)
        {
            message["bot_id"] = Channel.Workspace.BotId;
            message["app_id"] = Channel.Workspace.Slack.App.Id;
            message["bot_profile"] = new JsonObject
            {
                ["id"] = Channel.Workspace.BotId,
                ["app_id"] = Channel.Workspace.Slack.App.Id,
                ["team_id"] = Channel.Workspace.Id,
            };
        }
        if (ClientId is not null) message["client_msg_id"] = ClientId;
        if (ThreadTs is not null) message["thread_ts"] = ThreadTs;
        if (Blocks.Count > 0) message["blocks"] = Blocks.DeepClone();
        if (IsEdited) message["edited"] = new JsonObject { ["user"] = Author.Id, ["ts"] = Ts };
        if (Metadata is not null)
            message["metadata"] = withMetadata ? Metadata.DeepClone() : new JsonObject { ["event_type"] = Metadata.Text("event_type") };
        return message;
    }
}
