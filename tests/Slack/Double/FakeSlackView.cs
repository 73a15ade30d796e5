using System.Security.Cryptography;

namespace IntroBot.Tests.Slack.Double;

/// <summary>An open modal or a published Home.</summary>
internal sealed class FakeSlackView(FakeSlackPerson owner, string id, FakeSlackView? below)
{
    private JsonObject source = [];

    public FakeSlackPerson Owner { get; } = owner;

    public string Id { get; } = id;

    public string RootId { get; } = below?.RootId ?? id;

    public string? PreviousId { get; } = below?.Id;

    /// <summary>Changes with every change of the view.</summary>
    public string Hash { get; private set; } = "";

    public FakeSlackState State { get; private set; } = new([]);

    public string Type => source.Text("type");

    public string Title => source.At("title").Text("text");

    public string CallbackId => source.Text("callback_id");

    public string PrivateMetadata => source.Text("private_metadata");

    public string ExternalId => source.Text("external_id");

    public bool NotifiesOnClose => source.Flag("notify_on_close");

    public JsonArray Blocks => (JsonArray)source["blocks"]!;

    public IEnumerable<FakeSlackElement> Elements => FakeSlackElement.In(Blocks);

    /// <summary>The labels of its buttons, in order.</summary>
    public IEnumerable<string> Buttons => Elements.Where(element => element.Type == "button").Select(element => element.Label);

    /// <summary>What the app offered in its external menus, by action.</summary>
    internal Dictionary<string, IReadOnlyList<JsonObject>> Suggested { get; } = new(StringComparer.Ordinal);

    public override string ToString() => source.Written();

    internal FakeSlackView Show(JsonObject view)
    {
        source = (JsonObject)view.DeepClone();
        source["blocks"] = FakeSlackElement.Named(view["blocks"] as JsonArray ?? [], Owner.Workspace.Slack);
        State = new FakeSlackState(Blocks, State);
        Hash = $"{Owner.Workspace.Slack.Clock.GetUtcNow().ToUnixTimeSeconds()}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        return this;
    }

    internal JsonObject Json()
    {
        var view = (JsonObject)source.DeepClone();
        view["id"] = Id;
        view["team_id"] = Owner.Workspace.Id;
        view["state"] = State.Json();
        view["hash"] = Hash;
        view["previous_view_id"] = PreviousId;
        view["root_view_id"] = RootId;
        view["app_id"] = Owner.Workspace.Slack.App.Id;
        view["app_installed_team_id"] = Owner.Workspace.Id;
        view["bot_id"] = Owner.Workspace.BotId;
        foreach (var text in (string[])["callback_id", "private_metadata", "external_id"]) view[text] = source.Text(text);
        foreach (var flag in (string[])["clear_on_close", "notify_on_close"]) view[flag] = source.Flag(flag);
        return view;
    }
}
