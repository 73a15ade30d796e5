using System.Collections.Immutable;
using IntroBot.Decisions;
using IntroBot.Intros;

namespace IntroBot.Operations.Telemetry;

/// <summary>Counts what the story decides, by the lines it writes into its own outcome log.</summary>
internal sealed class StoryMeters(Meters meters) : ICommitObserver
{
    public void OnCommitted(Aggregate state, ImmutableArray<LogEntry> log)
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
            case StageNames.Asked:
                meters.Asks.Add(1);
                break;
            case StageNames.Offered:
                meters.Offers.Add(1);
                break;
            case StageNames.Closed when intro.Outcome is { } outcome:
                meters.Loops.Add(1, Tag("outcome", OutcomeNames.Of(outcome)));
                break;
        }

        if (AnswerOf(line.Event) is not { } answer)
        {
            return;
        }

        meters.Answers.Add(1, Tag("answer", answer));
        if (line.Event == LogEvents.Accepted && intro.AskedAt is { } asked)
        {
            meters.TimeToYes.Record((line.At - asked).TotalSeconds);
        }
    }

    /// <summary>The end of an offer is told by the name of what became of it.</summary>
    internal static string? AnswerOf(string what) => what switch
    {
        LogEvents.Accepted => "yes",
        LogEvents.Declined => "no",
        LogEvents.Expired => "silence",
        LogEvents.Released => "stepped_back",
        _ => null,
    };

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
