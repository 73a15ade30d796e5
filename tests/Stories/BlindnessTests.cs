using IntroBot.Chat;
using IntroBot.Givers;
using IntroBot.Intros;

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
        Assert.Equal([OfferStatus.Declined, OfferStatus.Expired, OfferStatus.Released, OfferStatus.Open], offers.Select(offer => offer.Status));
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
    public async Task No_match_says_the_same_whether_five_were_asked_or_nobody_was_there()
    {
        await using var nobody = await Community.OpenAsync();
        await nobody.AskAsync(Ava(nobody));
        await using var five = await Community.OpenAsync();
        for (var index = 0; index < 5; index++)
        {
            await five.GiverAsync($"Giver{index} Good", "supply chain");
        }

        var intro = await five.AskAsync(Ava(five));
        while (await five.NewestAsync(intro) is { Stage: IntroStage.Offered, Current: { } offer })
        {
            await five.DeclineAsync(offer.Giver);
        }

        Assert.Equal(nobody.Messenger.TextsTo(Ava(nobody).Ref), five.Messenger.TextsTo(Ava(five).Ref));
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
                await community.DeclineAsync(community.Person("GiverA Good"));
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

    /// <summary>Opts a giver in and waits until a search can find them.</summary>
    private static async Task GiverAsync(Community community, string name, string from, string to)
    {
        await community.SubmitAsync(
            community.Person(name), FormIds.Give, "", (GiverForms.Topics, "supply chain"), (GiverForms.Cap, "2"), (GiverForms.QuietFrom, from), (GiverForms.QuietTo, to));
        await community.SettleAsync();
    }

    /// <summary>The same keys make the same ids, and with them the same order of what began at the same moment: only the givers differ.</summary>
    private static async Task<string> SeenByAskerAsync(Func<Community, int, Task> others)
    {
        await using var community = await Community.OpenAsync(keys: "blind");
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
