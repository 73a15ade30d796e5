using IntroBot.Chat;

namespace IntroBot.Playground;

/// <summary>Draws who the newcomer is, and the people they can become.</summary>
public static class PagePeople
{
    public static Html Of(PageState page) => Html.Of($"""
        <nav class="region people" id="people" aria-labelledby="people-title">
          <h2 id="people-title">You are {page.Who.FirstName}</h2>
          <p class="aside">{page.Who.About}</p>
          <ul>
            {page.People.Select(neighbour => Of(page, neighbour))}
          </ul>
        </nav>
        """);

    private static Html Of(PageState page, Neighbour neighbour)
    {
        var who = neighbour.Who;
        return Html.Of($"""
            <li>
              <a href="{PlaygroundPaths.PageOf(who.Id)}"{Html.When(who == page.Who, $" aria-current=\"page\"")}>
                {PageMessages.Avatar(who.Id)}
                <span class="who"><span class="name">{who.Name}</span> <span class="role">{who.Role}</span></span>
                <span class="when">{LocalTime(page, who)}{Html.When(neighbour.HasNews, $""" <span class="news">New</span>""")}</span>
              </a>
            </li>
            """);
    }

    private static Html LocalTime(PageState page, CastMember who)
    {
        var whole = PlainText.Of(page.Now, who.TimeZone);
        return Html.Of($"""<span class="local">{whole[(whole.LastIndexOf(' ') + 1)..]}</span>""");
    }
}
