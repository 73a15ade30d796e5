namespace IntroBot.Tests.Slack.Double.Rules;

/// <summary>
/// A place in the JSON that was sent, with the list that faults are added to in the words and with the pointer Slack uses.
/// </summary>
internal readonly record struct ValidatedJson(JsonElement Json, string Pointer, List<string> Faults)
{
    public void Refuse(string why) => Faults.Add($"{why} [json-pointer:{Pointer}]");

    public ValidatedJson? Field(string name) => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var field)
        ? new ValidatedJson(field, $"{Pointer}/{name}", Faults)
        : null;

    public string? Text(string name) =>
        Field(name)?.Json is { ValueKind: JsonValueKind.String } word && TextRules.IsReadable(word) ? word.GetString() : null;

    /// <summary>Checks an object: what it needs, what it may have, and that it has nothing else.</summary>
    public void Is(params IReadOnlyList<PropertyRule> properties)
    {
        if (Json.ValueKind != JsonValueKind.Object)
        {
            Refuse("must be an object");
            return;
        }

        foreach (var name in Json.EnumerateObject().Select(field => field.Name).CountBy(name => name))
        {
            if (name.Key != "type" && properties.All(property => property.Name != name.Key))
                Refuse($"unknown property: {name.Key}");
            if (name.Value > 1)
                Refuse($"property given twice: {name.Key}");
        }

        foreach (var property in properties)
        {
            if (Field(property.Name) is { } field)
                property.Rule(field);
            else if (property.IsNeeded)
                Refuse($"missing required field: {property.Name}");
        }
    }

    public IReadOnlyList<ValidatedJson> Items(int least, int most)
    {
        if (Json.ValueKind != JsonValueKind.Array)
        {
            Refuse("must be an array");
            return [];
        }

        var self = this;
        var items = Json.EnumerateArray().Select((item, at) => new ValidatedJson(item, $"{self.Pointer}/{at}", self.Faults)).ToArray();
        if (items.Length < least) Refuse($"no less than {least} items allowed");
        if (items.Length > most) Refuse($"no more than {most} items allowed");
        return items;
    }

    /// <summary>No two items may have the same word under a name; items without it do not count.</summary>
    public static void AreUnique(IEnumerable<ValidatedJson> items, string name)
    {
        foreach (var twin in items.Where(item => item.Text(name) is not null)
            .GroupBy(item => item.Text(name))
            .SelectMany(same => same.Skip(1)))
            twin.Refuse($"{name} is used twice: {twin.Text(name)}");
    }
}

/// <summary>What one property of an object must be.</summary>
internal sealed record PropertyRule(string Name, Action<ValidatedJson> Rule, bool IsNeeded)
{
    public static PropertyRule Required(string name, Action<ValidatedJson> rule) => new(name, rule, IsNeeded: true);

    public static PropertyRule Optional(string name, Action<ValidatedJson> rule) => new(name, rule, IsNeeded: false);
}
