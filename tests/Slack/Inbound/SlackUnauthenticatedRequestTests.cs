using IntroBot.Slack.Inbound;
using IntroBot.Tests.Slack.Scenes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace IntroBot.Tests.Slack.Inbound;

/// <summary>Whoever cannot be Slack by the look of the headers does not make us read, let alone keep, what they send.</summary>
public sealed class SlackUnauthenticatedRequestTests
{
    private const long Now = 1_531_420_618;

    private static readonly byte[] Megabyte = new byte[1024 * 1024];

    private static readonly string Signature = $"v0={new string('a', 64)}";

    /// <summary>A timestamp and a signature, as they stand in the headers.</summary>
    public static TheoryData<string?, string?> Impossible => new()
    {
        { null, null },
        { $"{Now}", null },
        { null, Signature },
        { $"{Now - 301}", Signature },
        { $"{Now + 301}", Signature },
        { "now", Signature },
        { $"-{Now}", Signature },
        { $"{Now}", "" },
        { $"{Now}", Signature[3..] },
        { $"{Now}", Signature[..^1] },
        { $"{Now}", $"{Signature}a" },
        { $"{Now}", $"v1={Signature[3..]}" },
        { $"{Now}", Signature.ToUpperInvariant() },
        { $"{Now}", $"v0={Signature[3..].ToUpperInvariant()}" },
        { $"{Now}", $"{Signature[..^1]}g" },
        { $"{Now}", $"{Signature[..^1]}ª" },
    };

    [Theory, MemberData(nameof(Impossible))]
    public void Such_headers_are_genuine_with_no_body(string? timestamp, string? signature) =>
        Assert.NotNull(SlackSignature.CheckHeaders(timestamp, signature, DateTimeOffset.FromUnixTimeSeconds(Now)));

    [Theory, InlineData(-300), InlineData(0), InlineData(300)]
    public void Headers_as_Slack_writes_them_may_be_genuine(int off) =>
        Assert.Null(SlackSignature.CheckHeaders($"{Now + off}", Signature, DateTimeOffset.FromUnixTimeSeconds(Now)));

    [Theory]
    [InlineData(false, false, false), InlineData(false, true, false), InlineData(true, false, false), InlineData(true, true, false)]
    [InlineData(false, false, true), InlineData(false, true, true), InlineData(true, false, true), InlineData(true, true, true)]
    public async Task Of_a_megabyte_that_cannot_be_genuine_next_to_nothing_is_read(bool isStamped, bool isStale, bool saysItsLength)
    {
        await using var scene = await SlackScene.OpenAsync();
        var at = scene.Clock.GetUtcNow().ToUnixTimeSeconds() - (isStale ? 301 : 0);
        var (status, read) = await SendAsync(
            scene, Megabyte, isStamped ? $"{at}" : default, isStamped && !isStale ? $"{Signature}0" : Signature, saysItsLength);

        Assert.Equal(StatusCodes.Status401Unauthorized, status);
        Assert.InRange(read, 0, saysItsLength ? 0 : SlackEndpoint.MaxCheck);
    }

    [Fact]
    public async Task Two_headers_where_there_is_one_are_as_good_as_none()
    {
        await using var scene = await SlackScene.OpenAsync();
        var stamp = scene.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var twice = await SendAsync(scene, Megabyte, stamp, new StringValues([Signature, Signature]));
        var stampedTwice = await SendAsync(scene, Megabyte, new StringValues([stamp, stamp]), Signature);

        Assert.All(
            [twice, stampedTwice],
            answer => Assert.Equal((StatusCodes.Status401Unauthorized, true), (answer.Status, answer.Read <= SlackEndpoint.MaxCheck)));
    }

    [Fact]
    public async Task The_check_of_the_certificate_needs_no_length()
    {
        await using var scene = await SlackScene.OpenAsync();
        var check = Encoding.ASCII.GetBytes("ssl_check=1&token=verification");
        var padded = Encoding.ASCII.GetBytes($"ssl_check=1&token={new string('x', SlackEndpoint.MaxCheck)}");

        Assert.Equal((StatusCodes.Status200OK, check.Length), await SendAsync(scene, check, default, default));
        Assert.Equal((StatusCodes.Status401Unauthorized, SlackEndpoint.MaxCheck), await SendAsync(scene, padded, default, default));
    }

    private static async Task<(int Status, int Read)> SendAsync(
        SlackScene scene, byte[] bytes, StringValues timestamp, StringValues signature, bool saysItsLength = false)
    {
        await using var body = new CountingStream(bytes);
        var context = new DefaultHttpContext();
        context.Request.Body = body;
        context.Request.ContentType = "application/x-www-form-urlencoded";
        context.Request.ContentLength = saysItsLength ? bytes.Length : null;
        context.Request.Headers[SlackSignature.TimestampHeader] = timestamp;
        context.Request.Headers[SlackSignature.SignatureHeader] = signature;
        await scene.The<SlackEndpoint>().HandleAsync(context);
        return (context.Response.StatusCode, body.BytesRead);
    }
}
