using IntroBot.Playground.Page;

namespace IntroBot.Playground.Html;

/// <summary>Renders a card as HTML: a heading, its parts, and a form with a button for each action.</summary>
public static class HtmlCards
{
    public static HtmlFragment Of(Card card, CardLocation location) => HtmlFragment.Of($"""
        <article class="card">
          <h3>{HtmlWords.Of(card.Title, HtmlLimits.Title)}</h3>
          {Parts(card.Parts)}
          {Buttons(card, location)}
        </article>
        """);

    /// <summary>The parts in order, in a card or before the inputs of a form.</summary>
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
              {HtmlWords.Paragraphs(EmojiCodes.Drawn(quote.Words), HtmlLimits.Quote)}
            </blockquote>
            """),
        CardPart.Context context => HtmlFragment.Of($"""<p class="aside">{HtmlWords.Of(context.Words)}</p>"""),
        CardPart.Divider => HtmlFragment.Of($"<hr>"),
        CardPart.ChatLink chatLink => HtmlFragment.Of($"<p>{HtmlWords.Of(chatLink.Words)}</p>"),
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

    private static HtmlFragment Buttons(Card card, CardLocation location) => HtmlFragment.When(card.Buttons.Length > 0, $"""
        <div class="buttons">
          {card.Buttons.Take(HtmlLimits.Buttons).Select(button => Of(button, location))}
        </div>
        """);

    private static HtmlFragment Of(CardButton button, CardLocation location) => HtmlFragment.Of($"""
        <form method="post" action="{PlaygroundPaths.Press}">
          <input type="hidden" name="as" value="{location.Person}">
          <input type="hidden" name="key" value="{location.KeyOf(button)}">
          <input type="hidden" name="place" value="{location.Room}">
          <input type="hidden" name="message" value="{location.Message}">
          <input type="hidden" name="action" value="{button.Action}">
          <input type="hidden" name="value" value="{button.Value}">
          <button class="{ClassOf(button.Style)}">{HtmlWords.Run(button.Label, HtmlLimits.Label)}</button>
        </form>
        """);
}
