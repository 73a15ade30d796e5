using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Golden;

/// <summary>Cards that a use case makes itself, each at the end of a short story.</summary>
internal static class GoldenReplies
{
    public static IReadOnlyDictionary<string, Func<Community, Task<Reply>>> All { get; } =
        new Dictionary<string, Func<Community, Task<Reply>>>
        {
            ["Reply.pause.until-when"] = community => AfterGivingAsync(community, "pause until 2020-01-01"),
            ["Reply.pause.almost"] = community => AfterGivingAsync(community, "pause a bit"),
            ["Reply.block.oneself"] = community => community.CommandAsync(Ava(community), "block @Ava", Ava(community)),
            ["Reply.button.older"] = community => community.PressAsync(Ava(community), new CardButton("no.such.button", "", "")),
            ["Reply.status.nothing"] = community => community.CommandAsync(Ava(community), "status"),
            ["Reply.status.asks"] = async community =>
            {
                await community.AskInVainAsync(Ava(community));
                await community.BeginInChatAsync(Ava(community), "Somebody who has sewn tents for a living");
                return await community.CommandAsync(Ava(community), "status");
            },
            ["Reply.status.ask-and-offer"] = async community =>
            {
                await community.GiverAsync("Ava Stone", "supply chain", "Europe/Berlin");
                await community.AskInVainAsync(Ava(community));
                await community.AskAsync(community.Person("Ben Ode"));
                return await community.CommandAsync(Ava(community), "status");
            },
            ["Reply.withdraw.nothing"] = community => community.CommandAsync(Ava(community), "withdraw"),
            ["Reply.withdraw.which"] = async community =>
            {
                await community.AskInVainAsync(Ava(community));
                return await community.CommandAsync(Ava(community), "withdraw");
            },
            ["Reply.withdraw.too-late"] = async community =>
            {
                var grace = await community.GiverAsync("Grace Okafor", "supply chain", "Africa/Lagos");
                var intro = await community.AskAsync(Ava(community));
                await community.AcceptAsync(grace);
                return await community.PressAsync(Ava(community), new CardButton(ActionIds.Withdraw, intro.Id.Value, ""));
            },
            ["Reply.home.newcomer"] = community => community.HomeAsync(Ava(community)),
            ["Reply.home.busy"] = async community =>
            {
                await community.GiverAsync("Ava Stone", "supply chain", "Europe/Berlin");
                await community.AskInVainAsync(Ava(community));
                await community.PressAsync(Ava(community), "Close this ask");
                await community.AskAsync(community.Person("Ben Ode"));
                await community.BeginInChatAsync(Ava(community), "Somebody who has sewn tents for a living");
                return await community.HomeAsync(Ava(community));
            },
        };

    private static Person Ava(Community community) => community.Person("Ava Stone", "Europe/Berlin");

    private static async Task<Reply> AfterGivingAsync(Community community, string command) =>
        await community.CommandAsync(await community.GiverAsync("Grace Okafor", "supply chain", "Africa/Lagos"), command);
}
