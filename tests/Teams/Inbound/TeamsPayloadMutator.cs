using IntroBot.Tests.Platforms;

namespace IntroBot.Tests.Teams.Inbound;

/// <summary>Makes of real activities of Teams what nobody would send.</summary>
internal sealed class TeamsPayloadMutator(IReadOnlyList<JsonObject> real, int seed) : PayloadMutator(Strings, seed)
{
    private static readonly string[] Strings =
    [
        "", " ", "29:x", "28:x", "19:x@thread.v2", "a:1", "null", "../..", "..", "\0", "'; drop table Core; --", "<at>x</at>", "f:1",
        "9999999999999999999999", "-1", Lone, "personal", "channel", "message", "invoke",
        "adaptiveCard/action", "msteams", "00000000-0000-0000-0000-000000000000", new('x', 9_000), new('<', 2_500), "👩‍🚀",
    ];

    protected override JsonArray StrangeList => new(null, new JsonObject(), new JsonObject { ["id"] = "28:x", ["type"] = "mention" });

    protected override JsonObject StrangeObject => new() { ["id"] = "29:1" };

    /// <summary>A mutant, as bytes; one that is <paramref name="lame"/> is nobody's act, whatever else it is.</summary>
    public (byte[] Body, string ServiceUrl) Next(bool lame)
    {
        var parent = real[Random.Next(real.Count)];
        var activity = (JsonObject)parent.DeepClone();
        if (Random.Next(3) > 0) activity["id"] = $"f:{Random.Next():D10}";
        Mutate(activity);
        if (lame) Lame(activity);
        return (Damage(Encoding.UTF8.GetBytes(Json(activity)), lame), parent.Text("serviceUrl"));
    }

    /// <summary>What lets it in at all stays as it is, nine times of ten.</summary>
    protected override bool MayChange(string field) =>
        Random.Next(10) == 0 || field is not ("serviceUrl" or "channelId" or "tenantId" or "tenant");

    /// <summary>Takes away who acts: a missing, unknown or impossible person.</summary>
    private void Lame(JsonObject activity) => activity["from"] = Random.Next(5) switch
    {
        0 => null,
        1 => new JsonObject { ["id"] = "29:nobody" },
        2 => new JsonObject { ["id"] = "29:nobody", ["aadObjectId"] = "00000000-0000-0000-0000-000000000001" },
        3 => new JsonObject { ["aadObjectId"] = "00000000-0000-0000-0000-000000000002" },
        _ => new JsonObject { ["id"] = "../members", ["aadObjectId"] = "00000000-0000-0000-0000-000000000003" },
    };
}
