namespace IntroBot.Slack.BlockKit;

/// <summary>Draws forms and cards as modals, and the home.</summary>
public static class BlockKitViews
{
    public const string CardCallback = "card";

    /// <summary>A form as a modal: a title too long for its bar stands whole above the preface.</summary>
    public static View Form(Form form)
    {
        ImmutableArray<Block> head = FitsTheBar(form.Title) ? [] : [BlockKitCards.Title(form.Title)];
        ImmutableArray<Block> inputs = [.. form.Inputs.Select(BlockKitInputs.Of)];
        var other = form.Other is { } button ? BlockKitActions.Blocks([button]) : [];
        var preface = BlockKitParts.Of(
            form.Preface, BlockKitLimits.ViewBlocks - head.Length - inputs.Length - other.Length,
            BlockKitLimits.ViewLength - BlockKitJson.LengthOf([.. head, .. inputs, .. other]));
        return new View(
            "modal",
            form.Id,
            form.State.Length == 0 ? null : form.State,
            Bar(form.Title),
            Bar(form.SubmitLabel),
            Bar("Cancel"),
            OrAMark([.. head, .. preface, .. inputs, .. other]));
    }

    /// <summary>One card in a modal of its own; its title stands in the bar where it fits, and above the card where it does not.</summary>
    public static View Card(Card card)
    {
        var title = PlainText.Of(card.Title);
        return new View("modal", CardCallback, null, Bar(title), null, Bar("Done"), BlockKitCards.Of(card, withTitle: !FitsTheBar(title)));
    }

    /// <summary>Cards below one another; one that does not fit as a whole is counted instead.</summary>
    public static View Home(ImmutableArray<Card> cards)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var left = BlockKitLimits.ViewLength;
        foreach (var (place, card) in cards.Index())
        {
            ImmutableArray<Block> next = [.. place == 0 ? [] : new Block[] { new Block.Divider() }, .. BlockKitCards.Of(card)];
            var room = BlockKitLimits.ViewBlocks - (place == cards.Length - 1 ? 0 : 1);
            left -= BlockKitJson.LengthOf(next);
            if (blocks.Count + next.Length > room || left < 0)
            {
                blocks.Add(BlockKitParts.More(cards.Length - place));
                break;
            }

            blocks.AddRange(next);
        }

        return new View("home", null, null, null, null, null, OrAMark(blocks.ToImmutable()));
    }

    private static bool FitsTheBar(string title) => VisibleText.CleanLine(title).Trim().Length <= BlockKitLimits.ViewTitle;

    private static PlainTextObject Bar(string words) => PlainTextObject.Line(words, BlockKitLimits.ViewTitle);

    private static ImmutableArray<Block> OrAMark(ImmutableArray<Block> blocks) => blocks.IsEmpty ? [BlockKitCards.Title("")] : blocks;
}
