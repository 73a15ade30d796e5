namespace IntroBot.Chat.Interactions;

/// <summary>A person as described by the platform: the visible name, an IANA time zone and a language such as <c>en</c>.</summary>
public sealed record Person(
    [property: JsonPropertyName("Ref")] PersonRef Ref,
    [property: JsonPropertyName("Name")] string Name,
    [property: JsonPropertyName("TimeZone")] string TimeZone,
    [property: JsonPropertyName("Language")] string Language)
{
    [JsonPropertyName("FirstName")]
    public string FirstName => Name.Split(' ', 2)[0];

    /// <summary>A bot, who can neither ask nor be asked; known while it acts or is mentioned, and never stored.</summary>
    [JsonIgnore]
    public bool IsBot { get; init; }

    /// <summary>Whether a written name is this person's full name, ignoring case and accents.</summary>
    public bool IsCalled(string name) => PersonName.AreSame(Name, name);
}
