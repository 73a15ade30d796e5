using IntroBot.Playground.Community;
using IntroBot.Playground.Html;

namespace IntroBot.Playground.Page;

/// <summary>Handles the requests for the page, and for the view that replaces its regions.</summary>
public sealed class PlaygroundPage(PageReader reader)
{
    public Task PageAsync(HttpContext context) => ShowAsync(context, PageShell.Of);

    public Task ViewAsync(HttpContext context) => ShowAsync(context, PageRegions.Of);

    private async Task ShowAsync(HttpContext context, Func<PageState, HtmlFragment> draw)
    {
        var asked = context.Request.Query["as"].ToString();
        var who = asked.Length == 0 ? PlaygroundCast.Members[0] : PlaygroundCast.Find(asked);
        if (who is null)
        {
            await ErrorPages.WriteAsync(
                context, StatusCodes.Status400BadRequest, "Nobody of that name lives here. Please choose a person on the page.");
            return;
        }

        var (place, form) = (context.Request.Query["place"].ToString(), context.Request.Query["form"].ToString());
        var state = await reader.ReadAsync(who, place, form, context.RequestAborted);
        await ErrorPages.WriteHtmlAsync(context, draw(state));
    }
}
