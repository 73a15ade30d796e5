using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace IntroBot.Tests.Fleet;

/// <summary>A request as it came, which can be passed on as often as is wanted.</summary>
internal sealed record BufferedRequest(
    string Method, string Target, IReadOnlyList<KeyValuePair<string, StringValues>> Headers, byte[] Body)
{
    /// <summary>What belongs to one connection alone.</summary>
    private static readonly string[] Hops = ["Connection", "Host", "Transfer-Encoding"];

    public static async Task<BufferedRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = context.Request.Headers.Where(header => !Hops.Contains(header.Key));
        return new BufferedRequest(context.Request.Method, target, [.. headers], body.ToArray());
    }

    public async Task<BufferedResponse> PassOnAsync(HttpClient wire, Uri address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(address, Target));
        if (Body.Length > 0) request.Content = new ByteArrayContent(Body);
        foreach (var (name, value) in Headers)
        {
            if (request.Headers.TryAddWithoutValidation(name, [.. value])) continue;
            request.Content?.Headers.TryAddWithoutValidation(name, [.. value]);
        }

        using var answer = await wire.SendAsync(request);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => !Hops.Contains(header.Key));
        return new BufferedResponse((int)answer.StatusCode, [.. headers], await answer.Content.ReadAsByteArrayAsync());
    }
}

/// <summary>What came back.</summary>
internal sealed record BufferedResponse(int Status, IReadOnlyList<KeyValuePair<string, IEnumerable<string>>> Headers, byte[] Body)
{
    public async Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        foreach (var (name, values) in Headers) response.Headers[name] = values.ToArray();
        if (Body.Length > 0) await response.Body.WriteAsync(Body);
    }
}
