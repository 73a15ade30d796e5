namespace IntroBot.Storage.Export;

/// <summary>The first line of an export: what it is, and which program wrote it when.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record ExportHeader(
    [property: JsonPropertyName("format")] string Format,
    [property: JsonPropertyName("version")] int Version,
    [property: JsonPropertyName("program")] string Program,
    [property: JsonPropertyName("at")] DateTimeOffset At)
{
    public const string Name = "introbot-store";

    /// <summary>The newest version this program reads, and the one it writes.</summary>
    public const int Newest = 1;
}

/// <summary>Any other line of an export: one row, without its ETag, which each store assigns itself.</summary>
internal sealed record ExportRow(
    [property: JsonPropertyName("table")] string Table,
    [property: JsonPropertyName("partition")] string Partition,
    [property: JsonPropertyName("row")] string Row,
    [property: JsonPropertyName("columns")] IReadOnlyDictionary<string, string> Columns);

/// <summary>The last line of an export: how many rows there are, and the SHA-256 of every byte before it.</summary>
internal sealed record ExportEnd(
    [property: JsonPropertyName("rows")] long Rows,
    [property: JsonPropertyName("sha256")] string Sha256);

/// <summary>How the lines of an export are serialized as JSON; a missing, duplicate or unknown property is damage.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ExportHeader))]
[JsonSerializable(typeof(ExportRow))]
[JsonSerializable(typeof(ExportEnd))]
internal sealed partial class ExportJson : JsonSerializerContext;
