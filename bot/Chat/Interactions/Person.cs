using System.Text.Json.Serialization;

namespace IntroBot.Chat.Interactions;

/// <summary>What a platform tells about a person: the name others see, an IANA time zone and a language such as <c>en</c>.</summary>
public sealed record Person(
    [property: JsonPropertyName("Ref")] PersonRef Ref,
    [property: JsonPropertyName("Name")] string Name,
    [property: JsonPropertyName("TimeZone")] string TimeZone,
    [property: JsonPropertyName("Language")] string Language)
{
    [JsonPropertyName("FirstName")]
    public string FirstName => Name.Split(' ', 2)[0];

    /// <summary>Whether somebody who writes this name means them: the whole of it, in capitals or not.</summary>
    public bool IsCalled(string name) => Name.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase);
}
