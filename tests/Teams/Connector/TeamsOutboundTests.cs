using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;
using Microsoft.Extensions.Logging;
using static IntroBot.Tests.Teams.Connector.OfferDuringOutage;

namespace IntroBot.Tests.Teams.Connector;

/// <summary>What leaves for Teams: every way in which a call can end, and what follows.</summary>
public sealed class TeamsOutboundTests
{
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
}
