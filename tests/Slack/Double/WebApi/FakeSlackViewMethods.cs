using IntroBot.Tests.Slack.Double.Rules;

namespace IntroBot.Tests.Slack.Double.WebApi;

/// <summary>Modals and Homes.</summary>
internal static class FakeSlackViewMethods
{
    private const int Deepest = 3;
    private const int LargestBytes = 250_000;

    public static JsonObject Open(FakeSlackRequest ask)
    {
        if (Read(ask, "modal", out var view) is { } refusal) return refusal;
        if (Duplicate(ask.Workspace, view, null) is { } duplicate) return duplicate;
        if (ask.Slack.Triggers.Take(ask["trigger_id"], ask.Workspace, out var person) is { } error) return FakeSlackAnswer.No(error);
        person.Modals = [new FakeSlackView(person, ask.Slack.NextId("V"), null).Show(view)];
        person.ModalErrors = new Dictionary<string, string>();
        return Shown(person.Modal!);
    }

    public static JsonObject Push(FakeSlackRequest ask)
    {
        if (Read(ask, "modal", out var view) is { } refusal) return refusal;
        if (Duplicate(ask.Workspace, view, null) is { } duplicate) return duplicate;
        if (ask.Slack.Triggers.Take(ask["trigger_id"], ask.Workspace, out var person) is { } error) return FakeSlackAnswer.No(error);
        if (person.Modal is null) return FakeSlackAnswer.No("not_found");
        if (person.Modals.Count >= Deepest) return FakeSlackAnswer.No("push_limit_reached");
        return Shown(Push(person, view));
    }

    public static JsonObject Update(FakeSlackRequest ask)
    {
        if (!ask.Has("view_id") && !ask.Has("external_id"))
            return FakeSlackAnswer.No("invalid_arguments", ["[ERROR] missing required field: view_id or external_id"]);
        var shown = ask.Workspace.Views.FirstOrDefault(
            each => ask.Has("view_id") ? each.Id == ask["view_id"] : each.ExternalId == ask["external_id"]);
        if (Read(ask, shown?.Type ?? "modal", out var view) is { } refusal) return refusal;
        if (shown is null) return FakeSlackAnswer.No("not_found");
        if (ask.Has("hash") && ask["hash"] != shown.Hash) return FakeSlackAnswer.No("hash_conflict");
        return Duplicate(ask.Workspace, view, shown) ?? Shown(shown.Show(view));
    }

    public static JsonObject Publish(FakeSlackRequest ask)
    {
        if (!ask.Slack.App.HomeEnabled) return FakeSlackAnswer.No("not_enabled");
        if (ask.Workspace.FindPerson(ask["user_id"]) is not { } person) return FakeSlackAnswer.No("user_not_found");
        if (Read(ask, "home", out var view) is { } refusal) return refusal;
        if (Duplicate(ask.Workspace, view, person.Home) is { } duplicate) return duplicate;
        if (ask.Has("hash") && ask["hash"] != person.Home?.Hash) return FakeSlackAnswer.No("hash_conflict");
        person.Home ??= new FakeSlackView(person, ask.Slack.NextId("V"), null);
        return Shown(person.Home.Show(view));
    }

    /// <summary>What Slack would refuse of a modal that the app sends as the answer to a submission; nothing if it is fine.</summary>
    internal static string? FaultOf(FakeSlackPerson person, JsonNode? given, bool pushes) =>
        given is not JsonObject view ? "there is no view in it"
        : Check(view, "modal") is { } refusal ? refusal.ToJsonString()
        : Duplicate(person.Workspace, view, pushes ? null : person.Modal) is { } duplicate ? duplicate.ToJsonString()
        : pushes && person.Modals.Count >= Deepest ? "push_limit_reached"
        : null;

    internal static FakeSlackView Push(FakeSlackPerson person, JsonObject view)
    {
        var pushed = new FakeSlackView(person, person.Workspace.Slack.NextId("V"), person.Modal).Show(view);
        person.Modals = person.Modals.Add(pushed);
        return pushed;
    }

    private static JsonObject? Read(FakeSlackRequest ask, string type, out JsonObject view)
    {
        view = TestJson.Parsed(ask["view"]) as JsonObject ?? [];
        if (view.Count == 0) return FakeSlackAnswer.No("invalid_arguments", ["[ERROR] missing required field: view"]);
        return Check(view, type);
    }

    private static JsonObject? Check(JsonObject view, string type)
    {
        if (view.Text("type") != type)
            return FakeSlackAnswer.No("invalid_arguments", [$"[ERROR] must be \"{type}\" [json-pointer:/view/type]"]);
        if (Encoding.UTF8.GetByteCount(view.Written()) > LargestBytes) return FakeSlackAnswer.No("view_too_large");
        return BlockKitRules.FaultsOfView(view.Element()) is { Count: > 0 } faults ? FakeSlackAnswer.No("invalid_arguments", faults) : null;
    }

    private static JsonObject? Duplicate(FakeSlackWorkspace workspace, JsonObject view, FakeSlackView? self) =>
        view.Text("external_id") is { Length: > 0 } id && workspace.Views.Any(each => each != self && each.ExternalId == id)
            ? FakeSlackAnswer.No("duplicate_external_id")
            : null;

    private static JsonObject Shown(FakeSlackView view) => FakeSlackAnswer.Yes(("view", view.Json()));
}
