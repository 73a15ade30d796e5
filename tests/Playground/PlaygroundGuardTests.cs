using System.Net;
using IntroBot.Playground;
using IntroBot.Playground.Page;
using Microsoft.AspNetCore.Http;

namespace IntroBot.Tests.Playground;

public sealed class PlaygroundGuardTests
{
    [Theory]
    [InlineData("127.0.0.1", "localhost:3978", true)]
    [InlineData("127.0.0.1", "127.0.0.1:3978", true)]
    [InlineData("::1", "[::1]:3978", true)]
    [InlineData("192.168.1.7", "localhost:3978", false)]
    [InlineData("127.0.0.1", "evil.example", false)]
    [InlineData("127.0.0.1", "localhost.evil.example", false)]
    [InlineData(null, "localhost", false)]
    public void Only_this_machine_by_its_own_name_is_let_in(string? from, string host, bool letIn) =>
        Assert.Equal(letIn, PlaygroundGuard.RefusalReason(Request("GET", from, host)) is null);

    [Fact]
    public void A_request_that_a_tunnel_brought_is_not_let_in() =>
        Assert.NotNull(PlaygroundGuard.RefusalReason(Request("GET", "127.0.0.1", "localhost", ("X-Forwarded-For", "203.0.113.9"))));

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("http://localhost:3978", null, true)]
    [InlineData("http://localhost:3978", "same-origin", true)]
    [InlineData(null, "same-origin", true)]
    [InlineData("http://localhost:9999", null, false)]
    [InlineData("http://localhost:3978", "cross-site", false)]
    [InlineData("null", "same-origin", false)]
    [InlineData(null, "none", false)]
    public void Only_the_playgrounds_own_page_can_post(string? origin, string? site, bool letIn)
    {
        var request = Request("POST", "127.0.0.1", "localhost:3978", ("Origin", origin), ("Sec-Fetch-Site", site));

        Assert.Equal(letIn, PlaygroundGuard.RefusalReason(request) is null);
    }

    [Fact]
    public async Task The_page_runs_nothing_but_its_own_script_and_is_never_framed()
    {
        await using var host = await PlaygroundHost.StartAsync();

        using var answer = await host.Client.GetAsync(new Uri("/", UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.DoesNotContain("style=\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assets_are_kept_by_the_browser_until_they_change()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var first = await host.Client.GetAsync(new Uri(PlaygroundAssets.Style, UriKind.Relative));

        using var request = new HttpRequestMessage(HttpMethod.Get, PlaygroundPaths.Assets + "/playground.css");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await host.Client.SendAsync(request);

        Assert.Equal("text/css", first.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", first.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Whoever_does_not_live_here_gets_a_sentence()
    {
        await using var host = await PlaygroundHost.StartAsync();

        foreach (var path in (string[])["/?as=nobody", "/playground/view?as=x", "/playground/events?as=x", "/playground/events"])
        {
            using var answer = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task An_open_page_hears_of_a_change()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var stream = new StreamReader(await host.Client.GetStreamAsync(new Uri("/playground/events?as=grace", UriKind.Relative)));
        Assert.Equal("retry: 1000", await stream.ReadLineAsync());

        host.Get<ChangeNotifier>().Notify();

        Assert.Equal("", await stream.ReadLineAsync());
        Assert.Equal("event: changed", await stream.ReadLineAsync());
    }

    private static HttpRequest Request(string method, string? from, string host, params (string Name, string? Value)[] headers)
    {
        var request = new DefaultHttpContext { Connection = { RemoteIpAddress = from is null ? null : IPAddress.Parse(from) } }.Request;
        request.Method = method;
        request.Scheme = "http";
        request.Host = new HostString(host);
        foreach (var (name, value) in headers.Where(header => header.Value is not null))
        {
            request.Headers[name] = value;
        }

        return request;
    }
}
