using IntroBot.Coaching;
using IntroBot.Givers;
using IntroBot.Tests.Coaching;
using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Slack.Double.Actions;

namespace IntroBot.Tests.Slack.Scenes;

/// <summary>What people do with the bot in Slack, in the words of the story.</summary>
internal static class SlackStoryExtensions
{
    /// <summary>Opts in by <c>/intro give</c> and the modal it opens.</summary>
    public static async Task GivesAsync(this SlackScene scene, FakeSlackPerson who, params string[] topics)
    {
        await scene.AfterAsync(who.TypesAsync("/intro", "give"));
        foreach (var topic in topics)
        {
            await who.TypesIntoAsync(GiverForms.Topics, topic);
            who.FillsIn([.. who.Picked(GiverForms.Topics).Append(topic).Select(each => (GiverForms.Topics, each))]);
        }

        await scene.AfterAsync(who.SubmitsAsync());
        await scene.BreatheAsync();
    }

    /// <summary>Writes a good ask by <c>/intro</c>, goes on to the note, promises and sends it.</summary>
    public static async Task AsksAsync(this SlackScene scene, FakeSlackPerson who)
    {
        await scene.AfterAsync(who.TypesAsync("/intro"));
        await scene.FillsInAskAsync(who);
        await scene.AfterAsync(who.SubmitsAsync());
        await scene.SendsAsync(who);
    }

    public static async Task FillsInAskAsync(this SlackScene scene, FakeSlackPerson who)
    {
        var ask = Asks.Good;
        await scene.PicksTopicsAsync(who, [.. ask.Topics]);
        who.FillsIn([.. AskTemplate.Fields.Where(field => field.Id != AskTemplate.Topics && field.Read(ask).Length > 0)
            .Select(field => (field.Id, field.Read(ask)))]);
    }

    /// <summary>Types each topic and picks what is offered for it.</summary>
    public static async Task PicksTopicsAsync(this SlackScene scene, FakeSlackPerson who, params string[] topics)
    {
        for (var count = 1; count <= topics.Length; count++)
        {
            await who.TypesIntoAsync(AskTemplate.Topics, topics[count - 1]);
            who.FillsIn([.. topics.Take(count).Select(topic => (AskTemplate.Topics, topic))]);
        }

        await scene.SettleAsync();
    }

    /// <summary>Promises and sends; where the coach has a thought first, sends it anyway.</summary>
    public static async Task SendsAsync(this SlackScene scene, FakeSlackPerson who)
    {
        for (var tries = 0; tries < 3 && who.Modal is { CallbackId: "ask.review" }; tries++)
        {
            await scene.AfterAsync(who.SubmitsAsync((AskTemplate.Promises, "yes")));
        }

        await scene.BreatheAsync();
    }

    private static IEnumerable<string> Picked(this FakeSlackPerson who, string menu) =>
        who.Modal!.State.Of(who.Modal.Elements.First(element => element.BlockId == menu));
}
