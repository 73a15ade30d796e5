using IntroBot.Teams.Inbound;
using IntroBot.Tests.Teams.Scenes;
using Microsoft.AspNetCore.Http;

namespace IntroBot.Tests.Teams.Inbound;

/// <summary>Whoever brings no genuine token does not make us read, let alone keep, what they send.</summary>
public sealed class TeamsUnauthenticatedRequestTests
{
    private static readonly byte[] Megabyte = new byte[1024 * 1024];

    [Fact]
    public async Task Nothing_is_read_of_a_body_whose_token_is_forged()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var claims = scene.Teams.Keys.Claims(scene.Acme.ServiceUrl);
        claims["aud"] = "another";
        foreach (var header in (string?[])[null, "Bearer x", $"Bearer {scene.Teams.Keys.Sign(claims)}"])
        {
            Assert.Equal((StatusCodes.Status401Unauthorized, 0), await SendAsync(scene, Megabyte, header));
        }
    }

    [Fact]
    public async Task A_body_that_says_it_is_too_long_is_not_read_for_any_token()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var token = scene.Teams.Keys.Sign(scene.Teams.Keys.Claims(scene.Acme.ServiceUrl));

        Assert.Equal((StatusCodes.Status413PayloadTooLarge, 0), await SendAsync(scene, Megabyte, $"Bearer {token}"));
    }

    [Fact]
    public async Task A_body_that_does_not_say_how_long_it_is_ends_where_it_is_too_long()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var token = scene.Teams.Keys.Sign(scene.Teams.Keys.Claims(scene.Acme.ServiceUrl));
        var padded = Encoding.UTF8.GetBytes($"{{\"type\":\"{new string('x', TeamsEndpoint.MaxBytes)}\"}}");
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, scene.Teams.App.Endpoint)
        {
            Content = new StreamContent(new MemoryStream(padded)),
        };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Authorization = new("Bearer", token);

        using var answer = await http.SendAsync(request);

        Assert.Equal(413, (int)answer.StatusCode);
        Assert.Empty(scene.Log.Errors);
    }

    private static async Task<(int Status, int Read)> SendAsync(TeamsScene scene, byte[] bytes, string? header)
    {
        await using var body = new CountingStream(bytes);
        var context = new DefaultHttpContext { Request = { Body = body, ContentType = "application/json", ContentLength = bytes.Length } };
        context.Request.Headers.Authorization = header;
        await scene.The<TeamsEndpoint>().HandleAsync(context);
        return (context.Response.StatusCode, body.BytesRead);
    }
}
