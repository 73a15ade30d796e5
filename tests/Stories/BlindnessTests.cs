using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Intros.Offers;

namespace IntroBot.Tests.Stories;

/// <summary>The asker never learns who passed, who was silent, or how many were asked.</summary>
public sealed class BlindnessTests
{
    private const int Days = 6;

    [Fact]
    public async Task A_search_with_a_no_a_silence_and_a_release_looks_like_one_in_which_the_first_giver_has_not_answered_yet()
    {
        Assert.Equal(await SeenByAskerAsync(QuietSearchAsync), await SeenByAskerAsync(BusySearchAsync));
    }

    [Fact]
    public async Task The_busy_search_is_busy_indeed()
    {
        await using var community = await Community.OpenAsync();
        await ListenAsync(community, BusySearchAsync);

        var offers = Assert.Single(await community.IntrosOfAsync(Ava(community)), intro => intro.AskedAt is not null).Offers;
        Assert.Equal(
            [OfferStatus.Declined, OfferStatus.Expired, OfferStatus.Released, OfferStatus.Open], offers.Select(offer => offer.Status));
    }

    [Theory, InlineData("status"), InlineData("withdraw")]
    public async Task No_name_of_a_giver_and_no_number_shows_while_the_search_goes_on(string command)
    {
        await using var community = await Community.OpenAsync();
        await ListenAsync(community, BusySearchAsync);

        var text = (await community.CommandAsync(Ava(community), command)).Text();

        Assert.DoesNotContain("Giver", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, char.IsAsciiDigit);
    }

    [Fact]
    public async Task No_match_comes_at_the_same_hour_in_the_same_words_however_the_search_ended()
    {
        var nobodyThere = await HeardUntilNoMatchAsync(givers: 0, (_, _) => Task.CompletedTask);

        Assert.Equal(2, nobodyThere.Distinct().Count());
        Assert.Equal(nobodyThere, await HeardUntilNoMatchAsync(givers: 1, DeclineAllAsync));
        Assert.Equal(nobodyThere, await HeardUntilNoMatchAsync(givers: 7, DeclineAllAsync));
        Assert.Equal(nobodyThere, await HeardUntilNoMatchAsync(
            givers: 1, async (community, _) => await community.CommandAsync(community.Person("Giver0 Good"), "pause 2w")));
    }

    /// <summary>All that the asker has heard, and what status says, hour by hour of the two days after the ask.</summary>
    private static async Task<IReadOnlyList<string>> HeardUntilNoMatchAsync(int givers, Func<Community, Intro, Task> end)
    {
        await using var community = await Community.OpenAsync(keys: "blind");
        for (var index = 0; index < givers; index++)
        {
            await community.GiverAsync($"Giver{index} Good", "supply chain");
        }

        var intro = await community.AskAsync(Ava(community));
        await end(community, intro);
        var heard = new List<string>();
        for (var hour = 0; hour < 48; hour++)
        {
            await community.PassAsync(TimeSpan.FromHours(1));
            var status = (await community.CommandAsync(Ava(community), "status")).Text();
            heard.Add($"{string.Join('\n', community.Messenger.TextsTo(Ava(community).Ref))}\n{status}");
        }

        return heard;
    }

    private static async Task DeclineAllAsync(Community community, Intro intro)
    {
        while (await community.NewestAsync(intro) is { Stage: IntroStage.Offered, Current: { } offer })
        {
            await community.DeclineAsync(offer.Giver);
        }
    }

    [Fact]
    public async Task The_channel_reads_the_same_after_a_no_a_silence_and_a_release()
    {
        var no = await ChannelAfterAsync(
            (community, grace) => community.PressAsync(grace, community.Messenger.ChannelOf("givers")[0].Button("Not now")));
        var noAndRest = await ChannelAfterAsync((community, grace) => community.PressAsync(
            grace, community.Messenger.ChannelOf("givers")[0].Button("Not now, pause me 2 weeks")));
        var silence = await ChannelAfterAsync((community, _) => community.PassAsync(TimeSpan.FromDays(2)));
        var release = await ChannelAfterAsync((community, grace) => community.CommandAsync(grace, "stop giving"));
        var pause = await ChannelAfterAsync((community, grace) => community.CommandAsync(grace, "pause 2w"));
        var atHome = await ChannelAfterAsync(async (community, grace) =>
            await community.PressAsync(grace, Assert.IsType<Reply.ShowHome>(await community.HomeAsync(grace)).Cards[1].Button("Not now")));

        Assert.Equal("This one has moved on\nThere is nothing to do.", no);
        Assert.All([noAndRest, silence, release, pause, atHome], text => Assert.Equal(no, text));
    }

    [Fact]
    public async Task A_search_in_the_channel_tells_the_asker_no_more_by_message_than_one_outside_it()
    {
        Assert.Equal(await SeenByAskerAsync(QuietSearchAsync, inChannel: true), await SeenByAskerAsync(BusySearchAsync, inChannel: true));
    }

    /// <summary>All that stands in the channel once the only giver's offer has ended in some way.</summary>
    private static async Task<string> ChannelAfterAsync(Func<Community, Person, Task> end)
    {
        await using var community = await Community.OpenAsync(keys: "blind");
        await community.AskInChannelAsync();
        var grace = await community.GiverAsync("Grace Okafor", "supply chain", "Africa/Lagos");
        await community.AskAsync(Ava(community));
        Assert.Single(community.Messenger.ChannelOf("givers"));
        await end(community, grace);
        await community.SettleAsync();
        return PlainText.Of(Assert.Single(community.Messenger.ChannelOf("givers")));
    }

    private static Person Ava(Community community) => community.Person("Ava Stone", "Europe/Berlin");

    /// <summary>The first giver is awake one hour a day, so that the offer stays open all the while.</summary>
    private static async Task QuietSearchAsync(Community community, int day)
    {
        if (day == 0)
        {
            await GiverAsync(community, "GiverA Good", "11:00", "10:00");
        }
    }

    private static async Task BusySearchAsync(Community community, int day)
    {
        switch (day)
        {
            case 0:
                await GiverAsync(community, "GiverA Good", "20:00", "08:00");
                break;
            case 1:
                await GiverAsync(community, "GiverB Good", "20:00", "08:00");
                await DeclineAsync(community, community.Person("GiverA Good"));
                break;
            case 2:
                await GiverAsync(community, "GiverC Good", "20:00", "08:00");
                break;
            case 4:
                await GiverAsync(community, "GiverD Good", "11:00", "10:00");
                await community.CommandAsync(community.Person("GiverC Good"), "pause 2w");
                await community.SettleAsync();
                break;
        }
    }

    /// <summary>Says no at home, which shows the offer wherever else it stands.</summary>
    private static async Task DeclineAsync(Community community, Person giver)
    {
        await community.PressAsync(giver, Assert.IsType<Reply.ShowHome>(await community.HomeAsync(giver)).Cards[1].Button("Not now"));
        await community.SettleAsync();
    }

    /// <summary>Opts a giver in and waits until a search can find them.</summary>
    private static async Task GiverAsync(Community community, string name, string from, string to)
    {
        await community.SubmitAsync(
            community.Person(name), FormIds.Give, "", (GiverForms.Topics, "supply chain"),
            (GiverForms.Cap, "2"), (GiverForms.QuietFrom, from), (GiverForms.QuietTo, to));
        await community.SettleAsync();
    }

    /// <summary>
    /// The same keys make the same ids, and with them the same order of what began at the same moment: only the givers differ.
    /// </summary>
    private static async Task<string> SeenByAskerAsync(Func<Community, int, Task> others, bool inChannel = false)
    {
        await using var community = await Community.OpenAsync(keys: "blind");
        if (inChannel)
        {
            await community.AskInChannelAsync();
        }

        return await ListenAsync(community, others);
    }

    /// <summary>Everything the asker is sent or shown over some days, whatever the givers do on each of them.</summary>
    private static async Task<string> ListenAsync(Community community, Func<Community, int, Task> others)
    {
        var seen = new List<string>();
        var ava = Ava(community);
        for (var day = 0; day < Days; day++)
        {
            await others(community, day);
            await community.SettleAsync();
            if (day == 0)
            {
                await community.AskAsync(ava);

                // Asks of one and the same moment have no order among them.
                community.Clock.Advance(TimeSpan.FromSeconds(1));
            }

            seen.Add((await community.CommandAsync(ava, "status")).Text());
            seen.Add((await community.CommandAsync(ava, "withdraw")).Text());
            seen.Add((await community.CommandAsync(ava, "")).Text());
            seen.Add((await community.HomeAsync(ava)).Text());
            seen.AddRange(community.Messenger.TextsTo(ava.Ref));
            await community.PassAsync(TimeSpan.FromDays(1));
        }

        return string.Join("\n----\n", seen);
    }
}
