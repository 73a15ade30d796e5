using System.Diagnostics;
using IntroBot.Chat.Cards;
using IntroBot.Playground.Page;

namespace IntroBot.Playground.Html;

/// <summary>Draws a card as HTML: a heading, its parts, and a real button in a form for each thing a person can do.</summary>
public static class HtmlCards
{
    public static HtmlFragment Of(Card card, CardLocation seat) => HtmlFragment.Of($"""
        <article class="card">
          <h3>{HtmlWords.Of(card.Title, HtmlLimits.Title)}</h3>
          {Parts(card.Parts)}
          {Buttons(card, seat)}
        </article>
        """);

    /// <summary>Parts in their order, in a card or before the inputs of a form.</summary>
    public static IEnumerable<HtmlFragment> Parts(IReadOnlyCollection<CardPart> parts) => parts.Count <= HtmlLimits.Parts
        ? parts.Select(Of)
        : parts.Take(HtmlLimits.Parts).Select(Of).Append(
            HtmlFragment.Of($"""<p class="aside">… and {parts.Count - HtmlLimits.Parts} more.</p>"""));

    public static string ClassOf(ButtonStyle style) => style switch
    {
        ButtonStyle.Plain => "plain",
        ButtonStyle.Primary => "primary",
        ButtonStyle.Danger => "danger",
    };

    private static HtmlFragment Of(CardPart part) => part switch
    {
        CardPart.Text text => HtmlFragment.Of($"<p>{HtmlWords.Of(text.Words)}</p>"),
        CardPart.Facts facts => Of(facts),
        CardPart.Quote quote => HtmlFragment.Of($"""
            <blockquote>
              {HtmlWords.Paragraphs(quote.Words, HtmlLimits.Quote)}
            </blockquote>
            """),
        CardPart.Context context => HtmlFragment.Of($"""<p class="aside">{HtmlWords.Of(context.Words)}</p>"""),
        CardPart.Divider => HtmlFragment.Of($"<hr>"),
        CardPart.ChatLink door => HtmlFragment.Of($"<p>{HtmlWords.Of(door.Words)}</p>"),
        _ => throw new UnreachableException(),
    };

    private static HtmlFragment Of(CardPart.Facts facts) => HtmlFragment.Of($"""
        <dl>
          {facts.Items.Take(HtmlLimits.Facts).Select(fact => HtmlFragment.Of($"""
            <div>
              <dt>{HtmlWords.Run(fact.Label, HtmlLimits.Label)}</dt>
              <dd>{HtmlWords.Of(fact.Words)}</dd>
            </div>
            """))}
        </dl>
        """);

    private static HtmlFragment Buttons(Card card, CardLocation seat) => HtmlFragment.When(card.Buttons.Length > 0, $"""
        <div class="buttons">
          {card.Buttons.Take(HtmlLimits.Buttons).Select(button => Of(button, seat))}
        </div>
        """);

    private static HtmlFragment Of(CardButton button, CardLocation seat) => HtmlFragment.Of($"""
        <form method="post" action="{PlaygroundPaths.Press}">
          <input type="hidden" name="as" value="{seat.Person}">
          <input type="hidden" name="key" value="{seat.KeyOf(button)}">
          <input type="hidden" name="place" value="{seat.Room}">
          <input type="hidden" name="message" value="{seat.Message}">
          <input type="hidden" name="action" value="{button.Action}">
          <input type="hidden" name="value" value="{button.Value}">
          <button class="{ClassOf(button.Style)}">{HtmlWords.Run(button.Label, HtmlLimits.Label)}</button>
        </form>
        """);
}
