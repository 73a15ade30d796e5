using System.Net;

namespace IntroBot.Tests.Slack.Install;

/// <summary>A browser that keeps cookies and follows nothing by itself.</summary>
internal sealed class InstallBrowser(Uri home) : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient wire = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>The cookies it would send; a test may put back what the bot took away.</summary>
    public string Cookies
    {
        get => cookies.GetCookieHeader(new Uri(home, "/slack/"));
        set => cookies.SetCookies(new Uri(home, "/slack/"), $"{value}; path=/slack");
    }

    public Task<InstallVisit> GetAsync(Uri address, string? host = null) => SendAsync(HttpMethod.Get, address, host);

    public async Task<InstallVisit> SendAsync(HttpMethod method, Uri address, string? host = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (host is not null) request.Headers.Host = host;
        if (Cookies is { Length: > 0 } kept) request.Headers.Add("Cookie", kept);
        using var answer = await wire.SendAsync(request);
        var given = answer.Headers.TryGetValues("Set-Cookie", out var values) ? string.Join('\n', values) : "";
        if (given.Length > 0 && host is null) cookies.SetCookies(address, given);
        return new InstallVisit(
            answer.StatusCode,
            answer.Headers.Location is { } location ? new Uri(address, location) : null,
            given,
            await answer.Content.ReadAsStringAsync(),
            answer.Headers.Concat(answer.Content.Headers)
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Opens a page of somebody else.</summary>
    public async Task LookAtAsync(Uri address) => (await wire.GetAsync(address)).EnsureSuccessStatusCode();

    public void Dispose() => wire.Dispose();
}

/// <summary>What a browser got.</summary>
internal sealed record InstallVisit(
    HttpStatusCode Status, Uri? Location, string SetCookie, string Page, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Whether it is sent back to where an installation begins.</summary>
    public bool BeginsAgain => Status == HttpStatusCode.Redirect && Location?.AbsolutePath == "/slack/install";

    public override string ToString() => $"{Status} {Location} {Page}";
}
