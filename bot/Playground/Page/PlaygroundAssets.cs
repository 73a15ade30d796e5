using System.Security.Cryptography;

namespace IntroBot.Playground.Page;

/// <summary>
/// The page's embedded stylesheet, scripts and icon; an address changes with its content. Imported scripts have no version in their
/// address, so the browser revalidates them each time.
/// </summary>
public static class PlaygroundAssets
{
    private const string Script = "text/javascript; charset=utf-8";

    private static readonly Dictionary<string, Asset> All = new[]
    {
        Asset.Load("playground.css", "text/css; charset=utf-8"),
        Asset.Load("playground.js", Script),
        Asset.Load("forms.js", Script),
        Asset.Load("page.js", Script),
        Asset.Load("unsent.js", Script),
        Asset.Load("playground.svg", "image/svg+xml"),
    }.ToDictionary(asset => asset.Name);

    public static string Style => All["playground.css"].Address;

    public static string Start => All["playground.js"].Address;

    public static string Icon => All["playground.svg"].Address;

    public static Task ServeAsync(HttpContext context)
    {
        if (context.Request.RouteValues["name"] is not string name || !All.TryGetValue(name, out var asset))
        {
            return ErrorPages.WriteAsync(context, StatusCodes.Status404NotFound, "There is no such file.");
        }

        var current = context.Request.Query["v"] == asset.Version;
        context.Response.Headers.CacheControl = current ? "public, max-age=31536000, immutable" : "no-cache";
        context.Response.Headers.ETag = asset.ETag;
        if (context.Request.Headers.IfNoneMatch.Contains(asset.ETag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.ContentType = asset.Type;
        return context.Response.Body.WriteAsync(asset.Content, context.RequestAborted).AsTask();
    }

    private sealed record Asset(string Name, string Type, byte[] Content, string Version)
    {
        public string ETag => $"\"{Version}\"";

        public string Address => $"{PlaygroundPaths.Assets}/{Name}?v={Version}";

        public static Asset Load(string name, string type)
        {
            using var stream = typeof(PlaygroundAssets).Assembly.GetManifestResourceStream($"IntroBot.Playground.Assets.{name}")
                ?? throw new InvalidOperationException($"The program was built without {name}.");
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return new Asset(name, type, content, Convert.ToHexStringLower(SHA256.HashData(content))[..16]);
        }
    }
}
