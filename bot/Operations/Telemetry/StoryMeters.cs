using IntroBot.Intros;

namespace IntroBot.Operations.Telemetry;

/// <summary>Counts the events of the story by the lines of its outcome log.</summary>
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
        switch (line.Event)
        {
            case LogEvent.Asked:
                meters.Asks.Add(1);
                break;
            case LogEvent.Offered:
                meters.Offers.Add(1);
                break;
            case LogEvent.Accepted:
                meters.Answers.Add(1, Tag("answer", "yes"));
                meters.TimeToYes.Record((line.At - (intro.AskedAt ?? line.At)).TotalSeconds);
                break;
            case LogEvent.Declined:
                meters.Answers.Add(1, Tag("answer", "no"));
                break;
            case LogEvent.Expired:
                meters.Answers.Add(1, Tag("answer", "silence"));
                break;
            case LogEvent.Released:
                meters.Answers.Add(1, Tag("answer", "stepped_back"));
                break;
            case LogEvent.ClosedWithThanks when intro.Outcome is { } outcome:
                meters.Loops.Add(1, Tag("outcome", OutcomeNames.Of(outcome)));
                break;
            case LogEvent.ClosedWithThanks:
            case LogEvent.DraftStarted or LogEvent.DraftDiscarded or LogEvent.DraftLapsed:
            case LogEvent.SearchBegan or LogEvent.SearchBeganAgain or LogEvent.NoMatchYet:
            case LogEvent.Withdrawn or LogEvent.ClosedWithoutMatch or LogEvent.LapsedWithoutMatch:
            case LogEvent.Connected or LogEvent.OutcomeTold:
            case LogEvent.BecameGiver or LogEvent.ProfileChanged or LogEvent.Paused or LogEvent.PauseEnded or LogEvent.Resumed:
            case LogEvent.StoppedGiving or LogEvent.SettingsChanged:
                break;
        }
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
