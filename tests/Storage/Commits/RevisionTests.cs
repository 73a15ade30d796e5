using IntroBot.Intros;
using IntroBot.Intros.Offers;
using IntroBot.Storage;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Golden;

namespace IntroBot.Tests.Storage.Commits;

/// <summary>A state knows which of its revisions it is, and is the same state for all that.</summary>
public sealed class RevisionTests
{
    private static readonly Intro Offered = GoldenPeople.Plain.Intro(IntroStage.Offered, OfferStatus.Open);

    [Fact]
    public void A_state_read_back_is_the_one_that_was_stored_with_its_revision()
    {
        var awaited = Offered with
        {
            Timers = [new DueTimer(TimerKind.OfferReminder, Offered.StartedAt), new DueTimer(TimerKind.OfferExpires, Offered.StartedAt)],
        };
        var columns = JsonColumns.OfRoot(awaited, StoredJson.Default.Intro, 7, ["row-1", "row-2"]);
        var read = JsonColumns.ReadRoot(new TableRow("home|r|i1", StoreKeys.Root, columns, "etag"), StoredJson.Default.Intro);

        Assert.Equal(("etag", 7), (read.Revision!.ETag, read.Revision.Version));
        Assert.Equal(["row-1", "row-2"], read.Revision.DueRows.AsEnumerable());
        Assert.Equal(awaited.Timers.AsEnumerable(), read.Timers);
        Assert.DoesNotContain("etag", columns["Json"], StringComparison.Ordinal);
    }

    [Fact]
    public void Two_states_are_equal_by_what_they_say()
    {
        var later = Offered with { Revision = new Revision("etag", 7, []) };

        Assert.Equal(Offered, later);
        Assert.NotEqual(Offered, later with { Questions = 1 });
        Assert.NotEqual(Offered, later with { Timers = ImmutableArray.Create(new DueTimer(TimerKind.HowItWent, Offered.StartedAt)) });
    }
}
