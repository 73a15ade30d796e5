using IntroBot.Intros;

namespace IntroBot.Tests.Intros;

public sealed class IntroLifecycleTests
{
    /// <summary>The story of product and house, written a second time on purpose: the table must say exactly this.</summary>
    private static readonly Dictionary<(IntroStage, IntroStep), IntroStage> Allowed = new()
    {
        [(IntroStage.Draft, IntroStep.Send)] = IntroStage.Asked,
        [(IntroStage.Draft, IntroStep.Withdraw)] = IntroStage.Withdrawn,
        [(IntroStage.Draft, IntroStep.Lapse)] = IntroStage.Expired,
        [(IntroStage.Asked, IntroStep.Search)] = IntroStage.Searching,
        [(IntroStage.Asked, IntroStep.Withdraw)] = IntroStage.Withdrawn,
        [(IntroStage.Searching, IntroStep.Offer)] = IntroStage.Offered,
        [(IntroStage.Searching, IntroStep.NobodyLeft)] = IntroStage.Unmatched,
        [(IntroStage.Searching, IntroStep.Withdraw)] = IntroStage.Withdrawn,
        [(IntroStage.Offered, IntroStep.Accept)] = IntroStage.Accepted,
        [(IntroStage.Offered, IntroStep.OfferEnds)] = IntroStage.Searching,
        [(IntroStage.Offered, IntroStep.Withdraw)] = IntroStage.Withdrawn,
        [(IntroStage.Accepted, IntroStep.Connect)] = IntroStage.Connected,
        [(IntroStage.Connected, IntroStep.Close)] = IntroStage.Closed,
        [(IntroStage.Unmatched, IntroStep.TryOtherTopics)] = IntroStage.Searching,
        [(IntroStage.Unmatched, IntroStep.Close)] = IntroStage.Closed,
        [(IntroStage.Unmatched, IntroStep.Withdraw)] = IntroStage.Withdrawn,
        [(IntroStage.Unmatched, IntroStep.Lapse)] = IntroStage.Expired,
    };

    public static TheoryData<IntroStage, IntroStep> EveryPair
    {
        get
        {
            var pairs = new TheoryData<IntroStage, IntroStep>();
            foreach (var stage in Enum.GetValues<IntroStage>())
            {
                foreach (var step in Enum.GetValues<IntroStep>())
                {
                    pairs.Add(stage, step);
                }
            }

            return pairs;
        }
    }

    [Theory, MemberData(nameof(EveryPair))]
    public void A_step_leads_where_the_story_says_or_is_refused(IntroStage from, IntroStep step)
    {
        IntroStage? leads = IntroLifecycle.Allows(from, step) ? IntroLifecycle.After(from, step) : null;

        Assert.Equal(Allowed.TryGetValue((from, step), out var stage) ? stage : null, leads);
    }

    [Theory, InlineData(IntroStage.Closed), InlineData(IntroStage.Withdrawn), InlineData(IntroStage.Expired)]
    public void The_ends_are_ends(IntroStage stage) => Assert.True(IntroLifecycle.IsOver(stage));

    [Fact]
    public void Every_stage_can_be_reached_from_a_draft()
    {
        var reached = new HashSet<IntroStage> { IntroStage.Draft };
        while (Allowed.Any(step => reached.Contains(step.Key.Item1) && reached.Add(step.Value)))
        {
        }

        Assert.Equal(Enum.GetValues<IntroStage>().Order(), reached.Order());
    }
}
