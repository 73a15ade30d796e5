using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntroBot.Tests.EndToEnd;

/// <summary>What one person sees and does in a browser, by the names a person would use.</summary>
internal sealed class Window
{
    private static readonly string Pictures = Path.Combine(Repository.Root, "tests", "output");
    private readonly ConcurrentQueue<string> errors = new();
    private readonly string name;

    public Window(IPage page, string name, BrowserSettings look)
    {
        (Page, this.name, Look) = (page, name, look);
        page.Console += (_, message) => Note(message.Type == "error", message.Text);
        page.PageError += (_, error) => Note(true, error);
        page.Response +=
            (_, response) => Note(response.Status >= 500, string.Create(CultureInfo.InvariantCulture, $"{response.Status} {response.Url}"));
        // An alert is only ever somebody's words run as script.
        page.Dialog += (_, dialog) => _ = RefuseAsync(dialog);
    }

    public IPage Page { get; }

    public BrowserSettings Look { get; }

    public IEnumerable<string> Errors => errors;

    public ILocator Chat => Page.GetByRole(AriaRole.Region, new() { Name = "Chat with IntroBot" });

    public ILocator Home => Page.GetByRole(AriaRole.Region, new() { Name = "Home", Exact = true });

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    public ILocator Talks => Page.GetByRole(AriaRole.Navigation, new() { Name = "Your conversations" });

    public ILocator TalkWith(string who) => Page.GetByRole(AriaRole.Region, new() { Name = $"Conversation with {who}" });

    public ILocator PersonLink(string who) =>
        Page.GetByRole(AriaRole.Navigation, new() { Name = "You are" }).GetByRole(AriaRole.Link, new() { Name = who });

    /// <summary>The newest card in view of this title.</summary>
    public ILocator Card(string title) => CardIn(Page.Locator("#chat"), title);

    public static ILocator CardIn(ILocator region, string title) => region
        .GetByRole(AriaRole.Article)
        .Filter(new() { Has = region.Page.GetByRole(AriaRole.Heading, new() { Name = title }) })
        .Last;

    public Task SeesAsync(string title) => Expect(Card(title)).ToBeVisibleAsync();

    /// <summary>Writes a line in the conversation that is shown.</summary>
    public async Task SayAsync(string line)
    {
        await Page.Locator("#chat").GetByRole(AriaRole.Textbox).FillAsync(line);
        await Page.Locator("#chat").GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
    }

    /// <summary>Presses a button of the newest card of this title.</summary>
    public Task PressAsync(string title, string label) =>
        Card(title).GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync();

    public async Task BecomeAsync(string who)
    {
        await PersonLink(who).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = $"You are {who.Split(' ')[0]}", Exact = true })).ToBeAttachedAsync();
    }

    /// <summary>Looks at another conversation of the same person.</summary>
    public Task LookAtAsync(string talk) => Talks.GetByRole(AriaRole.Link, new() { Name = talk }).ClickAsync();

    public async Task ForwardAsync(string way)
    {
        var time = await Page.Locator(".now time").GetAttributeAsync("datetime");
        await Page.GetByRole(AriaRole.Button, new() { Name = way, Exact = true }).ClickAsync();
        await Expect(Page.Locator(".now time")).Not.ToHaveAttributeAsync("datetime", time!);
    }

    public Task SubmitAsync(string label) => Dialog.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync();

    public Task PictureAsync(string what, bool whole = false) =>
        Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{what}-{name}-{Look.Name}.png"), FullPage = whole });

    private void Note(bool isError, string words)
    {
        if (isError)
        {
            errors.Enqueue(words);
        }
    }

    private async Task RefuseAsync(IDialog dialog)
    {
        Note(true, $"The page opened a dialog: {dialog.Message}");
        await dialog.DismissAsync();
    }
}
