using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(IntroBot.Tests.EndToEnd.Chromium))]

namespace IntroBot.Tests.EndToEnd;

/// <summary>The machine's own Chromium, without a screen: started by the first test that needs it, shared by all.</summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>In milliseconds; it only ends what hangs, on however busy a machine.</summary>
    public const int Timeout = 60_000;

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> started = new(StartAsync);

    public async Task<IBrowser> OpenAsync() => (await started.Value).Browser;

    public async ValueTask DisposeAsync()
    {
        if (started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            var (driver, browser) = await started.Value;
            await browser.DisposeAsync();
            driver.Dispose();
        }
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Find(),
            Timeout = Timeout,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        });
        Assertions.SetDefaultExpectTimeout(Timeout);
        return (driver, browser);
    }

    private static string Find()
    {
        var named = Environment.GetEnvironmentVariable("CHROMIUM_PATH");
        string[] names = [.. string.IsNullOrEmpty(named) ? [] : new[] { named }, "chromium", "chromium-browser", "google-chrome"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Chromium is missing: install it, or set CHROMIUM_PATH to one.");
    }
}
