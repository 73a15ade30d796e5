using IntroBot.Slack.Install;
using IntroBot.Slack.WebApi;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace IntroBot.Tests.Slack.Install;

/// <summary>Two instances that begin at the same moment on an empty store, each before the other has written a key.</summary>
public sealed class SlackConcurrentStartTests : IAsyncLifetime
{
    private const string Keys = "slack.keys";
    private const string Token = "xoxb-1-first";

    private readonly SqliteTableStore disk = new($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);
    private InstallScene? scene;
    private RacingKeyValueStore? store;

    public async ValueTask InitializeAsync()
    {
        await disk.OpenAsync(CancellationToken.None);
        (scene, store) = (await InstallScene.OpenAsync(), new RacingKeyValueStore(new TableKeyValueStore(disk)));
    }

    public async ValueTask DisposeAsync()
    {
        await scene!.DisposeAsync();
        disk.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task They_seal_with_one_key_and_read_each_others_tokens_and_states()
    {
        await using var one = scene!.NewInstance(store: store);
        await using var other = scene.NewInstance(store: store);
        var issued = await BothIssueAsync(one, other);
        Assert.Single((await store!.ListAsync(Keys, CancellationToken.None)).Select(item => item.Key));

        Assert.True(await SpendAsync(other, issued[0]));
        Assert.True(await SpendAsync(one, issued[1]));
        await SaveAsync(one);
        Assert.Equal(Token, await scene.TokenAsync(other));
    }

    [Fact]
    public async Task With_two_client_secrets_each_keeps_a_key_of_its_own()
    {
        await using var one = scene!.NewInstance(store: store);
        await using var other = scene.NewInstance("0123456789abcdef0123456789abcdef", store: store);
        await BothIssueAsync(one, other);
        await SaveAsync(one);
        await using var again = scene.NewInstance(store: store);

        Assert.Equal(2, (await store!.ListAsync(Keys, CancellationToken.None)).Count);
        Assert.Equal(Token, await scene.TokenAsync(again));
    }

    private static Task<(string State, string Proof)[]> BothIssueAsync(params ServiceProvider[] instances) =>
        Task.WhenAll(instances.Select(instance => Task.Run(instance.GetRequiredService<OAuthStates>().Issue)));

    private static Task<bool> SpendAsync(IServiceProvider instance, (string State, string Proof) issued) =>
        instance.GetRequiredService<OAuthStates>().SpendAsync(issued.State, issued.Proof, CancellationToken.None);

    private Task SaveAsync(IServiceProvider instance) => instance.GetRequiredService<StoredInstallations>().SaveAsync(
        new OAuthResponse { Ok = true, AccessToken = Token, Team = new(scene!.Globex.Id, "Globex") }, CancellationToken.None);
}
