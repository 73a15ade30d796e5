using IntroBot.Playground.Community;
using IntroBot.Playground.Html;
using IntroBot.Playground.Page;

namespace IntroBot.Playground;

/// <summary>Handles the posts of the page: each is validated, passed to the adapter, and answered with a redirect to the page.</summary>
public sealed class PlaygroundPosts(
    PlaygroundCommunity community, PlaygroundAdapter adapter, OpenForms forms, Conversations conversations, ClockAdvance clockAdvance)
{
    private static readonly Dictionary<string, TimeSpan> Ways = PageClock.Ways.ToDictionary(way => way.Value, way => way.Length);

    public Task TypeAsync(HttpContext context) => HandleAsync(context, async token =>
    {
        var post = await Post.ReadAsync(context, community, answers: false, "text");
        return PlaygroundPaths.PageOf(post.From.Ref.Id, await adapter.TypeAsync(post.From, post.Key, Line(post), token));
    });

    public Task PressAsync(HttpContext context) => HandleAsync(context, async token =>
    {
        var post = await Post.ReadAsync(context, community, answers: false, "place", "message", "action", "value");
        // The value of the button is the bot's own and is returned unchanged.
        var button = new CardButton(post.Fields["action"].ToString(), post.Fields["value"].ToString(), "");
        if (button.Action.Length is 0 or > 100
            || button.Value.Length > HtmlLimits.Carried
            || post["place"].Length > 200
            || post["message"].Length > 200)
        {
            throw new PostRefusedException("That button is not one of mine. Please load the page again.");
        }

        var form = await adapter.PressAsync(post.From, post.Key, button, post["place"], post["message"], token);
        return PlaygroundPaths.PageOf(post.From.Ref.Id, form);
    });

    public Task SubmitAsync(HttpContext context) => HandleAsync(context, async token =>
    {
        var post = await Post.ReadAsync(context, community, answers: true, "form", "state");
        if (await forms.FindAsync(post.From.Ref, post["form"], token) is not { } open)
        {
            throw new PostRefusedException("That form is not open any more. What became of it stands in your chat.");
        }

        var typed = post.Answers;
        if (typed.Keys.Any(id => open.Form.Inputs.All(input => input.Id != id)))
        {
            throw new PostRefusedException("The form has changed since you opened it. Please open it again.");
        }

        var state = post.Fields["state"].ToString();
        if (state.Length > HtmlLimits.Carried || typed.Values.Sum(values => values.Sum(value => value.Length)) > HtmlLimits.Answers)
        {
            throw new PostRefusedException(
                $"Those are more words than a form can hold, at most {HtmlLimits.Answers} characters. "
                    + "Nothing you typed is lost: go back to it and shorten it.");
        }

        return PlaygroundPaths.PageOf(post.From.Ref.Id, await adapter.SubmitAsync(post.From, post.Key, open, state, typed, token));
    });

    public Task SayAsync(HttpContext context) => HandleAsync(context, async token =>
    {
        var post = await Post.ReadAsync(context, community, answers: false, "place", "text");
        var meetings = await conversations.MeetingsOfAsync(post.From.Ref, token);
        if (meetings.FirstOrDefault(meeting => meeting.Name == post["place"]) is not { } room)
        {
            throw new PostRefusedException("You are not in that conversation.");
        }

        await conversations.PostAsync(room, ChatMessage.Said($"say~{post.From.Ref.Id}~{post.Key}", post.From.Ref.Id, Line(post)), token);
        return PlaygroundPaths.TalkOf(post.From.Ref.Id, room);
    });

    public Task MoveClockAsync(HttpContext context) => HandleAsync(context, async token =>
    {
        var post = await Post.ReadAsync(context, community, answers: false, "way");
        if (!Ways.TryGetValue(post["way"], out var way))
        {
            throw new PostRefusedException("The clock moves by 1 hour, 1 day, 3 days or 1 week.");
        }

        await clockAdvance.MoveAsync(way, token);
        return ChatRoom.SeenBy(post.From.Ref, context.Request.Query["place"].ToString()) is { IsMeeting: true } room
            ? PlaygroundPaths.TalkOf(post.From.Ref.Id, room)
            : PlaygroundPaths.PageOf(post.From.Ref.Id);
    });

    public Task ResetAsync(HttpContext context) => HandleAsync(context, async token =>
    {
        var post = await Post.ReadAsync(context, community, answers: false);
        await community.ResetAsync(token);
        return PlaygroundPaths.PageOf(post.From.Ref.Id);
    });

    /// <summary>Post, redirect, get: reloading the page that follows submits nothing again.</summary>
    private static async Task HandleAsync(HttpContext context, Func<CancellationToken, Task<string>> handle)
    {
        try
        {
            // Not cancelled when the person leaves the page.
            context.Response.Headers.Location = await handle(CancellationToken.None);
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
        }
        catch (PostRefusedException refused)
        {
            await ErrorPages.WriteAsync(context, StatusCodes.Status400BadRequest, refused.Message);
        }
    }

    private static string Line(Post post) => post["text"].Trim() switch
    {
        "" => throw new PostRefusedException("Type a few words first."),
        { Length: > HtmlLimits.TypedLine } =>
            throw new PostRefusedException($"That is a long message: at most {HtmlLimits.TypedLine} characters, please."),
        var line => line,
    };
}
