using System.Collections.Concurrent;

namespace IntroBot.Tests.Infra;

/// <summary>
/// What a deployment would put into Azure, as far as that can be told before: what only Azure knows stands there as an expression.
/// </summary>
internal sealed class Deployment
{
    public const string Tenant = "03500558-0c1a-4d1f-8e4f-6f1f6b1f4f10";
    private const string Subscription = "3f3d1cea-7a18-41af-872b-cfbbd5140984";

    /// <summary>Each way of deploying is predicted once.</summary>
    private static readonly ConcurrentDictionary<string, Task<Deployment>> Known = new();

    private Deployment(JsonNode prediction) => Prediction = prediction;

    public JsonNode Prediction { get; }

    public IEnumerable<JsonNode> Resources => Prediction.Objects("predictedResources");

    public JsonNode App => The("Microsoft.App/containerApps").At("properties")!;

    public JsonNode Container => Assert.Single(App.At("template").Objects("containers"));

    public JsonNode Scale => App.At("template").At("scale")!;

    /// <summary>The settings of the program by name: a value, or the name of a secret.</summary>
    public IReadOnlyDictionary<string, JsonNode> Settings =>
        Container.Objects("env").ToDictionary(setting => setting.Text("name"), JsonNode (setting) => setting);

    public JsonNode The(string type) => Assert.Single(All(type));

    public IEnumerable<JsonNode> All(string type) => Resources.Where(resource => resource.Text("type") == type);

    /// <summary>Deploys, but for the deploying, with these variables in the environment.</summary>
    public static Task<Deployment> PredictAsync(params (string Name, string Value)[] settings) =>
        Known.GetOrAdd(string.Join(' ', settings), _ => MakeAsync(settings));

    private static async Task<Deployment> MakeAsync((string Name, string Value)[] settings)
    {
        // The prediction is written beside the files it is made of.
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Bicep.Folder)) File.Copy(file, folder.File(Path.GetFileName(file)));
        var (_, complaints) = await Bicep.RunAsync(
            folder.Path,
            [
                "snapshot", "main.bicepparam", "--mode", "overwrite", "--tenant-id", Tenant, "--subscription-id", Subscription,
                "--location", "westeurope",
            ],
            [("IntroBot__Image", "registry.example.com/introbot:1.2.3"), .. settings]);
        Assert.Equal("", complaints);
        return new Deployment(JsonNode.Parse(await File.ReadAllTextAsync(folder.File("main.snapshot.json")))!);
    }
}
