using System.Net;
using IntroBot.Playground.Html;
using IntroBot.Playground.Page;

namespace IntroBot.Tests.Playground;

public sealed class PlaygroundPostsTests
{
    [Theory]
    [InlineData(PlaygroundPaths.Type, "as=nobody&key=12345678&text=x", "do not know who you are")]
    [InlineData(PlaygroundPaths.Type, "key=12345678&text=x", "do not know who you are")]
    [InlineData(PlaygroundPaths.Type, "as=ava&text=x", "Please load it again")]
    [InlineData(PlaygroundPaths.Type, "as=ava&key=short&text=x", "Please load it again")]
    [InlineData(PlaygroundPaths.Type, "as=ava&key=../../etc/passwd&text=x", "Please load it again")]
    [InlineData(PlaygroundPaths.Type, "as=ava&key=12345678", "Something was missing")]
    [InlineData(PlaygroundPaths.Type, "as=ava&key=12345678&text=x&text=y", "Something was missing")]
    [InlineData(PlaygroundPaths.Type, "as=ava&key=12345678&text=x&admin=1", "did not belong there")]
    [InlineData(PlaygroundPaths.Type, "as=ava&key=12345678&text=%20%0A%07", "Type a few words")]
    [InlineData(PlaygroundPaths.Type, "as=ava&key=12345678&text=%00", "only understand")]
    [InlineData(PlaygroundPaths.Press, "as=ava&key=12345678&place=home&message=m&action=&value=", "not one of mine")]
    [InlineData(PlaygroundPaths.Submit, "as=ava&key=12345678&form=ask&state=", "not open any more")]
    [InlineData(PlaygroundPaths.Say, "as=ava&key=12345678&place=meeting.grace.wei&text=x", "not in that conversation")]
    [InlineData(PlaygroundPaths.Say, "as=ava&key=12345678&place=chat.grace&text=x", "not in that conversation")]
    [InlineData(PlaygroundPaths.Clock, "as=ava&key=12345678&way=-1d", "1 hour, 1 day")]
    [InlineData(PlaygroundPaths.Reset, "", "do not know who you are")]
    public async Task What_does_not_belong_gets_a_sentence_and_does_nothing(string path, string body, string sentence)
    {
        await using var host = await PlaygroundHost.StartAsync();

        var (status, page) = await PostAsync(host, path, body, "application/x-www-form-urlencoded");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Empty(host.Story.Heard);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Only_a_forms_own_content_is_read(string type)
    {
        await using var host = await PlaygroundHost.StartAsync();

        var (status, _) = await PostAsync(host, PlaygroundPaths.Type, "as=ava&key=12345678&text=x", type);

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_64_kilobytes_is_not_read(bool lengthTold)
    {
        await using var host = await PlaygroundHost.StartAsync();

        var (status, page) = await PostAsync(
            host, PlaygroundPaths.Type, "as=ava&key=12345678&text=" + new string('x', HtmlLimits.Body),
            "application/x-www-form-urlencoded", lengthTold);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("more than I can read", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_foreign_or_endless_answers_is_not_taken()
    {
        await using var host = await PlaygroundHost.StartAsync();
        await host.PageAfterAsync(PlaygroundPaths.Type, ("text", "/intro"));

        using var foreign = await host.PostAsync(PlaygroundPaths.Submit, ("form", "ask"), ("state", ""), ("answer.karma", "1000"));
        using var endless = await host.PostAsync(
            PlaygroundPaths.Submit, ("form", "ask"), ("state", ""), ("answer.why", new string('x', HtmlLimits.Answers + 1)));

        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, endless.StatusCode);
    }

    [Fact]
    public async Task An_error_of_the_program_is_a_sentence_and_never_a_stack_trace()
    {
        await using var host = await PlaygroundHost.StartAsync();
        host.Story.Breaks = true;

        using var answer = await host.PostAsync(PlaygroundPaths.Type, ("text", "boom"));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
        Assert.Contains("Something went wrong on my side", page, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Page)> PostAsync(
        PlaygroundHost host, string path, string body, string type, bool lengthTold = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.TransferEncodingChunked = !lengthTold;
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await host.Client.SendAsync(request);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
