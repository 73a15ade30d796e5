using IntroBot.Playground.Html;

namespace IntroBot.Playground.Page;

/// <summary>Renders the community's clock: the time, buttons to move it forward, and the reset.</summary>
public static class PageClock
{
    public static ImmutableArray<ClockWay> Ways { get; } =
    [
        new("1h", "1 hour", TimeSpan.FromHours(1)),
        new("1d", "1 day", TimeSpan.FromDays(1)),
        new("3d", "3 days", TimeSpan.FromDays(3)),
        new("1w", "1 week", TimeSpan.FromDays(7)),
    ];

    public static HtmlFragment Of(PageState page) => HtmlFragment.Of($"""
        <section class="clock" id="clock" aria-labelledby="clock-title">
          <h2 id="clock-title" class="unseen">Clock</h2>
          <p class="now">
            <span class="caption">It is</span> {HtmlWords.Time(page.Now, page.Who.TimeZone)}
            <span class="caption">for {page.Who.FirstName}</span>
          </p>
          <form method="post" action="{PlaygroundPaths.ClockOf(page.Shown)}" class="ways">
            <input type="hidden" name="as" value="{page.Who.Id}">
            <input type="hidden" name="key" value="{page.Key}-clock">
            <fieldset>
              <legend>Move forward</legend>
              {Ways.Select(way => HtmlFragment.Of($"""<button name="way" value="{way.Value}" class="plain">{way.Label}</button>"""))}
            </fieldset>
          </form>
          <details class="reset">
            <summary>Start over</summary>
            <form method="post" action="{PlaygroundPaths.Reset}">
              <input type="hidden" name="as" value="{page.Who.Id}">
              <input type="hidden" name="key" value="{page.Key}-reset">
              <p>All chats are put away, everybody starts afresh, and the clock begins again: now, or on a Monday or Tuesday morning.</p>
              <button class="danger">Yes, start over</button>
            </form>
          </details>
        </section>
        """);
}

/// <summary>One step by which the clock can be moved.</summary>
public sealed record ClockWay(string Value, string Label, TimeSpan Length);
