namespace IntroBot.Teams.AdaptiveCards;

/// <summary>A run of words as they are: Teams reads no Markdown in it (https://adaptivecards.io/explorer/TextRun.html).</summary>
public sealed record TextRun(string Text)
{
    [JsonPropertyOrder(-1)]
    public string Type => "TextRun";

    public string? Size { get; init; }

    public string? Weight { get; init; }

    public string? Color { get; init; }

    public bool? IsSubtle { get; init; }

    /// <summary>What pressing the words does, which only opens an address; the type of the property is what writes its name.</summary>
    public AdaptiveAction? SelectAction { get; init; }
}

/// <summary>One choice of a set.</summary>
public sealed record InputChoice(string Title, string Value);

/// <summary>A channel the bot has been added to, as it can be chosen in a form.</summary>
public sealed record ChannelOption(string Id, string Name);

/// <summary>What an action brings back beside the answers of the inputs, which are laid next to it under their own names.</summary>
public sealed record ActionData([property: JsonPropertyName(CarriedData.Field)] CarriedData Introbot);
