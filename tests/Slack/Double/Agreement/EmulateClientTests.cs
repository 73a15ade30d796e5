using IntroBot.Platforms;
using IntroBot.Platforms.Http;
using IntroBot.Slack;
using IntroBot.Slack.BlockKit;
using IntroBot.Slack.Inbound;
using IntroBot.Slack.Install;
using IntroBot.Slack.WebApi;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntroBot.Tests.Slack.Double.Agreement;

/// <summary>The program's own client comes to the same end with the double and with an emulator that others wrote.</summary>
public sealed class EmulateClientTests(Emulate emulate) : IClassFixture<Emulate>, IAsyncLifetime
{
    private const string Team = "T1";

    private readonly HttpClient http = new();
    private readonly List<HttpClient> clients = [];
    private FakeSlack? slack;
    private (SlackApi Api, ComparedSlack Side)[] both = [];

    public async ValueTask InitializeAsync()
    {
        slack = await FakeSlack.StartAsync();
        var ours = ComparedSlack.Of(slack, http);
        both =
        [
            (ApiOf(slack.Address, slack.Workspaces[0].Token), ours),
            (ApiOf(emulate.Address, Emulate.Token), await ComparedSlack.OfAsync(emulate, http)),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        clients.ForEach(client => client.Dispose());
        await slack!.DisposeAsync();
    }

    [Fact]
    public Task A_person() => AgreeAsync(
        async (api, side) => Of(
            await api.UserAsync(new SlackUserRef(Team, side.Ava), default),
            user => user?.Id == side.Ava && user.Profile?.RealName == "Ava Stone"),
        "Done True");

    [Fact]
    public Task Nobody() => AgreeAsync(
        async (api, _) => Of(await api.UserAsync(new SlackUserRef(Team, "U404"), default), _ => true), "user_not_found");

    [Fact]
    public Task A_conversation_which_is_the_same_in_any_order() => AgreeAsync(
        async (api, side) =>
        {
            var first = await api.OpenConversationAsync(Team, [side.Ava, side.Ben], default);
            return Of(
                await api.OpenConversationAsync(Team, [side.Ben, side.Ava], default),
                id => id.Length > 0 && Of(first, other => other == id) == "Done True");
        },
        "Done True");

    [Fact]
    public Task A_conversation_with_nobody_we_know() =>
        AgreeAsync(async (api, _) => Of(await api.OpenConversationAsync(Team, ["U404"], default), _ => true), "user_not_found");

    [Fact]
    public Task A_message_which_is_found_by_its_marker_and_changed() => AgreeAsync(
        async (api, side) =>
        {
            var chat = ((SendResult<string>.Sent)await api.OpenConversationAsync(Team, [side.Ava], default)).Value;
            var posted = ((SendResult<MessageResponse>.Sent)await api.PostAsync(
                Team, chat, SlackWords.Of(AdmissionCards.Welcome), "m-1", default)).Value;
            var found = await api.FindMarkedAsync(Team, chat, null, "m-1", default);
            var other = await api.FindMarkedAsync(Team, chat, null, "m-2", default);
            var changed = await api.UpdateAsync(Team, posted.Channel!, posted.Ts!, SlackWords.Of(GuestCards.Guest), default);
            return $"{Of(found, ts => ts == posted.Ts)}, {Of(other, ts => ts is null)}, {Of(changed, now => now.Ts == posted.Ts)}";
        },
        "Done True, Done True, Done True");

    [Fact]
    public Task A_message_to_nowhere() =>
        AgreeAsync(
            async (api, _) => Of(await api.PostAsync(Team, "C404", SlackWords.Of(AdmissionCards.Welcome), null, default), _ => true),
            "channel_not_found");

    [Fact]
    public Task A_message_for_one_in_a_channel() => AgreeAsync(
        async (api, side) => Of(
            await api.PostPrivatelyAsync(Team, side.Channel, side.Ava, SlackWords.Of(AdmissionCards.Welcome), default), _ => true),
        "Done True");

    [Fact]
    public Task A_change_of_what_is_not_there() => AgreeAsync(
        async (api, side) => Of(
            await api.UpdateAsync(Team, side.Channel, "1.000001", SlackWords.Of(AdmissionCards.Welcome), default), _ => true),
        "message_not_found");

    [Fact]
    public Task A_modal_and_its_trigger_used_up() => AgreeAsync(
        async (api, side) =>
        {
            var (trigger, view) = (await side.TriggerAsync(), BlockKitViews.Card(AdmissionCards.Welcome));
            var opened = await api.OpenViewAsync(Team, trigger, view, default);
            var changed = await api.UpdateViewAsync(Team, ((SendResult<ViewResponse>.Sent)opened).Value.View!.Id!, view, default);
            var again = await api.OpenViewAsync(Team, trigger, view, default);
            var isRefused = again is SendResult<ViewResponse>.Rejected
            {
                Code: "expired_trigger_id" or "exchanged_trigger_id" or "invalid_trigger_id"
            };
            return $"{Of(changed, now => now.View?.Id is not null)}, {isRefused}";
        },
        "Done True, True");

    [Fact]
    public Task A_home_that_changed_meanwhile() => AgreeAsync(
        async (api, side) =>
        {
            var home = BlockKitViews.Home([AdmissionCards.Welcome]);
            var ava = new SlackUserRef(Team, side.Ava);
            var first = ((SendResult<ViewResponse>.Sent)await api.PublishHomeAsync(ava, home, null, default)).Value.View!.Hash;
            var second = await api.PublishHomeAsync(ava, home, first, default);
            return $"{Of(second, published => published.View?.Hash is { Length: > 0 })}, "
                + $"{Of(await api.PublishHomeAsync(ava, home, first, default), _ => true)}";
        },
        $"Done True, {SlackErrors.HashConflict}");

    private async Task AgreeAsync(Func<SlackApi, ComparedSlack, Task<string>> act, string end) =>
        Assert.Equal((end, end), (await act(both[0].Api, both[0].Side), await act(both[1].Api, both[1].Side)));

    private static string Of<T>(SendResult<T> result, Func<T, bool> holds) => result switch
    {
        SendResult<T>.Sent done => $"Done {holds(done.Value)}",
        SendResult<T>.Rejected refused => refused.Code,
        _ => result.GetType().Name,
    };

    private SlackApi ApiOf(Uri address, string token)
    {
        var options = new SlackOptions { ApiUrl = $"{address}api/" };
        var clock = TimeProvider.System;
        var installations = new SingleInstallation(token);
        var client = new HttpClient(new InstallationTokenHandler(installations) { InnerHandler = new SocketsHttpHandler() });
        clients.Add(client);
        var calls = new HttpCalls(client, new RateLimiter(clock), new CallLog("Slack", NullLogger<CallLog>.Instance), clock);
        return new SlackApi(new SlackClient(calls, options), installations);
    }

    /// <summary>One token that never changes.</summary>
    private sealed class SingleInstallation(string value) : IInstallations
    {
        public Task<Installation?> FindAsync(string team, CancellationToken token) =>
            Task.FromResult<Installation?>(new Installation(team, "", value));

        public Task<Installation?> RecallAsync(string team, CancellationToken token) => FindAsync(team, token);

        public Task<Installation?> OnlyAsync(bool mayAsk, CancellationToken token) => Task.FromResult<Installation?>(null);

        public Task<Installation?> RenewAsync(Installation refused, bool isExpired, CancellationToken token) =>
            Task.FromResult<Installation?>(null);

        public Task EndAsync(Installation ended, CancellationToken token) => Task.CompletedTask;

        public Task EndAsync(string team, DateTimeOffset? at, CancellationToken token) => Task.CompletedTask;

        public Task<DateTimeOffset?> EndedAtAsync(string team, CancellationToken token) => Task.FromResult<DateTimeOffset?>(null);
    }
}
