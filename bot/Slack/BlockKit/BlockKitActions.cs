namespace IntroBot.Slack.BlockKit;

/// <summary>
/// Draws buttons; Slack wants ids that are unique in their block, while several buttons of a card may do the same to different things.
/// </summary>
public static partial class BlockKitActions
{
    /// <summary>The id of a button among those with the same action: the first has the bare one, the next <c>#1</c>, and so on.</summary>
    public static string IdOf(string action, int place) =>
        place == 0 ? action : string.Create(CultureInfo.InvariantCulture, $"{action}#{place}");

    /// <summary>The action of a button that was pressed.</summary>
    public static string ActionOf(string actionId) => Place().Replace(actionId, "");

    internal static ImmutableArray<Block> Blocks(IReadOnlyList<CardButton> buttons) =>
        [.. buttons.Select((button, at) => Of(button, buttons.Take(at).Count(other => other.Action == button.Action)))
            .Chunk(BlockKitLimits.ActionsOfBlock)
            .Select(some => new Block.Actions([.. some]))];

    private static BlockElement Of(CardButton button, int place) => new BlockElement.Button(
        IdOf(button.Action, place),
        PlainTextObject.Line(button.Label, BlockKitLimits.ButtonText),
        button.Value.Length == 0 ? null : button.Value,
        StyleOf(button.Style));

    private static string? StyleOf(ButtonStyle style) => style switch
    {
        ButtonStyle.Plain => null,
        ButtonStyle.Primary => "primary",
        ButtonStyle.Danger => "danger",
    };

    [GeneratedRegex(@"#[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
