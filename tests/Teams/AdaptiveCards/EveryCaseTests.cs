using IntroBot.Teams.AdaptiveCards;
using IntroBot.Tests.Platforms;
using IntroBot.Tests.Stories;
using IntroBot.Tests.Teams.Double.Rules;

namespace IntroBot.Tests.Teams.AdaptiveCards;

/// <summary>Whatever the chat language can say, Teams can be told, with hostile words in every place.</summary>
public sealed class EveryCaseTests(CardValidator validator) : EveryCase
{
    [Theory, MemberData(nameof(Spans))]
    public async Task Every_kind_of_words_is_drawn(WordSpan span)
    {
        var words = new Words([span]);

        var card = TeamsRendering.Valid(new Card(
            words, [new CardPart.Text(words), new CardPart.Context(words), new CardPart.Facts([new Fact("Label", words)])], []));

        Assert.Equal(5, TeamsRendering.Lines(card).Count());
        Assert.Empty(await validator.FaultsAsync(card));
    }

    [Theory, MemberData(nameof(Parts))]
    public async Task Every_part_of_a_card_is_drawn(CardPart part)
    {
        var card = TeamsRendering.Valid(Card.Titled($"A card").With(part).Say($"Words"));

        Assert.True(card.GetProperty("body").GetArrayLength() == 3
            || card.GetRawText().Contains("\"separator\":true", StringComparison.Ordinal));
        Assert.Empty(await validator.FaultsAsync(card));
    }

    [Theory, MemberData(nameof(Inputs))]
    public async Task Every_input_of_a_form_is_drawn_under_its_own_id_with_its_label(FormInput input)
    {
        var form = TeamsRendering.Valid(new Form("ask", "", "A form", [], [input], "Send"));

        var drawn = TeamsRendering.Input(form, input.Id);
        Assert.StartsWith("Input.", TeamsRendering.Type(drawn), StringComparison.Ordinal);
        Assert.Equal(VisibleText.CleanLine(input.Label), drawn.GetProperty("label").GetString());
        Assert.Equal(input.Required, drawn.TryGetProperty("isRequired", out _));
        Assert.Empty(await validator.FaultsAsync(form));
    }

    [Theory, MemberData(nameof(Replies))]
    public void Every_reply_with_something_to_draw_is_drawn(Reply reply) => Assert.True(reply switch
    {
        Reply.Nothing or Reply.FieldErrors or Reply.Options => true,
        Reply.OpenForm open => TeamsRendering.Valid(open.Form).ValueKind == JsonValueKind.Object,
        Reply.ShowHome home => TeamsRendering.Valid(AdaptiveCardRenderer.Of(home.Cards)).ValueKind == JsonValueKind.Object,
        _ => TeamsRendering.Valid(reply.Card()).ValueKind == JsonValueKind.Object,
    });
}
