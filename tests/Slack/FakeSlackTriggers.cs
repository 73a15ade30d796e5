using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace IntroBot.Tests.Slack;

/// <summary>What lets the app open a modal: three seconds, once.</summary>
internal sealed class FakeSlackTriggers
{
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, Trigger> triggers = new(StringComparer.Ordinal);

    public string Issue(FakeSlackPerson person)
    {
        var (one, other) = (RandomNumberGenerator.GetInt32(1_000_000), RandomNumberGenerator.GetInt32(1_000_000));
        var id = $"{one}.{other}.{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
        triggers[id] = new Trigger(person, person.Workspace.Slack.Clock.GetUtcNow());
        return id;
    }

    /// <summary>Uses a trigger up; the error if that cannot be.</summary>
    internal string? Take(string id, FakeSlackWorkspace workspace, out FakeSlackPerson person)
    {
        person = workspace.Slackbot;
        if (!triggers.TryGetValue(id, out var trigger) || trigger.Person.Workspace != workspace) return "invalid_trigger_id";
        if (trigger.IsUsed) return "exchanged_trigger_id";
        if (workspace.Slack.Clock.GetUtcNow() - trigger.SentAt >= Life) return "expired_trigger_id";
        trigger.IsUsed = true;
        person = trigger.Person;
        return null;
    }

    private sealed class Trigger(FakeSlackPerson person, DateTimeOffset sentAt)
    {
        public FakeSlackPerson Person { get; } = person;

        public DateTimeOffset SentAt { get; } = sentAt;

        public bool IsUsed { get; set; }
    }
}
