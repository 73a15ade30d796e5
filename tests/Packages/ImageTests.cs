using System.Reflection;

namespace IntroBot.Tests.Packages;

/// <summary>The container image that the SDK makes of the published program, on a base from a double of Microsoft's registry.</summary>
public sealed class ImageTests(BuiltImages made) : IClassFixture<BuiltImages>
{
    [Fact]
    public async Task Its_base_is_the_small_one_that_knows_letters_and_time_zones() => Assert.Equal(
        "mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled-extra", await made.BaseAsync());

    [Fact]
    public async Task It_starts_the_program_as_a_user_who_is_not_root_on_port_8080()
    {
        var image = await made.OneAsync();

        Assert.Equal("1654", image.Run.Text("User"));
        Assert.Equal("""["/app/IntroBot"]""", image.Run.At("Entrypoint")!.Written());
        Assert.Equal("/app/", image.Run.Text("WorkingDir"));
        Assert.Contains("ASPNETCORE_HTTP_PORTS=8080", image.Run.At("Env")!.AsArray().Select(each => $"{each}"));
        Assert.Equal("""{"8080/tcp":{}}""", image.Run.At("ExposedPorts")!.Written());
    }

    [Fact]
    public async Task It_tells_what_it_is_in_the_version_of_the_program()
    {
        var version = typeof(Program).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion
            .Split('+')[0];
        var image = await made.OneAsync();

        Assert.Equal([version], image.Names);
        var labels = image.Run.At("Labels");
        Assert.Equal(version, labels.Text("org.opencontainers.image.version"));
        Assert.Equal("IntroBot", labels.Text("org.opencontainers.image.title"));
        Assert.Equal("MIT", labels.Text("org.opencontainers.image.licenses"));
    }

    [Fact]
    public async Task It_holds_the_program_and_a_place_for_its_data_and_nothing_else()
    {
        var image = await made.OneAsync();

        Assert.Equal(
            ["app", "app/IntroBot", "app/data", "app/libe_sqlite3.so"],
            image.Files.Select(file => file.Path).Order(StringComparer.Ordinal));
        Assert.All(image.Files, file => Assert.Equal(1654, file.Owner));
    }

    [Fact]
    public async Task Made_again_it_differs_in_nothing_but_the_time()
    {
        var (one, other) = (await made.OneAsync(), await made.MakeAsync());

        Assert.Equal(
            one.Files.OrderBy(file => file.Path, StringComparer.Ordinal), other.Files.OrderBy(file => file.Path, StringComparer.Ordinal));
        Assert.Equal(Timeless(one), Timeless(other));
    }

    private static string Timeless(Image image)
    {
        var settings = image.Settings.DeepClone().AsObject();
        settings.Remove("created");
        foreach (var step in settings.Objects("history")) step.Remove("created");

        // The packed layer differs with the times of its files, which have been compared one by one.
        settings.At("rootfs")!.AsObject().Remove("diff_ids");
        settings.At("config").At("Labels")!.AsObject().Remove("org.opencontainers.image.base.name");
        return settings.Written();
    }
}
