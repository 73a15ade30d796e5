using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;

namespace IntroBot.Tests.Slack;

/// <summary>Makes of real payloads what nobody would send: the same of the same seed.</summary>
internal sealed class SlackMutants(IReadOnlyList<FakeSlackLetter> real, int seed)
{
    private static readonly string[] Strings =
    [
        "", " ", "U99999999", "T99999999", "C1", "USLACKBOT", "null", "../..", "\0", "'; drop table Core; --", "<!channel>", "|||",
        "9999999999999999999999", "-1", "¡LONE!", "¡BROKEN!", new('x', 9_000), new('<', 2_500), new('|', 300), "👩‍🚀",
    ];

    private readonly Random random = new(seed);

    /// <summary>A mutant; one that is <paramref name="lame"/> is nobody's act, whatever else it is.</summary>
    public FakeSlackLetter Next(bool lame)
    {
        var parent = real[random.Next(real.Count)];
        var payload = (JsonObject)parent.Payload.DeepClone();
        if (random.Next(3) > 0) Rename(payload);
        for (var times = random.Next(1, 4); times > 0; times--) Mutate(payload);
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
            if (payload.ContainsKey(id)) payload[id] = $"Ev{random.Next():D10}";
        }
    }

    private void Mutate(JsonObject payload)
    {
        var (holder, name) = Pick(payload);
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
                    2 => new JsonArray(null, 1, "x", new JsonObject()),
                    _ => new JsonObject { ["id"] = "U1" },
                };
                break;
            case 6:
                holder[name] = random.Next(2) == 0 ? Deep(10) : "¡DEEP!";
                break;
            default:
                var (other, far) = Pick(payload);
                holder[name] = other[far]?.DeepClone();
                break;
        }
    }

    /// <summary>A random field of a random object in it.</summary>
    private (JsonObject Holder, string Name) Pick(JsonObject payload)
    {
        var fields = Objects(payload).SelectMany(holder => holder.Select(field => (holder, field.Key))).ToList();
        return fields.Count == 0 ? (payload, "type") : fields[random.Next(fields.Count)];
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
    private void Lame(FakeSlackKind kind, JsonObject payload)
    {
        string[] nobodies = ["U99999999", "u1", "", "USLACKBOT", "T1", "U1 2", "D1"];
        var nobody = nobodies[random.Next(nobodies.Length)];
        if (kind == FakeSlackKind.Command) payload["user_id"] = nobody;
        else if (kind != FakeSlackKind.Event)
            payload["user"] = new JsonObject { ["id"] = nobody, ["team_id"] = payload.At("team").Text("id") };
        else if (payload["event"] is JsonObject happened)
            happened["user"] = happened["user"] is JsonObject ? new JsonObject { ["id"] = nobody, ["real_name"] = "Changed" } : nobody;
    }

    private byte[] Bytes(FakeSlackKind kind, JsonObject payload, bool lame)
    {
        var json = payload.Written()
            .Replace("¡LONE!", "\\ud800", StringComparison.Ordinal)
            .Replace("\"¡HUGE!\"", "1e999", StringComparison.Ordinal)
            .Replace("\"¡DEEP!\"", new string('[', 200) + new string(']', 200), StringComparison.Ordinal);
        var body = kind switch
        {
            FakeSlackKind.Event => json,
            FakeSlackKind.Command =>
                string.Join('&', payload.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString($"{field.Value}")}")),
            _ => $"payload={Uri.EscapeDataString(json)}",
        };
        var bytes = Encoding.UTF8.GetBytes(body.Replace("¡BROKEN!", "%C3%28", StringComparison.Ordinal));
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
