using System.Text;
using System.Text.Json.Nodes;

namespace IntroBot.Tests.Teams;

/// <summary>Makes of real activities what nobody would send: the same of the same seed.</summary>
internal sealed class TeamsMutants(IReadOnlyList<JsonObject> real, int seed)
{
    private static readonly string[] Strings =
    [
        "", " ", "29:x", "28:x", "19:x@thread.v2", "a:1", "null", "../..", "..", "\0", "'; drop table Core; --", "<at>x</at>", "f:1",
        "9999999999999999999999", "-1", "¡LONE!", "personal", "channel", "message", "invoke",
        "adaptiveCard/action", "msteams", "00000000-0000-0000-0000-000000000000", new('x', 9_000), new('<', 2_500), "👩‍🚀",
    ];

    private readonly Random random = new(seed);

    /// <summary>A mutant, as bytes; one that is <paramref name="lame"/> is nobody's act, whatever else it is.</summary>
    public (byte[] Body, string ServiceUrl) Next(bool lame)
    {
        var parent = real[random.Next(real.Count)];
        var activity = (JsonObject)parent.DeepClone();
        if (random.Next(3) > 0) activity["id"] = $"f:{random.Next():D10}";
        for (var times = random.Next(1, 4); times > 0; times--) Mutate(activity);
        if (lame) Lame(activity);
        return (Bytes(activity, lame), parent.Text("serviceUrl"));
    }

    private void Mutate(JsonObject activity)
    {
        var (holder, name) = Pick(activity);
        switch (random.Next(8))
        {
            case 0:
                holder.Remove(name);
                break;
            case 1:
                holder[name] = null;
                break;
            case 2:
                var value = holder[name];
                holder.Remove(name);
                holder[$"{name}_"] = value;
                break;
            case 3:
                holder[name] = Strings[random.Next(Strings.Length)];
                break;
            case 4:
                holder[name] = random.Next(6) switch { 0 => 0, 1 => -1, 2 => long.MaxValue, 3 => 1.5, 4 => double.MaxValue, _ => "¡HUGE!" };
                break;
            case 5:
                holder[name] = random.Next(4) switch
                {
                    0 => true,
                    1 => new JsonArray(),
                    2 => new JsonArray(null, new JsonObject(), new JsonObject { ["id"] = "28:x", ["type"] = "mention" }),
                    _ => new JsonObject { ["id"] = "29:1" },
                };
                break;
            case 6:
                holder[name] = random.Next(2) == 0 ? Deep(10) : "¡DEEP!";
                break;
            default:
                var (other, far) = Pick(activity);
                holder[name] = other[far]?.DeepClone();
                break;
        }
    }

    /// <summary>A random field of a random object in it; what lets it in at all stays as it is.</summary>
    private (JsonObject Holder, string Name) Pick(JsonObject activity)
    {
        var fields = Objects(activity).SelectMany(holder => holder.Select(field => (holder, field.Key)))
            .Where(field => random.Next(10) == 0 || field.Key is not ("serviceUrl" or "channelId" or "tenantId" or "tenant")).ToList();
        return fields.Count == 0 ? (activity, "type") : fields[random.Next(fields.Count)];
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject holder => holder.Select(field => field.Value).SelectMany(Objects).Prepend(holder),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    private static JsonNode Deep(int levels) =>
        levels == 0 ? "deep" : levels % 2 == 0 ? new JsonArray(Deep(levels - 1)) : new JsonObject { ["type"] = Deep(levels - 1) };

    /// <summary>Takes away who acts: a missing, unknown or impossible person.</summary>
    private void Lame(JsonObject activity) => activity["from"] = random.Next(5) switch
    {
        0 => null,
        1 => new JsonObject { ["id"] = "29:nobody" },
        2 => new JsonObject { ["id"] = "29:nobody", ["aadObjectId"] = "00000000-0000-0000-0000-000000000001" },
        3 => new JsonObject { ["aadObjectId"] = "00000000-0000-0000-0000-000000000002" },
        _ => new JsonObject { ["id"] = "../members", ["aadObjectId"] = "00000000-0000-0000-0000-000000000003" },
    };

    private byte[] Bytes(JsonObject activity, bool lame)
    {
        var json = activity.Written()
            .Replace("¡LONE!", "\\ud800", StringComparison.Ordinal)
            .Replace("\"¡HUGE!\"", "1e999", StringComparison.Ordinal)
            .Replace("\"¡DEEP!\"", new string('[', 200) + new string(']', 200), StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(json);
        // Broken bytes may heal nobody, so that those of the lame are cut short only.
        switch (random.Next(lame ? 20 : 8))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1 when !lame:
                for (var times = 0; times < 5; times++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            default:
                return bytes;
        }
    }
}
