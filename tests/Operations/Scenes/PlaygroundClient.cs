using System.Net;
using System.Text.RegularExpressions;

namespace IntroBot.Tests.Operations.Scenes;

/// <summary>
/// A person at the playground's page: reads it, presses its buttons and fills in its forms, all by what the page itself offers.
/// </summary>
internal sealed partial class PlaygroundClient : IDisposable
{
    private readonly HttpClient client;
    private readonly string name;
    private string form = "";
    private string talk = "";

    public PlaygroundClient(Uri address, string name)
    {
        this.name = name;
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(60),
        };
        client.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
    }

    public async Task<string> PageAsync() => await client.GetStringAsync(new Uri($"/?as={name}&form={form}{talk}", UriKind.Relative));

    /// <summary>Turns to the shared conversation this person is in, or back to the chat with the bot.</summary>
    public async Task TurnToMeetingAsync()
    {
        talk = "";
        talk = $"&place={Meeting().Match(await PageAsync()).Groups[1].Value}";
    }

    public void TurnToBot() => talk = "";

    /// <summary>How often some words stand in the messages and forms of this person.</summary>
    public async Task<int> CountAsync(string words)
    {
        var main = MainPart().Match(await PageAsync()).Value;
        return Regex.Count(WebUtility.HtmlDecode(main), Regex.Escape(words));
    }

    /// <summary>How often some words stand in the givers' channel.</summary>
    public async Task<int> CountInChannelAsync(string words) =>
        Regex.Count(WebUtility.HtmlDecode(ChannelPart().Match(await PageAsync()).Value), Regex.Escape(words));

    public async Task TypeAsync(string text) => await PostAsync(await FormAsync("/playground/type", _ => true), ("text", text));

    public async Task PressAsync(string label) => await PostAsync(await FormAsync("/playground/press", html => LabelOf(html) == label));

    public async Task SubmitAsync(params (string Field, string Value)[] answers) => await PostAsync(
        await FormAsync("/playground/submit", _ => true), [.. answers.Select(answer => ($"answer.{answer.Field}", answer.Value))]);

    /// <summary>What stands in a text box of the open form.</summary>
    public async Task<string> BoxAsync(string field)
    {
        var box = Regex.Match(
            await PageAsync(),
            $"""<(?:textarea|input type="text") id="field-{field}"(?:[^>]*value="(?<line>[^"]*)")?[^>]*>(?<text>[^<]*)""");
        return WebUtility.HtmlDecode(box.Groups["line"].Success ? box.Groups["line"].Value : box.Groups["text"].Value);
    }

    public async Task MoveClockAsync(string way) => await PostAsync(await FormAsync("/playground/clock", _ => true), ("way", way));

    /// <summary>Moves the clock hour by hour until some words are there; nobody is awake for more than half a day away.</summary>
    public async Task AwaitAsync(string words)
    {
        for (var hour = 0; hour < 36 && await CountAsync(words) == 0; hour++) await MoveClockAsync("1h");
        Assert.NotEqual(0, await CountAsync(words));
    }

    /// <summary>Moves the clock hour by hour until some words stand in the givers' channel.</summary>
    public async Task AwaitInChannelAsync(string words)
    {
        for (var hour = 0; hour < 36 && await CountInChannelAsync(words) == 0; hour++) await MoveClockAsync("1h");
        Assert.NotEqual(0, await CountInChannelAsync(words));
    }

    public void Dispose() => client.Dispose();

    private async Task<string> FormAsync(string action, Func<string, bool> fits) =>
        Forms()
            .Matches(await PageAsync())
            .Select(match => match.Value)
            .Last(html => html.Contains($"action=\"{action}\"", StringComparison.Ordinal) && fits(html));

    private async Task PostAsync(string html, params (string Name, string Value)[] fields)
    {
        var hidden = Hidden().Matches(html).Select(match => (match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)));
        using var content = new FormUrlEncodedContent(hidden.Concat(fields).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)));
        using var answer = await client.PostAsync(new Uri(Action().Match(html).Groups[1].Value, UriKind.Relative), content);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        form = FormName().Match(answer.Headers.Location!.ToString()).Groups[1].Value;
    }

    private static string LabelOf(string html) => WebUtility.HtmlDecode(Label().Match(html).Groups[1].Value);

    [GeneratedRegex("""<li><a href="[^"]*(?:&amp;|&)place=([^"&#]+)""")]
    private static partial Regex Meeting();

    [GeneratedRegex("<main>.*</main>", RegexOptions.Singleline)]
    private static partial Regex MainPart();

    [GeneratedRegex("<section class=\"region channel\".*?</section>", RegexOptions.Singleline)]
    private static partial Regex ChannelPart();

    [GeneratedRegex("<form method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")]
    private static partial Regex Hidden();

    [GeneratedRegex("action=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<button[^>]*>([^<]*)</button>")]
    private static partial Regex Label();

    [GeneratedRegex("form=([^&]*)")]
    private static partial Regex FormName();
}
