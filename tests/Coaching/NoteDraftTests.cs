using CsCheck;
using IntroBot.Coaching;

namespace IntroBot.Tests.Coaching;

public sealed class NoteDraftTests
{
    public static TheoryData<Ask> GoodAsks => [Asks.Good, .. Examples.All];

    [Theory]
    [MemberData(nameof(GoodAsks))]
    public void A_note_drafted_from_good_fields_gets_no_hint(Ask ask) =>
        Assert.Empty(Coach.Review(Asks.WithNote(ask), Asks.Context with { IsFirstAsk = true }));

    [Fact]
    public void A_drafted_note_reads_like_a_letter()
    {
        const string TheAsk = "Could I ask three questions in a 20-minute call about your first two suppliers? "
            + "It would help me most by Tuesday 24 November: we choose a supplier that week. I can share our tests of recycled foam.";

        Assert.Equal(
            $"""
            Hello, I am Ava Stone. I design running shoes at a studio of six people in Porto. We are leaving our only supplier.

            Your talk in Lisbon about moving Nike's sourcing closer to home is the only one I found with small suppliers in it.

            {TheAsk}

            A no is completely fine, no reason needed. Thank you for reading this.

            Ava Stone
            """,
            Asks.Good.Note);
    }

    [Fact]
    public void Fragments_become_sentences()
    {
        var note = NoteDraft.Of(Examples.InFragments, "Ava Stone");
        Assert.StartsWith("Hello, I am Ava Stone, a nurse in Leeds who retrains as a data analyst.", note, StringComparison.Ordinal);
        Assert.Contains("I hope to meet someone who moved from nursing to data. I ask because they wrote", note, StringComparison.Ordinal);
        Assert.Contains("My ask is small: three questions by phone, 15 minutes.", note, StringComparison.Ordinal);
        Assert.Contains("What I can offer in return: nothing yet, and grateful.", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_names_themselves_is_not_introduced_twice() =>
        Assert.StartsWith(
            "Hello. I'm Ava, a baker.",
            NoteDraft.Of(Asks.Good with { AboutYou = "Hi there! I'm Ava, a baker." }, "Ava Stone"), StringComparison.Ordinal);

    [Fact]
    public void A_long_draft_drops_whole_sentences_and_says_that_there_is_more()
    {
        var ask = Asks.Good with
        {
            AboutYou = Asks.Good.AboutYou
                + " I also teach drawing to children on Saturdays, and we keep two dogs, a cat and a loud parrot at the studio.",
        };
        var note = NoteDraft.Of(ask, "Ava Stone");
        Assert.DoesNotContain("parrot", note, StringComparison.Ordinal);
        Assert.Contains("I am happy to tell you more.", note, StringComparison.Ordinal);
        Assert.Contains(Asks.Good.SmallStep, note, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_legal_fields_make_a_note_within_its_limits() => Gen.Select(
            Text(30, 300), Text(40, 400), Text(20, 240), Text(0, 240), Text(3, 120), Text(0, 120), Text(1, 80))
        .Sample((about, why, step, back, who, reason, name) =>
        {
            var ask = new Ask
            {
                AboutYou = about,
                WhyThem = why,
                SmallStep = step,
                InReturn = back,
                Who = who,
                Deadline = Asks.Today,
                DeadlineReason = reason,
            };
            var note = NoteDraft.Of(ask, name);
            return AskTemplate.WordCount(note) <= NoteDraft.MaxWords
                && note.Length <= AskTemplate.NoteLength
                && note.Contains(NoteDraft.WayOut, StringComparison.Ordinal)
                && note.Contains(NoteDraft.Thanks, StringComparison.Ordinal);
        });

    [Fact]
    public void An_endless_sentence_ends_at_a_whole_word_and_shows_it()
    {
        var ask = new Ask { AboutYou = Endless("mmm", 300), WhyThem = Endless("vvv", 400), SmallStep = Endless("zzz", 240) };
        var note = NoteDraft.Of(ask, "Ava Stone");
        Assert.All(["mmm…", "vvv…", "zzz…"], ending => Assert.Contains(ending, note, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"\b(?:mm?|vv?|zz?)\b", note);
    }

    private static string Endless(string word, int length) => string.Join(' ', Enumerable.Repeat(word, length / (word.Length + 1)));

    private static Gen<string> Text(int min, int max) =>
        Gen.OneOf([.. "aB  .?,\n7’".Select(letter => Gen.Const(letter))]).Array[min, max].Select(letters => new string(letters));
}
