using System.Net;
using Microsoft.Playwright;

namespace IntroBot.Tests.EndToEnd;

/// <summary>Somebody who sends the page's posts by hand, with whatever they like in them.</summary>
internal sealed class RawPlaygroundClient(Uri address) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
    private int posts;

    /// <summary>Posts as a person and reads the page that follows.</summary>
    public async Task<Answer> PostAsync(string path, string person, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(path, person, fields);
        return answer.StatusCode == HttpStatusCode.SeeOther
            ? new Answer(answer.StatusCode, await PageAsync(answer.Headers.Location!.ToString()))
            : new Answer(answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>Posts as a person, with a fresh key unless one is given, and does not look at what follows.</summary>
    public async Task<HttpResponseMessage> SendAsync(string path, string person, params (string Name, string Value)[] fields)
    {
        var key = ("key", string.Create(CultureInfo.InvariantCulture, $"by-hand-{Interlocked.Increment(ref posts):D6}"));
        (string Name, string Value)[] whole = [("as", person), .. fields.Any(field => field.Name == "key") ? [] : new[] { key }, .. fields];
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(whole.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add("Origin", address.GetLeftPart(UriPartial.Authority));
        return await client.SendAsync(request);
    }

    public async Task<string> PageAsync(string path) => WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(path, UriKind.Relative)));

    /// <summary>The fields that pressing a button would post, but for who presses and the key.</summary>
    public static async Task<(string Name, string Value)[]> FieldsOfAsync(ILocator button)
    {
        var fields = await button.EvaluateAsync<Dictionary<string, string>>("button => Object.fromEntries(new FormData(button.form))");
        return [.. fields.Where(field => field.Key is not ("as" or "key")).Select(field => (field.Key, field.Value))];
    }

    public void Dispose() => client.Dispose();

    /// <summary>The status of the post, and the words of the page that followed.</summary>
    internal sealed record Answer(HttpStatusCode Status, string Page);
}
