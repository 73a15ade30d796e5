using IntroBot.Platforms;

namespace IntroBot.Slack.BlockKit;

/// <summary>Blocks and views as the JSON that Slack reads.</summary>
public static class BlockKitJson
{
    private static readonly BlockKitJsonContext Context = new(UnescapedJson.Of(BlockKitJsonContext.Default));

    public static string Write(ImmutableArray<Block> blocks) => JsonSerializer.Serialize(blocks, Context.ImmutableArrayBlock);

    public static string Write(View view) => JsonSerializer.Serialize(view, Context.View);

    public static string Write(OptionsAnswer options) => JsonSerializer.Serialize(options, Context.OptionsAnswer);

    /// <summary>Length of one block as it is sent, in UTF-16 units.</summary>
    internal static int LengthOf(Block block) => JsonSerializer.Serialize(block, Context.Block).Length;

    internal static int LengthOf(IEnumerable<Block> blocks) => blocks.Sum(LengthOf);
}

/// <summary>The shapes of what Slack is sent.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ImmutableArray<Block>))]
[JsonSerializable(typeof(View))]
[JsonSerializable(typeof(OptionsAnswer))]
internal sealed partial class BlockKitJsonContext : JsonSerializerContext;
