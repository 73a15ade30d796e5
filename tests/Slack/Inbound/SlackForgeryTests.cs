using System.Net.Sockets;
using IntroBot.Slack.Inbound;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Double.Deliveries;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack.Inbound;

/// <summary>Only what Slack signed, lately and exactly so, is ever read.</summary>
public sealed class SlackForgeryTests : IAsyncLifetime
{
    /// <summary>Neither JSON nor a form: whoever parses it fails with something other than 401.</summary>
    private const string Garbage = "{\"type\":\"event_callback\",\"event\":{{{%%%\0payload=%7B";

    private SlackScene? scene;
    private string before = "";

    private SlackScene Scene => scene!;

    private string Secret => Scene.Slack.App.SigningSecret;

    public static TheoryData<int> Off => [-301, 301, -86_400, 86_400, 2_000_000_000];

    public async ValueTask InitializeAsync()
    {
        scene = await SlackScene.OpenAsync();
        await Scene.GivesAsync(Scene.Grace, "supply chain", "sourcing");
        before = await Scene.SnapshotAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Scene.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_forged_signature_is_refused_unread()
    {
        var (good, stamp) = (Signature(Garbage), Stamp(0));
        string[] forged =
        [
            FakeSlackSignature.Of("another secret", stamp, Encoding.UTF8.GetBytes(Garbage)),
            FakeSlackSignature.Of(" ", stamp, Encoding.UTF8.GetBytes(Garbage)), Signature($"{Garbage} "),
            good.Replace("v0=", "v1=", StringComparison.Ordinal), good.Replace("v0=", "V0=", StringComparison.Ordinal),
            good[3..], $"v0={good[3..].ToUpperInvariant()}", good[..^1], $"{good}0", $"{good},{good}",
            "v0=", "v0", "=", new string('a', 67),
        ];
        foreach (var signature in forged.Append(null))
        {
            Assert.Equal(
                401, await SendAsync(Garbage, (FakeSlackSignature.TimestampHeader, stamp), (FakeSlackSignature.Header, signature)));
        }

        await AssertNothingHappenedAsync();
        AssertLogged(SignatureFailure.SignatureMissing);
        AssertLogged(SignatureFailure.SignatureMalformed);
    }

    [Theory, MemberData(nameof(Off))]
    public async Task A_request_of_another_time_is_refused_unread(int seconds)
    {
        Assert.Equal(401, await SendAsync(Garbage, Signed(Garbage, Stamp(seconds))));
        await AssertNothingHappenedAsync();
        AssertLogged(SignatureFailure.TimestampExpired);
    }

    [Theory, InlineData(-300), InlineData(300), InlineData(0)]
    public async Task A_request_of_five_minutes_before_or_after_is_read(int seconds) =>
        Assert.Equal(400, await SendAsync(Garbage, Signed(Garbage, Stamp(seconds))));

    [Fact]
    public async Task A_timestamp_that_is_no_number_is_refused_unread()
    {
        foreach (var stamp in (string?[])[
            "", "now", "-1", "+1795428000", "1e9", "0x6A", "99999999999999999999", $"{Stamp(0)}.0", $"{long.MaxValue}", null,
        ])
        {
            var signature = FakeSlackSignature.Of(Secret, stamp ?? "", Encoding.UTF8.GetBytes(Garbage));
            Assert.Equal(
                401, await SendAsync(Garbage, (FakeSlackSignature.TimestampHeader, stamp), (FakeSlackSignature.Header, signature)));
        }

        await AssertNothingHappenedAsync();
    }

    [Theory, InlineData("X-Slack-Signature"), InlineData("X-Slack-Request-Timestamp")]
    public async Task Two_headers_where_there_is_one_are_refused(string name)
    {
        var twice = Signed(Garbage, Stamp(0)) is var both && both.First(header => header.Name == name) is var header
            ? both.Append(header)
            : both;
        var lines = string.Concat(twice.Select(each => $"{each.Name}: {each.Value}\r\n"));
        using var client = new TcpClient();
        await client.ConnectAsync(Scene.Address.Host, Scene.Address.Port);
        await using var wire = client.GetStream();
        await wire.WriteAsync(Encoding.UTF8.GetBytes(
            $"POST /slack/events HTTP/1.1\r\nHost: {Scene.Address.Authority}\r\nConnection: close\r\n"
                + $"Content-Type: application/json\r\n{lines}Content-Length: {Encoding.UTF8.GetByteCount(Garbage)}\r\n\r\n{Garbage}"));
        Assert.StartsWith("HTTP/1.1 401", await new StreamReader(wire).ReadToEndAsync(), StringComparison.Ordinal);
        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task Words_changed_under_a_genuine_signature_are_refused()
    {
        var said = await Scene.AfterAsync(Scene.Ava.SaysAsync("help"));
        before = await Scene.SnapshotAsync();
        Assert.Equal(401, (await said.TamperedAsync(body => body.Replace("help", "pause", StringComparison.Ordinal))).Status);
        Assert.Equal(401, (await said.TamperedAsync(body => $"{body} ")).Status);
        Assert.Equal(401, (await said.SignedWithAsync("another secret")).Status);
        Assert.Equal(401, (await said.StampedAsync(TimeSpan.FromSeconds(-301))).Status);
        Assert.Equal(401, (await said.WithHeadersAsync((FakeSlackSignature.TimestampHeader, Stamp(1)))).Status);
        await AssertNothingHappenedAsync();
        AssertLogged(SignatureFailure.SignatureMismatch);
    }

    [Theory, InlineData("text/plain"), InlineData("multipart/form-data; boundary=x"),
        InlineData("application/xml"), InlineData("application/x-www-form-urlencoded; charset=utf-7")]
    public async Task Another_kind_of_content_is_refused_unread_when_forged_and_understood_by_nobody_when_signed(string kind)
    {
        Assert.Equal(
            401, await SendAsync(Garbage, kind, (FakeSlackSignature.TimestampHeader, Stamp(0)), (FakeSlackSignature.Header, "v0=0")));
        Assert.Equal(400, await SendAsync(Garbage, kind, Signed(Garbage, Stamp(0))));
        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task An_event_under_the_name_of_another_kind_of_content_is_no_event()
    {
        var said = await Scene.AfterAsync(Scene.Ava.SaysAsync("help"));
        before = await Scene.SnapshotAsync();
        var renamed = said.Dispatch with
        {
            ContentType = "text/plain",
            Body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(said.Dispatch.Body).Replace("Ev0", "Ev1", StringComparison.Ordinal)),
        };
        Assert.Equal(400, (await Scene.Slack.Post.SendAsync(renamed, signs: true)).Status);
        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task A_body_beyond_measure_is_not_read_to_its_end()
    {
        var large = new string('x', SlackEndpoint.MaxBytes + 1);
        Assert.Equal(413, await SendAsync(large, Signed(large, Stamp(0))));
        Assert.Equal(401, await SendAsync(large));
        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task The_check_of_the_certificate_is_answered_and_whatever_hides_in_it_is_not()
    {
        var press = await Scene.AfterAsync(Scene.Ava.TypesAsync("/intro", "help"));
        before = await Scene.SnapshotAsync();
        var plain = await Scene.Slack.ChecksSslAsync();
        var smuggled = await Scene.Slack.ChecksSslAsync(
            ("payload", $$"""{"type":"shortcut","team":{"id":"{{Scene.Acme.Id}}"},"user":{"id":"{{Scene.Ava.Id}}"},"trigger_id":"1.2"}"""));
        var command = await Scene.Slack.ChecksSslAsync(
            [.. press.Payload.Where(field => field.Key is "team_id" or "user_id" or "command" or "text")
                .Select(field => (field.Key, $"{field.Value}")), ("trigger_id", "1.3")]);

        Assert.All([plain, smuggled, command], answer => Assert.Equal((200, ""), (answer.Status, answer.Body)));
        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task The_address_is_proved_to_Slack_and_to_nobody_else()
    {
        var proved = await Scene.Slack.VerifiesUrlAsync();
        Assert.Equal(200, proved.Status);
        Assert.Equal(
            (401, ""),
            await proved.WithHeadersAsync((FakeSlackSignature.Header, "")) is var unsigned ? (unsigned.Status, unsigned.Body) : default);
        Assert.Equal(401, (await proved.SignedWithAsync("another secret")).Status);
        await AssertNothingHappenedAsync();
    }

    private static (string Name, string? Value)[] SignedBy(string secret, string body, string stamp) =>
        [
            (FakeSlackSignature.TimestampHeader, stamp),
            (FakeSlackSignature.Header, FakeSlackSignature.Of(secret, stamp, Encoding.UTF8.GetBytes(body))),
        ];

    private (string Name, string? Value)[] Signed(string body, string stamp) => SignedBy(Secret, body, stamp);

    private void AssertLogged(SignatureFailure failure) => Assert.Single(
        Scene.Log.Lines, line => line.Text.Contains($"Request refused: {failure} ", StringComparison.Ordinal));

    private string Signature(string body) => FakeSlackSignature.Of(Secret, Stamp(0), Encoding.UTF8.GetBytes(body));

    private string Stamp(int off) => (Scene.Clock.GetUtcNow().ToUnixTimeSeconds() + off).ToString(CultureInfo.InvariantCulture);

    private Task<int> SendAsync(string body, params (string Name, string? Value)[] headers) => SendAsync(body, "application/json", headers);

    private async Task<int> SendAsync(string body, string kind, params (string Name, string? Value)[] headers)
    {
        var kept = headers.Where(header => header.Value is not null).ToImmutableDictionary(header => header.Name, header => header.Value!);
        var dispatch = new FakeSlackDispatch(FakeSlackDispatchKind.Event, [], Encoding.UTF8.GetBytes(body), kind, kept);
        return (await Scene.Slack.Post.SendAsync(dispatch, signs: false)).Status;
    }

    private async Task AssertNothingHappenedAsync()
    {
        Assert.Equal(before, await Scene.SnapshotAsync());
        Assert.Empty(Scene.Log.Errors);
    }
}
