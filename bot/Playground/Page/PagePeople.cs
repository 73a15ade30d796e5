using IntroBot.Playground.Community;
using IntroBot.Playground.Html;

namespace IntroBot.Playground.Page;

/// <summary>Renders the current person, and the people one can switch to.</summary>
public static class PagePeople
{
    public static HtmlFragment Of(PageState page) => HtmlFragment.Of($"""
        <nav class="region people" id="people" aria-labelledby="people-title">
          <h2 id="people-title">You are {page.Who.FirstName}</h2>
          <p class="aside">{page.Who.About}</p>
          <ul>
            {page.People.Select(neighbour => Of(page, neighbour))}
          </ul>
        </nav>
        """);

    private static HtmlFragment Of(PageState page, Neighbour neighbour)
    {
        var who = neighbour.Who;
        return HtmlFragment.Of($"""
            <li>
              <a href="{PlaygroundPaths.PageOf(who.Id)}"{HtmlFragment.When(who == page.Who, $" aria-current=\"page\"")}>
                {PageMessages.Avatar(who.Id)}
                <span class="who"><span class="name">{who.Name}</span> <span class="role">{who.Role}</span></span>
                <span class="when">{LocalTime(page, who)}{HtmlFragment.When(
                    neighbour.HasNews, $""" <span class="news">New</span>""")}</span>
              </a>
            </li>
            """);
    }

    private static HtmlFragment LocalTime(PageState page, CastMember who)
    {
        var whole = PlainText.Of(page.Now, who.TimeZone);
        return HtmlFragment.Of($"""<span class="local">{whole[(whole.LastIndexOf(' ') + 1)..]}</span>""");
    }
}
