using Azure.Core;
using IntroBot.Platforms.Http;
using IntroBot.Teams;
using IntroBot.Teams.Connector;
using IntroBot.Teams.Inbound;
using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using static IntroBot.Tests.Teams.Connector.OfferDuringOutage;

namespace IntroBot.Tests.Teams.Connector;

/// <summary>With which token words leave for Teams, and to which address.</summary>
public sealed class TeamsOutboundTokenTests
{
    [Fact]
    public async Task The_token_to_speak_with_is_fetched_once_and_kept()
    {
        await using var scene = await OfferedAsync(_ => { });

        Assert.InRange(scene.Teams.Calls.Count, 10, int.MaxValue);
        Assert.Equal(1, scene.Teams.Tokens.Issued);
    }

    [Fact]
    public async Task A_token_that_is_taken_no_more_is_fetched_anew_once()
    {
        await using var scene = await OfferedAsync(scene => scene.Teams.Tokens.RevokeAll());

        Assert.Single(Offers(scene));
        Assert.Equal(2, scene.Teams.Tokens.Issued);
    }

    [Fact]
    public async Task A_token_that_is_refused_again_and_again_keeps_words_waiting_until_it_is_mended()
    {
        await using var scene = await OfferedAsync(scene => scene.Teams.Faults.Refuse(ToGrace(scene), 401, "BotNotRegistered", times: 2));
        Assert.Empty(Offers(scene));
        Assert.InRange(scene.Teams.Tokens.Issued, 1, 3);

        await scene.PassAsync(TimeSpan.FromHours(1));

        Assert.Single(Offers(scene));
    }

    [Fact]
    public async Task A_secret_that_has_ended_keeps_words_waiting_until_it_is_mended()
    {
        await using var scene = await OfferedAsync(scene =>
        {
            scene.Teams.App.IsLockedOut = true;
            scene.Teams.Tokens.RevokeAll();
        });
        await scene.PassAsync(TimeSpan.FromHours(2));
        Assert.Empty(Offers(scene));

        scene.Teams.App.IsLockedOut = false;
        await scene.PassAsync(TimeSpan.FromHours(1));

        Assert.Single(Offers(scene));
        AssertCalm(scene, LogLevel.Error);
    }

    [Fact]
    public async Task The_newest_address_is_used_for_whoever_spoke_from_there()
    {
        await using var scene = await TeamsScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");
        scene.Acme.Moves();
        await scene.AfterAsync(scene.Grace.OpensDialogAsync());

        await scene.AsksAsync(scene.Ava);

        Assert.Single(Offers(scene));
    }

    [Fact]
    public async Task The_newest_address_of_a_channel_is_learned_from_any_press_in_it()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var crew = scene.Acme.AddChannel("Crew", scene.Ava, scene.Grace);
        await scene.Ava.AddsBotToAsync(crew);
        await scene.AfterAsync(scene.Ava.MentionsAsync(crew, "help"));
        scene.Acme.Moves();

        await scene.AfterAsync(scene.Ava.PressesAsync("Write an ask", scene.Ava.Private.Single()));

        Assert.Equal(
            scene.Acme.ServiceUrl,
            (await scene.The<TeamsConversations>().ChannelAsync(scene.Acme.Id, crew.Id, CancellationToken.None))!.ServiceUrl);
    }

    [Fact]
    public async Task A_chat_that_is_gone_is_opened_anew()
    {
        await using var scene = await OfferedAsync(scene => scene.Grace.Chat.IsGone = true);

        Assert.Single(Offers(scene));
        Assert.Single(scene.Teams.CallsOf("POST", "conversations"), call => call.Path == "conversations");
    }

    [Theory]
    [InlineData("http://evil.example/"), InlineData("ftp://127.0.0.1/"), InlineData("//evil.example/"),
        InlineData("file:///etc/passwd"), InlineData("evil"), InlineData("")]
    public async Task The_token_goes_to_no_address_that_could_not_be_Teams(string address)
    {
        await using var scene = await TeamsScene.OpenAsync();
        var issued = scene.Teams.Tokens.Issued;

        var result = await scene.The<ConnectorClient>()
            .SendAsync(new ConversationReference(address, scene.Ava.Chat.Id), "{}", isTargeted: false, CancellationToken.None);

        Assert.Equal(ConnectorErrors.Rejected<string>(ConnectorErrors.UntrustedAddress), result);
        Assert.Equal(issued, scene.Teams.Tokens.Issued);
    }

    [Fact]
    public async Task Where_keys_come_by_https_nothing_is_said_in_the_open_even_on_this_machine()
    {
        await using var scene = await TeamsScene.OpenAsync();
        using var signIn = new ConnectorSignIn(
            () => DelegatedTokenCredential.Create((_, _) => throw new InvalidOperationException("No token is needed.")), "");
        using var bearer = new BearerTokenHandler(signIn, NullLogger<BearerTokenHandler>.Instance)
        {
            InnerHandler = new HttpClientHandler(),
        };
        using var http = new HttpClient(bearer);
        var log = new CallLog("Teams", NullLogger<CallLog>.Instance);
        var calls = new HttpCalls(http, scene.The<RateLimiter>(), log, scene.Clock);
        var connector = new ConnectorClient(new TeamsHttp(calls, new TeamsOptions()));

        Assert.Equal(
            ConnectorErrors.Rejected<string>(ConnectorErrors.UntrustedAddress),
            await connector.SendAsync(
                new ConversationReference(scene.Acme.ServiceUrl, scene.Ava.Chat.Id), "{}", isTargeted: false, CancellationToken.None));
    }
}
