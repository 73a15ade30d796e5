using IntroBot.Playground;
using IntroBot.Playground.Community;
using IntroBot.Playground.Html;

namespace IntroBot.Tests.Playground;

public sealed class HtmlCardsTests
{
    private static readonly CardLocation Seat = new("ava", "chat.ava", "m1", 0);

    [Fact]
    public void A_card_reads_as_written_here() => Assert.Equal(
        """
        <article class="card">
          <h3>Could you help <span class="chip"><bdi>Ava Stone</bdi></span>?</h3>
          <p>You listed <strong>supply chain</strong>.</p>
          <dl>
            <div>
              <dt>Until</dt>
              <dd><time datetime="2026-11-24T13:05:00Z">Tue 24 Nov, 14:05</time></dd>
            </div>
          </dl>
          <blockquote>
            <p dir="auto">Hi Grace,<br>a no is fine.</p>
            <p dir="auto">Ava</p>
          </blockquote>
          <hr>
          <p class="aside">Only your yes is told.</p>
          <div class="buttons">
            <form method="post" action="/playground/press">
              <input type="hidden" name="as" value="ava">
              <input type="hidden" name="key" value="b-3f">
              <input type="hidden" name="place" value="chat.ava">
              <input type="hidden" name="message" value="m1">
              <input type="hidden" name="action" value="offer.accept">
              <input type="hidden" name="value" value="intro-1">
              <button class="primary">Yes, connect us</button>
            </form>
          </div>
        </article>
        """,
        Drawn(Card.Titled($"Could you help {PlaygroundCast.Members[0].In(new WorkspaceId("playground-1"))}?")
            .Say($"You listed {new WordSpan.Bold("supply chain")}.")
            .Know(Fact.Of("Until", $"{new WordSpan.Moment(new DateTimeOffset(2026, 11, 24, 13, 5, 0, TimeSpan.Zero), "Africa/Lagos")}"))
            .Quote("Hi Grace,\r\na no is fine.\r\n\r\nAva")
            .Line()
            .Aside($"Only your yes is told.")
            .With(new CardButton(ActionIds.AcceptOffer, "intro-1", "Yes, connect us", ButtonStyle.Primary)))
            .Replace(Seat.KeyOf(new CardButton(ActionIds.AcceptOffer, "intro-1", "")), "b-3f", StringComparison.Ordinal));

    [Fact]
    public void A_persons_words_are_never_markup() => Assert.Contains(
        "&lt;img src=x onerror=alert(1)&gt;", Drawn(Card.Titled($"{"<img src=x onerror=alert(1)>"}")), StringComparison.Ordinal);

    [Fact]
    public void A_value_cannot_leave_its_attribute() => Assert.Contains(
        "value=\"&quot;&gt;&lt;script&gt;\"",
        Drawn(Card.Titled($"x").With(new CardButton("a", "\"><script>", "Press"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("http://example.org/")]
    [InlineData("/relative")]
    public void Only_an_https_link_can_be_pressed(string address)
    {
        var html = Drawn(Card.Titled($"{new WordSpan.Link(new Uri(address, UriKind.RelativeOrAbsolute), "Look")}"));

        Assert.DoesNotContain("<a ", html, StringComparison.Ordinal);
        Assert.Contains("Look (", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_https_link_tells_the_other_side_nothing() => Assert.Contains(
        "<a href=\"https://example.org/?a=1&amp;b=2\" target=\"_blank\" rel=\"noopener noreferrer\">Look</a>",
        Drawn(Card.Titled($"{new WordSpan.Link(new Uri("https://example.org/?a=1&b=2"), "Look")}")), StringComparison.Ordinal);

    [Fact]
    public void Words_that_turn_the_reading_direction_stay_in_their_box() => Assert.Contains(
        "<p>Ask <bdi>\u202Eevil</bdi> now</p>", Drawn(Card.Titled($"x").Say($"Ask {"\u202Eevil"} now")), StringComparison.Ordinal);

    [Fact]
    public void Ten_thousand_letters_are_shortened_where_people_see_it()
    {
        var html = Drawn(Card.Titled($"x").Say($"{new string('a', 10_240)}"));

        Assert.Contains("a…</p>", html, StringComparison.Ordinal);
        Assert.True(html.Length < 4000);
    }

    [Fact]
    public void A_cut_never_splits_a_letter() => Assert.Equal("👩‍🚀…", VisibleText.Shorten("👩‍🚀👩‍🚀👩‍🚀", 7));

    [Fact]
    public void A_second_sight_of_a_card_gives_its_buttons_new_keys()
    {
        var button = new CardButton(ActionIds.Met, "intro-1", "We met");

        Assert.Equal(Seat.KeyOf(button), Seat.KeyOf(button));
        Assert.NotEqual(Seat.KeyOf(button), (Seat with { Revision = 1 }).KeyOf(button));
        Assert.NotEqual(Seat.KeyOf(button), (Seat with { Person = "grace" }).KeyOf(button));
    }

    private static string Drawn(Card card) => HtmlCards.Of(card, Seat).ToString();
}
