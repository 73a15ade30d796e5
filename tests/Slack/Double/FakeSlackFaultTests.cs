using System.Net;

namespace IntroBot.Tests.Slack.Double;

public sealed class FakeSlackFaultTests : FakeSlackTests
{
    [Fact]
    public async Task The_next_calls_are_told_to_wait()
    {
        Slack.Faults.RateLimit("users.info", TimeSpan.FromSeconds(30), times: 2);
        using var first = await SendAsync(Acme.Token, "users.info", ("user", Ava.Id));
        using var second = await SendAsync(Acme.Token, "users.info", ("user", Ava.Id));

        Assert.Equal(HttpStatusCode.TooManyRequests, first.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), second.Headers.RetryAfter!.Delta);
        await OkAsync("auth.test");
        await OkAsync("users.info", ("user", Ava.Id));
        Assert.Equal(3, Slack.CountOf("users.info"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_connection_breaks_after_or_before_the_act(bool acts)
    {
        Slack.Faults.Cut("chat.postMessage", acts: acts);

        await Assert.ThrowsAsync<HttpRequestException>(
            () => SendAsync(Acme.Token, "chat.postMessage", ("channel", General.Id), ("text", "hello")));
        Assert.Equal(acts ? 1 : 0, General.Messages.Count);
    }

    [Fact]
    public async Task An_answer_may_be_nothing_of_Slack()
    {
        Slack.Faults.AnswerHtml(FakeSlackFaults.Any);
        Slack.Faults.Fail(FakeSlackFaults.Any, 503);
        using var page = await SendAsync(Acme.Token, "auth.test");
        using var failure = await SendAsync(Acme.Token, "auth.test");

        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failure.StatusCode);
    }

    [Fact]
    public async Task An_internal_error_may_have_acted()
    {
        Slack.Faults.Refuse("chat.postMessage", "internal_error", acts: true);

        Assert.Equal("internal_error", await ErrorAsync("chat.postMessage", ("channel", General.Id), ("text", "hello")));
        Assert.Equal("hello", General.Last.Text);
    }

    [Fact]
    public async Task An_answer_waits_until_it_is_let_go_and_what_it_tells_of_is_done()
    {
        var held = Slack.Faults.HoldAnswer("chat.postMessage");
        var post = PostedAsync(General, "hello");
        await Slack.UntilAsync(() => General.Messages.Count == 1);
        await PostedAsync(General, "overtaken");
        Assert.False(post.IsCompleted);
        held.SetResult();
        await post;
    }

    [Fact]
    public async Task A_call_waits_until_it_is_let_go()
    {
        var held = Slack.Faults.Hold("chat.postMessage");
        var post = PostedAsync(General, "hello");
        await Slack.UntilAsync(() => Slack.CountOf("chat.postMessage") == 1);
        await PostedAsync(General, "overtaken");
        Assert.False(post.IsCompleted);
        held.SetResult();
        await post;

        Assert.Equal(["overtaken", "hello"], General.Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task A_test_waits_for_what_the_app_does_later()
    {
        var waiting = Slack.UntilAsync(() => General.Messages.Count == 2);
        await PostedAsync(General, "one");
        Assert.False(waiting.IsCompleted);
        await PostedAsync(General, "two");

        await waiting;
    }
}
