namespace IntroBot.Tests.Platforms;

/// <summary>Makes of real payloads what nobody would send, whatever the platform: the same of the same seed.</summary>
internal abstract class PayloadMutator(IReadOnlyList<string> strings, int seed)
{
    /// <summary>Words that stand for bytes which no JSON of ours can hold.</summary>
    protected const string Lone = "¡LONE!";
    private const string Huge = "¡HUGE!";
    private const string Deep = "¡DEEP!";

    protected Random Random { get; } = new(seed);

    /// <summary>A list and an object that are valid and out of place.</summary>
    protected abstract JsonArray StrangeList { get; }

    protected abstract JsonObject StrangeObject { get; }

    /// <summary>Changes one to three fields.</summary>
    protected void Mutate(JsonObject payload)
    {
        for (var times = Random.Next(1, 4); times > 0; times--) MutateOnce(payload);
    }

    /// <summary>Whether a field may be changed at all.</summary>
    protected virtual bool MayChange(string field) => true;

    protected static string Json(JsonObject payload) => payload.Written()
        .Replace(Lone, "\\ud800", StringComparison.Ordinal)
        .Replace($"\"{Huge}\"", "1e999", StringComparison.Ordinal)
        .Replace($"\"{Deep}\"", new string('[', 200) + new string(']', 200), StringComparison.Ordinal);

    /// <summary>Whole, cut short or with broken bytes, which may heal nobody, so that those of the lame are cut short only.</summary>
    protected byte[] Damage(byte[] bytes, bool lame)
    {
        switch (Random.Next(lame ? 20 : 8))
        {
            case 0:
                return bytes[..Random.Next(bytes.Length)];
            case 1 when !lame:
                for (var times = 0; times < 5; times++) bytes[Random.Next(bytes.Length)] = (byte)Random.Next(256);
                return bytes;
            default:
                return bytes;
        }
    }

    private void MutateOnce(JsonObject payload)
    {
        var (holder, name) = Pick(payload);
        switch (Random.Next(8))
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
                holder[name] = strings[Random.Next(strings.Count)];
                break;
            case 4:
                holder[name] = Random.Next(6) switch { 0 => 0, 1 => -1, 2 => long.MaxValue, 3 => 1.5, 4 => double.MaxValue, _ => Huge };
                break;
            case 5:
                holder[name] = Random.Next(4) switch { 0 => true, 1 => new JsonArray(), 2 => StrangeList, _ => StrangeObject };
                break;
            case 6:
                holder[name] = Random.Next(2) == 0 ? Nested(10) : Deep;
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
        var fields = Objects(payload).SelectMany(holder => holder.Select(field => (holder, field.Key)))
            .Where(field => MayChange(field.Key)).ToList();
        return fields.Count == 0 ? (payload, "type") : fields[Random.Next(fields.Count)];
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject holder => holder.Select(field => field.Value).SelectMany(Objects).Prepend(holder),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    private static JsonNode Nested(int levels) =>
        levels == 0 ? "deep" : levels % 2 == 0 ? new JsonArray(Nested(levels - 1)) : new JsonObject { ["type"] = Nested(levels - 1) };
}
