using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace IntroBot.Tests.Slack.Double.Deliveries;

/// <summary>What lets the app open a modal: three seconds, once.</summary>
internal sealed class FakeSlackTriggers
{
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, Trigger> triggers = new(StringComparer.Ordinal);

    /// <summary>Time that passed for nobody: the clock was only moved on so that no test waits.</summary>
    public Func<TimeSpan> Skipped { get; set; } = () => TimeSpan.Zero;

    public string Issue(FakeSlackPerson person)
    {
        var (one, other) = (RandomNumberGenerator.GetInt32(1_000_000), RandomNumberGenerator.GetInt32(1_000_000));
        var id = $"{one}.{other}.{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
        triggers[id] = new Trigger(person, NowIn(person.Workspace));
        return id;
    }

    /// <summary>Uses a trigger up; the error if that cannot be.</summary>
    internal string? Take(string id, FakeSlackWorkspace workspace, out FakeSlackPerson person)
    {
        person = workspace.Slackbot;
        if (!triggers.TryGetValue(id, out var trigger) || trigger.Person.Workspace != workspace) return "invalid_trigger_id";
        if (trigger.IsUsed) return "exchanged_trigger_id";
        if (NowIn(workspace) - trigger.SentAt >= Life) return "expired_trigger_id";
        trigger.IsUsed = true;
        person = trigger.Person;
        return null;
    }

    private DateTimeOffset NowIn(FakeSlackWorkspace workspace) => workspace.Slack.Clock.GetUtcNow() - Skipped();

    private sealed class Trigger(FakeSlackPerson person, DateTimeOffset sentAt)
    {
        public FakeSlackPerson Person { get; } = person;

        public DateTimeOffset SentAt { get; } = sentAt;

        public bool IsUsed { get; set; }
    }
}
