using IntroBot.Playground;
using IntroBot.Playground.Html;
using IntroBot.Playground.Page;
using IntroBot.Tests.Platforms;

namespace IntroBot.Tests.Playground;

public sealed class EveryCaseTests : EveryCase
{
    private static readonly CardLocation Seat = new("ava", "chat.ava", "m1", 0);

    public static TheoryData<Destination> Destinations => [.. Samples.CasesOf<Destination>()];

    [Theory, MemberData(nameof(Spans))]
    public void Every_kind_of_words_is_drawn_and_never_as_markup(WordSpan span)
    {
        var card = new Card(new Words([span]), [], []);

        AssertHarmless(HtmlCards.Of(card, Seat));
        Assert.Equal(card.Title, Kept(card).Title);
    }

    [Theory, MemberData(nameof(Parts))]
    public void Every_part_of_a_card_is_drawn_and_kept(CardPart part)
    {
        var card = Card.Titled($"A card").With(part);

        AssertHarmless(HtmlCards.Of(card, Seat));
        Assert.Equal(HtmlCards.Of(card, Seat), HtmlCards.Of(Kept(card), Seat));
    }

    [Theory, MemberData(nameof(Inputs))]
    public void Every_input_of_a_form_is_drawn_with_its_label_and_kept(FormInput input)
    {
        var open = OpenForm.Fresh(new Form("ask", Samples.Hostile, "A form", [], [input], "Send"));

        var html = HtmlForms.Of(open, new FormLocation("ava", "12345678"));

        AssertHarmless(html);
        Assert.Contains("&lt;script&gt;alert", html.ToString(), StringComparison.Ordinal);
        Assert.Equal(html, HtmlForms.Of(PlaygroundJson.ReadForm(PlaygroundJson.Write(open)!)!, new FormLocation("ava", "12345678")));
    }

    [Theory, MemberData(nameof(Destinations))]
    public void Every_destination_has_a_place_or_a_plain_no(Destination destination) =>
        Assert.Equal(destination is Destination.GiversChannel, ChatRoom.Of(new WorkspaceId("playground-1"), destination) is not null);

    [Theory, MemberData(nameof(Replies))]
    public async Task Every_reply_to_a_typed_line_is_shown_without_an_error(Reply reply)
    {
        await using var host = await PlaygroundHost.StartAsync();
        host.Story.Next = reply;

        using var answer = await host.PostAsync(PlaygroundPaths.Type, ("text", "/intro anything"));
        var page = await host.Client.GetStringAsync(answer.Headers.Location!);

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("/intro anything", page, StringComparison.Ordinal);
    }

    private static Card Kept(Card card) => PlaygroundJson.ReadMessage(PlaygroundJson.Write(ChatMessage.Of("m1", card)))!.Card!;

    private static void AssertHarmless(HtmlFragment html)
    {
        Assert.DoesNotContain("<script", html.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\" onload=\"", html.ToString(), StringComparison.Ordinal);
    }
}
