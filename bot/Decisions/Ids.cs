namespace IntroBot.Decisions;

/// <summary>Identifies one intro within its workspace.</summary>
public readonly record struct IntroId([property: JsonPropertyName("Value")] string Value)
{
    public override string ToString() => Value;
}

/// <summary>Identifies one offer of one intro.</summary>
public readonly record struct OfferId([property: JsonPropertyName("Value")] string Value)
{
    public override string ToString() => Value;
}
