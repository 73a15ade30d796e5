namespace IntroBot.Tests.Slack.Double.WebApi;

/// <summary>A call whose caller is known.</summary>
internal sealed class FakeSlackRequest(
    FakeSlack slack, IReadOnlyDictionary<string, string> fields, string authorization, FakeSlackToken? token)
{
    public FakeSlack Slack { get; } = slack;

    public FakeSlackToken Token => token ?? throw new InvalidOperationException("This method is not called by a bot.");

    public FakeSlackWorkspace Workspace => Token.Workspace;

    public string this[string field] => fields.GetValueOrDefault(field, "");

    public bool Has(string field) => fields.ContainsKey(field);

    public bool Flag(string field) => this[field] is "true" or "1";

    public int Number(string field, int otherwise) =>
        int.TryParse(this[field], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>The conversation it names, if the app can know of it.</summary>
    public FakeSlackChannel? Channel => Workspace.FindChannel(this["channel"]) is { IsVisible: true } channel ? channel : null;

    /// <summary>The refusal of a token that may not do this.</summary>
    public JsonObject? Lacks(string scope)
    {
        if (Token.Scopes.Contains(scope)) return null;
        var refusal = FakeSlackAnswer.No("missing_scope");
        refusal["needed"] = scope;
        refusal["provided"] = string.Join(',', Token.Scopes.Order(StringComparer.Ordinal));
        return refusal;
    }

    /// <summary>The refusal of a caller who is not the app.</summary>
    public JsonObject? LacksClient()
    {
        var (id, secret) = (this["client_id"], this["client_secret"]);
        if (authorization.StartsWith("Basic ", StringComparison.Ordinal)
            && Encoding.UTF8.GetString(Convert.FromBase64String(authorization["Basic ".Length..]))
                .Split(':', 2) is [var user, var password])
            (id, secret) = (user, password);
        return id != Slack.App.ClientId ? FakeSlackAnswer.No("invalid_client_id")
            : secret != Slack.App.ClientSecret ? FakeSlackAnswer.No("bad_client_secret")
            : null;
    }

    /// <summary>A part of a list, and where to go on.</summary>
    public (IReadOnlyList<T> Page, JsonObject Next) Page<T>(IReadOnlyList<T> all, int limit)
    {
        var from = this["cursor"].Length == 0
            ? 0
            : int.Parse(Encoding.ASCII.GetString(Convert.FromBase64String(this["cursor"])), CultureInfo.InvariantCulture);
        var size = Math.Clamp(Number("limit", limit), 1, 999);
        var end = Math.Min(all.Count, from + size);
        var cursor = end < all.Count ? Convert.ToBase64String(Encoding.ASCII.GetBytes($"{end}")) : "";
        return ([.. all.Skip(from).Take(size)], new JsonObject { ["next_cursor"] = cursor });
    }
}
