using IntroBot.Slack.BlockKit;
using IntroBot.Tests.Platforms;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Slack.BlockKit;

/// <summary>Whatever the chat language can say, Slack can be told, with hostile words in every place.</summary>
public sealed class EveryCaseTests : EveryCase
{
    [Theory, MemberData(nameof(Spans))]
    public void Every_kind_of_words_is_drawn(WordSpan span)
    {
        var words = new Words([span]);

        var blocks = SlackRendering.Valid(new Card(
            words, [new CardPart.Text(words), new CardPart.Context(words), new CardPart.Facts([new Fact("Label", words)])], []));

        Assert.Equal(
            ["header", "rich_text", "context", "rich_text"],
            blocks.EnumerateArray().Select(block => block.GetProperty("type").GetString()));
    }

    [Theory, MemberData(nameof(Parts))]
    public void Every_part_of_a_card_is_one_block(CardPart part) =>
        Assert.Equal(2, SlackRendering.Valid(Card.Titled($"A card").With(part)).GetArrayLength());

    [Theory, MemberData(nameof(Inputs))]
    public void Every_input_of_a_form_is_one_block_under_its_own_id(FormInput input)
    {
        var block = SlackRendering.Valid(new Form("ask", "", "A form", [], [input], "Send")).GetProperty("blocks")[0];

        Assert.Equal("input", block.GetProperty("type").GetString());
        Assert.Equal(input.Id, block.GetProperty("block_id").GetString());
        Assert.Equal(input.Id, block.GetProperty("element").GetProperty("action_id").GetString());
        Assert.Equal(!input.Required, block.GetProperty("optional").GetBoolean());
    }

    [Theory, MemberData(nameof(Replies))]
    public void Every_reply_with_something_to_draw_is_drawn(Reply reply) => Assert.True(reply switch
    {
        Reply.Nothing or Reply.FieldErrors => true,
        Reply.OpenForm open => SlackRendering.Valid(open.Form).GetRawText().Length > 0,
        Reply.ShowHome home => SlackRendering.Valid(BlockKitViews.Home(home.Cards)).GetRawText().Length > 0,
        Reply.Options options =>
            SlackRendering.Parse(BlockKitJson.Write(BlockKitOptions.Suggest(options.Values))).GetProperty("options").GetArrayLength() == 1,
        _ => SlackRendering.Valid(reply.Card()).GetArrayLength() > 0,
    });
}
