using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace IntroBot.Tests.EndToEnd;

/// <summary>One running program and the windows people have open on it; an error inside any of them fails the test.</summary>
internal sealed class Scene(IntroBotProgram program, IBrowser browser, string name)
{
    private readonly List<Window> windows = [];

    public IntroBotProgram Program => program;

    /// <summary>Words of console errors that this test brings about on purpose.</summary>
    public List<string> Expected { get; } = [];

    /// <summary>Plays a test in a fresh community; what went wrong leaves pictures in tests/output.</summary>
    public static async Task PlayAsync(Chromium chromium, Func<Scene, Task> play, [CallerMemberName] string name = "")
    {
        await using var program = await IntroBotProgram.StartAsync();
        var scene = new Scene(program, await chromium.OpenAsync(), name);
        try
        {
            await play(scene);
            Assert.Equal([], scene.windows.SelectMany(window => window.Errors).Where(error => !scene.Expected.Exists(error.Contains)));
        }
        catch
        {
            foreach (var window in scene.windows)
            {
                await window.PictureAsync($"failed-{name}");
            }

            throw;
        }
        finally
        {
            foreach (var window in scene.windows)
            {
                await window.Page.Context.CloseAsync();
            }
        }
    }

    /// <summary>Opens a window of a browser nobody has used before, as this person.</summary>
    public async Task<Window> OpenAsync(string person, BrowserSettings? look = null)
    {
        var (how, number) = (look ?? BrowserSettings.Desktop, windows.Count + 1);
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = program.Address.ToString(),
            ViewportSize = new() { Width = how.Width, Height = how.Height },
            ColorScheme = how.Scheme,
            JavaScriptEnabled = how.Script,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(Chromium.Timeout);
        var window = new Window(await context.NewPageAsync(), $"{name}-{number}", how);
        windows.Add(window);
        await window.Page.GotoAsync($"/?as={person}");
        return window;
    }
}
