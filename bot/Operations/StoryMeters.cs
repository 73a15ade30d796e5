using System.Collections.Immutable;
using IntroBot.Decisions;
using IntroBot.Intros;

namespace IntroBot.Operations;

/// <summary>Counts what the story decides, by the lines it writes into its own outcome log.</summary>
internal sealed class StoryMeters(Meters meters) : IWitness
{
    public void Saw(Kept state, ImmutableArray<LogEntry> log)
    {
        if (state is Intro intro)
        {
            foreach (var line in log)
            {
                Count(intro, line);
            }
        }
    }

    private void Count(Intro intro, LogEntry line)
    {
        switch (line.Stage)
        {
            case nameof(IntroStage.Asked):
                meters.Asks.Add(1);
                break;
            case nameof(IntroStage.Offered):
                meters.Offers.Add(1);
                break;
            case nameof(IntroStage.Closed) when intro.Outcome is { } outcome:
                meters.Loops.Add(1, Tag("outcome", $"{outcome}"));
                break;
        }

        if (AnswerOf(line.Event) is not { } answer)
        {
            return;
        }

        meters.Answers.Add(1, Tag("answer", answer));
        if (line.Event == nameof(OfferStatus.Accepted) && intro.AskedAt is { } asked)
        {
            meters.TimeToYes.Record((line.At - asked).TotalSeconds);
        }
    }

    /// <summary>The end of an offer is told by the name of what became of it.</summary>
    internal static string? AnswerOf(string what) => what switch
    {
        nameof(OfferStatus.Accepted) => "yes",
        nameof(OfferStatus.Declined) => "no",
        nameof(OfferStatus.Expired) => "silence",
        nameof(OfferStatus.Released) => "stepped_back",
        _ => null,
    };

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
