using IntroBot.Tests.Platforms;
using IntroBot.Tests.Slack.Double.Deliveries;

namespace IntroBot.Tests.Slack.Inbound;

/// <summary>Makes of real payloads of Slack what nobody would send.</summary>
internal sealed class SlackPayloadMutator(IReadOnlyList<FakeSlackDispatch> real, int seed) : PayloadMutator(Strings, seed)
{
    private const string Broken = "¡BROKEN!";

    private static readonly string[] Strings =
    [
        "", " ", "U99999999", "T99999999", "C1", "USLACKBOT", "null", "../..", "\0", "'; drop table Core; --", "<!channel>", "|||",
        "9999999999999999999999", "-1", Lone, Broken, new('x', 9_000), new('<', 2_500), new('|', 300), "👩‍🚀",
    ];

    protected override JsonArray StrangeList => new(null, 1, "x", new JsonObject());

    protected override JsonObject StrangeObject => new() { ["id"] = "U1" };

    /// <summary>A mutant; one that is <paramref name="lame"/> is nobody's act, whatever else it is.</summary>
    public FakeSlackDispatch Next(bool lame)
    {
        var parent = real[Random.Next(real.Count)];
        var payload = (JsonObject)parent.Payload.DeepClone();
        if (Random.Next(3) > 0) Rename(payload);
        Mutate(payload);
        if (lame) Lame(parent.Kind, payload);
        return parent with
        {
            Payload = payload,
            Body = Bytes(parent.Kind, payload, lame),
            Headers = ImmutableDictionary<string, string>.Empty,
        };
    }

    /// <summary>The same act a second time is not looked at: most mutants are acts of their own.</summary>
    private void Rename(JsonObject payload)
    {
        foreach (var id in (string[])["event_id", "trigger_id"])
        {
            if (payload.ContainsKey(id)) payload[id] = $"Ev{Random.Next():D10}";
        }
    }

    /// <summary>Takes away who acts: a missing, unknown or impossible person.</summary>
    private void Lame(FakeSlackDispatchKind kind, JsonObject payload)
    {
        string[] nobodies = ["U99999999", "u1", "", "USLACKBOT", "T1", "U1 2", "D1"];
        var nobody = nobodies[Random.Next(nobodies.Length)];
        if (kind == FakeSlackDispatchKind.Command) payload["user_id"] = nobody;
        else if (kind != FakeSlackDispatchKind.Event)
            payload["user"] = new JsonObject { ["id"] = nobody, ["team_id"] = payload.At("team").Text("id") };
        else if (payload["event"] is JsonObject happened)
            happened["user"] = happened["user"] is JsonObject ? new JsonObject { ["id"] = nobody, ["real_name"] = "Changed" } : nobody;
    }

    private byte[] Bytes(FakeSlackDispatchKind kind, JsonObject payload, bool lame)
    {
        var json = Json(payload);
        var body = kind switch
        {
            FakeSlackDispatchKind.Event => json,
            FakeSlackDispatchKind.Command =>
                string.Join('&', payload.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString($"{field.Value}")}")),
            _ => $"payload={Uri.EscapeDataString(json)}",
        };
        return Damage(Encoding.UTF8.GetBytes(body.Replace(Broken, "%C3%28", StringComparison.Ordinal)), lame);
    }
}
