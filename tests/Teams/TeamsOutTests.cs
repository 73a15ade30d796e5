using Azure.Core;
using IntroBot.Chat;
using IntroBot.Platforms;
using IntroBot.Teams;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntroBot.Tests.Teams;

/// <summary>What leaves for Teams: every way in which a call can end, and what follows.</summary>
public sealed class TeamsOutTests
{
    private const string Offer = "Could you help Ava Stone?";

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
    public async Task Too_many_requests_are_waited_out_as_long_as_Teams_says()
    {
        await using var scene = await OfferedAsync(scene => scene.Teams.Faults.RateLimit(ToGrace(scene), TimeSpan.FromSeconds(90)));
        Assert.Empty(Offers(scene));
        var calls = scene.Teams.CallsOf("POST", scene.Grace.Chat.Id).Count();

        await scene.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Single(Offers(scene));
        Assert.Equal(calls + 1, scene.Teams.CallsOf("POST", scene.Grace.Chat.Id).Count());
    }

    [Theory, InlineData(412, "PreconditionFailed"), InlineData(502, "BadGateway"), InlineData(503, "ServiceUnavailable")]
    public async Task What_Teams_cannot_do_just_now_is_tried_later(int status, string code)
    {
        await using var scene = await OfferedAsync(scene => scene.Teams.Faults.Refuse(ToGrace(scene), status, code, times: 3));

        for (var times = 0; times < 3; times++) await scene.BreatheAsync();

        Assert.Single(Offers(scene));
    }

    [Theory, InlineData(500), InlineData(504)]
    public async Task What_may_have_been_said_is_said_once_more_and_never_again(int status)
    {
        await using var scene = await OfferedAsync(scene => scene.Teams.Faults.AnswerHtml(ToGrace(scene), status, times: 5, acts: true));

        await scene.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(2, Offers(scene).Count());
        await scene.AfterAsync(scene.Grace.PressesAsync("Yes, connect us"));
        await scene.BreatheAsync();
        Assert.Contains(scene.Ava.Chat.Messages, message => message.Summary.StartsWith("Grace Okafor said yes", StringComparison.Ordinal));
        AssertCalm(scene, LogLevel.Error);
    }

    [Fact]
    public async Task A_message_whose_connection_was_cut_before_it_arrived_is_said_after_all()
    {
        await using var scene = await OfferedAsync(scene => scene.Teams.Faults.Cut(ToGrace(scene), acts: false));

        await scene.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Single(Offers(scene));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_answer_in_the_chat_of_which_nothing_is_heard_is_said_twice_at_most(bool acts)
    {
        await using var scene = await TeamsScene.OpenAsync();
        var before = scene.Ava.Chat.Messages.Count;
        var calls = scene.Teams.CallsOf("POST", scene.Ava.Chat.Id).Count();
        scene.Teams.Faults.Cut($"POST conversations/{scene.Ava.Chat.Id}", times: 5, acts);

        await scene.AfterAsync(scene.Ava.SaysAsync("help"));
        await scene.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(calls + 2, scene.Teams.CallsOf("POST", scene.Ava.Chat.Id).Count());
        Assert.Equal(before + (acts ? 2 : 0), scene.Ava.Chat.Messages.Count);
    }

    [Theory]
    [InlineData("BotNotInConversationRoster"), InlineData("ConversationBlockedByUser"), InlineData("BotDisabledByAdmin"),
        InlineData("ForbiddenOperationException"), InlineData("NotEnoughPermissions"), InlineData("OfTomorrow")]
    public async Task Somebody_who_may_not_be_written_to_is_passed_over_without_alarm(string code) =>
        await PassedOverAsync(scene => scene.Teams.Faults.Refuse(ToGrace(scene), 403, code, times: 2));

    [Fact]
    public async Task A_block_told_in_its_old_form_is_understood() =>
        await PassedOverAsync(scene => scene.Teams.Faults.Block(ToGrace(scene)));

    [Fact]
    public async Task A_block_told_by_a_page_of_a_proxy_is_understood() =>
        await PassedOverAsync(scene => scene.Teams.Faults.AnswerHtml(ToGrace(scene), 403));

    [Fact]
    public async Task Somebody_who_blocked_the_bot_is_passed_over_without_alarm() =>
        await PassedOverAsync(scene => scene.Grace.IsBlocking = true);

    [Fact]
    public async Task A_page_of_a_proxy_in_between_is_no_answer()
    {
        await using var scene = await OfferedAsync(scene => scene.Teams.Faults.AnswerHtml(ToGrace(scene), 502));

        await scene.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Single(Offers(scene));
    }

    [Fact]
    public async Task An_offer_that_Teams_gave_no_id_for_can_be_answered_and_is_not_changed_afterwards()
    {
        await using var scene = await OfferedAsync(scene => scene.Teams.Faults.Accept(ToGrace(scene)));
        var (offer, changes) = (Offers(scene).Single(), Offers(scene).Single().Changes);

        await scene.PassAsync(TimeSpan.FromDays(3));

        Assert.Equal(changes, offer.Changes);
        Assert.StartsWith("No match yet", scene.Ava.Chat.Last.Summary, StringComparison.Ordinal);
        AssertCalm(scene, LogLevel.Warning);
    }

    [Fact]
    public async Task A_welcome_that_Teams_gave_no_id_for_is_not_said_again()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var noor = scene.Acme.AddPerson("Noor Haddad");
        scene.Teams.Faults.Accept($"POST conversations/{noor.Chat.Id}");
        await noor.InstallsAsync();
        await scene.SettleAsync();

        await scene.GivesAsync(noor, "supply chain");

        Assert.Single(noor.Chat.Messages, message => message.Summary.StartsWith("Ask for an introduction", StringComparison.Ordinal));
        AssertCalm(scene, LogLevel.Warning);
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
            (await scene.The<TeamsPlaces>().ChannelAsync(scene.Acme.Id, crew.Id, CancellationToken.None))!.ServiceUrl);
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
            .SendAsync(address, scene.Ava.Chat.Id, "{}", isTargeted: false, CancellationToken.None);

        Assert.Equal(new CallResult<string>.Refused(ConnectorErrors.UntrustedAddress), result);
        Assert.Equal(issued, scene.Teams.Tokens.Issued);
    }

    [Fact]
    public async Task Where_keys_come_by_https_nothing_is_said_in_the_open_even_on_this_machine()
    {
        await using var scene = await TeamsScene.OpenAsync();
        using var http = new HttpClient();
        var signIn = new ConnectorSignIn(
            () => DelegatedTokenCredential.Create((_, _) => throw new InvalidOperationException("No token is needed.")), "");
        var connector = new ConnectorClient(
            new SignedInWire(http, new TeamsOptions(), signIn, scene.The<Pace>(), NullLogger<SignedInWire>.Instance));

        Assert.Equal(
            new CallResult<string>.Refused(ConnectorErrors.UntrustedAddress),
            await connector.SendAsync(scene.Acme.ServiceUrl, scene.Ava.Chat.Id, "{}", isTargeted: false, CancellationToken.None));
    }

    [Fact]
    public async Task A_burst_of_answers_to_one_chat_arrives_whole_and_in_order()
    {
        await using var scene = await TeamsScene.OpenAsync((_, teams) => teams.LimitsThreads = true);
        var before = scene.Ava.Chat.Messages.Count;

        for (var number = 0; number < 20; number++) await scene.Ava.SaysAsync(number % 2 == 0 ? "help" : "status");
        await scene.SettleAsync();
        await scene.PassAsync(TimeSpan.FromMinutes(5));

        var answers = scene.Ava.Chat.Messages.Skip(before).Select(message => message.Summary.Split(' ')[0]).ToList();
        Assert.Equal(20, answers.Count);
        Assert.All(answers.Index(), answer => Assert.Equal(answers[answer.Index % 2], answer.Item));
        Assert.NotEqual(answers[0], answers[1]);
    }

    private static string ToGrace(TeamsScene scene) => $"POST conversations/{scene.Grace.Chat.Id}/activities";

    private static IEnumerable<FakeTeamsMessage> Offers(TeamsScene scene) => scene.Acme.Conversations
        .Where(place => place.Members.Contains(scene.Grace))
        .SelectMany(place => place.Messages)
        .Where(message => message.Summary.StartsWith(Offer, StringComparison.Ordinal));

    /// <summary>An ask that is sent while something is wrong with Teams.</summary>
    private static async Task<TeamsScene> OfferedAsync(Action<TeamsScene> fault)
    {
        var scene = await TeamsScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");
        await WhenAsync(scene, fault);
        return scene;
    }

    private static async Task WhenAsync(TeamsScene scene, Action<TeamsScene> fault)
    {
        await scene.AfterAsync(scene.Ava.OpensDialogAsync());
        await scene.AfterAsync(scene.Ava.PressesInDialogAsync("Next: your note", [.. TeamsScene.Answers]));
        fault(scene);
        for (var tries = 0; tries < 3 && scene.Ava.Dialog is { Title: "Your note and promises" } dialog; tries++)
            await scene.AfterAsync(scene.Ava.PressesInDialogAsync(
                FakeTeamsCards.Actions(dialog.Card).First().Text("title"), ("promises", FormAnswers.Ticked)));
    }

    private static async Task PassedOverAsync(Action<TeamsScene> fault)
    {
        await using var scene = await TeamsScene.OpenAsync();
        var wei = await scene.WelcomesAsync("Wei Lin");
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");
        await scene.GivesAsync(wei, "sourcing");
        await WhenAsync(scene, fault);
        await scene.BreatheAsync();

        Assert.Empty(Offers(scene));
        Assert.StartsWith(Offer, wei.Chat.Last.Summary, StringComparison.Ordinal);
        AssertCalm(scene, LogLevel.Warning);
    }

    private static void AssertCalm(TeamsScene scene, LogLevel most)
    {
        Assert.Empty(scene.Log.Errors);
        Assert.DoesNotContain(scene.Log.Lines, line => line.Level >= most && line.Text.StartsWith("IntroBot.", StringComparison.Ordinal));
        Assert.DoesNotContain(
            scene.Log.Lines, line => line.Level >= LogLevel.Information && line.Text.Contains("Exception:", StringComparison.Ordinal));
    }
}
