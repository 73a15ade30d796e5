namespace IntroBot.Slack.BlockKit;

/// <summary>A block of Block Kit, of the few kinds this bot speaks (https://docs.slack.dev/reference/block-kit/blocks).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Header), "header")]
[JsonDerivedType(typeof(RichText), "rich_text")]
[JsonDerivedType(typeof(Context), "context")]
[JsonDerivedType(typeof(Divider), "divider")]
[JsonDerivedType(typeof(Actions), "actions")]
[JsonDerivedType(typeof(Input), "input")]
public abstract record Block
{
    private Block() { }

    /// <summary>One large line.</summary>
    public sealed record Header(PlainTextObject Text) : Block;

    /// <summary>Words in which nothing is ever markup.</summary>
    public sealed record RichText(ImmutableArray<RichTextPart> Elements) : Block;

    /// <summary>A quiet remark in small letters.</summary>
    public sealed record Context(ImmutableArray<PlainTextObject> Elements) : Block;

    /// <summary>A thin line.</summary>
    public sealed record Divider : Block;

    /// <summary>A row of buttons.</summary>
    public sealed record Actions(ImmutableArray<BlockElement> Elements) : Block;

    /// <summary>A field of a form; its answer comes back under the id of the block, and so does an error.</summary>
    public sealed record Input(string BlockId, PlainTextObject Label, BlockElement Element, PlainTextObject? Hint, bool Optional) : Block;
}
