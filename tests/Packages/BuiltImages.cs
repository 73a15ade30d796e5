using System.Runtime.InteropServices;

namespace IntroBot.Tests.Packages;

/// <summary>Images that the SDK makes of the published program: one that all tests look at, and others made anew.</summary>
public sealed class BuiltImages : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task<string>> originalBase;
    private readonly Lazy<Task<Image>> one;

    public BuiltImages() => (originalBase, one) = (new(FindBaseAsync), new(MakeAsync));

    /// <summary>The name and tag of the image they are built on.</summary>
    internal Task<string> BaseAsync() => originalBase.Value;

    internal Task<Image> OneAsync() => one.Value;

    internal async Task<Image> MakeAsync()
    {
        await using var registry = await FakeRegistry.StartAsync();
        var archive = folder.File("introbot.tar");
        await Sdk.RunAsync([
            .. Target("PublishContainer"),
            $"-p:ContainerBaseImage={registry.InPlaceOf(await BaseAsync())}",
            $"-p:ContainerArchiveOutputPath={archive}",
        ]);
        return Image.Read(archive);
    }

    public void Dispose() => folder.Dispose();

    private static async Task<string> FindBaseAsync() =>
        (await Sdk.RunAsync([.. Target("ComputeContainerBaseImage"), "-getProperty:ContainerBaseImage"])).Trim();

    /// <summary>A target as <c>dotnet publish</c> calls it; what it publishes is there already.</summary>
    private static IEnumerable<string> Target(string target) =>
        [
            "msbuild", "bot", $"-t:{target}", "-p:_IsPublishing=true", "-p:Configuration=Release",
            $"-p:RuntimeIdentifier={RuntimeInformation.RuntimeIdentifier}",
        ];
}
