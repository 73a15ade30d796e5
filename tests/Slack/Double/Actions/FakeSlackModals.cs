using IntroBot.Tests.Slack.Double.Deliveries;
using IntroBot.Tests.Slack.Double.WebApi;

namespace IntroBot.Tests.Slack.Double.Actions;

/// <summary>What people do with the modal on top.</summary>
internal static class FakeSlackModals
{
    private const int MaxOptions = 100;
    private const int MaxOption = 75;
    private const int MinQuery = 3;

    /// <summary>
    /// Enters something in fields known by block, action or label, as a person who has not submitted yet.
    /// A field that takes several entries is named several times.
    /// </summary>
    public static FakeSlackPerson FillsIn(this FakeSlackPerson person, params (string Field, string Entry)[] entries)
    {
        var view = person.TopModal();
        foreach (var field in entries.GroupBy(entry => entry.Field, StringComparer.Ordinal))
        {
            var element = FakeSlackBlockActions.Menu(view.Elements, field.Key);
            var suggested = element.Type.EndsWith("external_select", StringComparison.Ordinal)
                ? view.Suggested.GetValueOrDefault(element.ActionId, [])
                : null;
            view.State.Set(element, [.. field.Select(entry => entry.Entry)], suggested);
        }
        return person;
    }

    /// <summary>Fills in the modal on top and submits it; does with it what the app answers.</summary>
    public static async Task<FakeSlackDelivery> SubmitsAsync(this FakeSlackPerson person, params (string Field, string Entry)[] entries)
    {
        var view = person.FillsIn(entries).TopModal();
        if (FakeSlackFieldValidation.FaultsOf(view).ToList() is { Count: > 0 } faults)
            throw new FakeSlackUserErrorException($"The form cannot be submitted: {string.Join("; ", faults)}.");

        var slack = person.Workspace.Slack;
        var payload = person.Interaction("view_submission");
        payload["trigger_id"] = slack.Triggers.Issue(person);
        payload["view"] = view.Json();
        payload["response_urls"] = TestJson.Array(view.Elements.Where(element => element.Element.Flag("response_url_enabled"))
            .SelectMany(element => Url(person, view, element)));
        var delivery = await slack.Post.SendAsync(FakeSlackDispatchKind.Interaction, payload);
        if (!delivery.IsSuccess) return delivery;
        lock (slack.Gate) Answered(person, view, delivery);
        return delivery;
    }

    /// <summary>Cancels the modal on top; the one below it shows again. Nothing is sent unless the view asked for it.</summary>
    public static Task<FakeSlackDelivery?> ClosesAsync(this FakeSlackPerson person)
    {
        var view = person.TopModal();
        person.Modals = person.Modals.Remove(view);
        return person.ClosedAsync(view, isCleared: false);
    }

    /// <summary>Closes all of it by the cross.</summary>
    public static Task<FakeSlackDelivery?> ClosesAllAsync(this FakeSlackPerson person)
    {
        var root = person.Modals is [var first, ..] ? first : person.TopModal();
        person.Modals = [];
        return person.ClosedAsync(root, isCleared: true);
    }

    /// <summary>Types in an external menu of the modal on top; the texts of the options the app offers.</summary>
    public static async Task<IReadOnlyList<string>> TypesIntoAsync(this FakeSlackPerson person, string menu, string query)
    {
        var (view, slack) = (person.TopModal(), person.Workspace.Slack);
        var element = FakeSlackBlockActions.Menu(view.Elements, menu);
        if (query.Length < (element.Element.Number("min_query_length") ?? MinQuery))
            throw new FakeSlackUserErrorException($"'{query}' is too short for '{menu}' to ask the app.");
        var payload = person.Interaction("block_suggestion");
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        (payload["action_id"], payload["block_id"]) = (element.ActionId, element.BlockId);
        (payload["value"], payload["view"]) = (query, view.Json());
        var delivery = await slack.Post.SendAsync(FakeSlackDispatchKind.Options, payload);

        var groups = delivery.Json.Objects("option_groups").ToList();
        var options = delivery.Json.Objects("options").Concat(groups.SelectMany(group => group.Objects("options"))).ToList();
        if (slack.ComplainsOfAnswers && Fault(delivery, groups, options) is { } fault)
            throw new FakeSlackUserErrorException($"Slack shows an empty menu: {fault}.");
        view.Suggested[element.ActionId] = options;
        return [.. options.Select(option => option.At("text").Text("text"))];
    }

    private static void Answered(FakeSlackPerson person, FakeSlackView view, FakeSlackDelivery delivery)
    {
        person.ModalErrors = new Dictionary<string, string>();
        if (delivery.Body.Length == 0)
        {
            person.Modals = person.Modals.Remove(view);
            return;
        }
        var answer = delivery.Json;
        switch (answer.Text("response_action"))
        {
            case "errors":
                person.ModalErrors = Errors(view, answer);
                break;
            case "update":
                if (FakeSlackViewMethods.FaultOf(person, answer.At("view"), pushes: false) is { } fault)
                    throw new FakeSlackUserErrorException($"The view to update to is refused: {fault}");
                view.Show((JsonObject)answer.At("view")!);
                break;
            case "push":
                if (FakeSlackViewMethods.FaultOf(person, answer.At("view"), pushes: true) is { } refusal)
                    throw new FakeSlackUserErrorException($"The view to push is refused: {refusal}");
                FakeSlackViewMethods.Push(person, (JsonObject)answer.At("view")!);
                break;
            case "clear":
                person.Modals = [];
                break;
            default:
                throw new FakeSlackUserErrorException($"A submission cannot be answered with: {delivery.Body}");
        }
    }

    private static Dictionary<string, string> Errors(FakeSlackView view, JsonNode? answer)
    {
        var errors = (answer.At("errors") as JsonObject ?? [])
            .ToDictionary(error => error.Key, error => answer.At("errors").Text(error.Key), StringComparer.Ordinal);
        var inputs = view.Elements.Where(element => element.IsInput).Select(element => element.BlockId).ToHashSet(StringComparer.Ordinal);
        if (errors.Count == 0) throw new FakeSlackUserErrorException("The submission is refused without a word.");
        if (errors.Keys.Except(inputs).ToList() is { Count: > 0 } lost)
            throw new FakeSlackUserErrorException($"Errors for blocks that take no input: {string.Join(", ", lost)}.");
        if (errors.Any(error => error.Value.Length == 0)) throw new FakeSlackUserErrorException("An error says nothing.");
        return errors;
    }

    private static async Task<FakeSlackDelivery?> ClosedAsync(this FakeSlackPerson person, FakeSlackView view, bool isCleared)
    {
        if (!view.NotifiesOnClose) return null;
        var payload = person.Interaction("view_closed");
        payload["view"] = view.Json();
        payload["view"]!["state"] = new JsonObject { ["values"] = new JsonObject() };
        payload["is_cleared"] = isCleared;
        return await person.Workspace.Slack.Post.SendAsync(FakeSlackDispatchKind.Interaction, payload);
    }

    private static IEnumerable<JsonObject> Url(FakeSlackPerson person, FakeSlackView view, FakeSlackElement element) =>
        from id in view.State.Of(element)
        let channel = person.Workspace.FindChannel(id)
        where channel is not null
        select new JsonObject
        {
            ["block_id"] = element.BlockId,
            ["action_id"] = element.ActionId,
            ["channel_id"] = id,
            ["response_url"] = person.Workspace.Slack.Responses.Issue(person, channel),
        };

    private static string? Fault(FakeSlackDelivery delivery, List<JsonObject> groups, List<JsonObject> options) =>
        delivery.Json is not JsonObject answer || answer.ContainsKey("options") == answer.ContainsKey("option_groups")
            ? "there must be options or option_groups"
        : groups.Count > MaxOptions || (groups.Count == 0 && options.Count > MaxOptions) ? $"more than {MaxOptions} entries"
        : groups.Find(IsOdd) is { } label ? $"the group {label.ToJsonString()}"
        : options.Find(option => IsEmptyOrLong(option.At("text").Text("text")) || IsEmptyOrLong(option.Text("value"))) is { } bad
            ? $"the option {bad.ToJsonString()}"
        : options.Find(option => option.At("text").Text("type") != "plain_text") is { } rich ? $"not plain text: {rich.ToJsonString()}"
        : null;

    private static bool IsOdd(JsonObject group) =>
        group.Objects("options").Count() is 0 or > MaxOptions || IsEmptyOrLong(group.At("label").Text("text"));

    private static bool IsEmptyOrLong(string text) => text.Length is 0 or > MaxOption;
}
