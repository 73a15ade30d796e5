using System.Text.Json.Serialization.Metadata;

namespace IntroBot.Tests.Storage.Stored;

/// <summary>
/// One shape that is kept in a store or carried by a card: examples of it, and the golden file that has each of them as one line.
/// </summary>
internal sealed record StoredShape(string File, JsonTypeInfo Json, ImmutableArray<object> Examples)
{
    /// <summary>How the program reads a line again.</summary>
    public Func<string, JsonTypeInfo, object> Reading { get; init; } = (line, json) => JsonSerializer.Deserialize(line, json)!;

    public ImmutableArray<string> Lines => [.. Examples.Select(Write)];

    public string Write(object example) => JsonSerializer.Serialize(example, Json);

    public object Read(string line) => Reading(line, Json);

    public override string ToString() => File;

    public static StoredShape Of<T>(string file, JsonTypeInfo<T> json, params ReadOnlySpan<T> examples)
        where T : notnull => new(file, json, [.. examples]);

    /// <summary>The members of an enum, which are all there are.</summary>
    public static StoredShape OfEnum<T>(string file, JsonSerializerOptions options, params ReadOnlySpan<T> members)
        where T : struct, Enum
    {
        Assert.Equal(Enum.GetValues<T>().Order(), members.ToArray().Order());
        return new(file, options.GetTypeInfo(typeof(T)), [.. members]);
    }
}
