using IntroBot.Slack.Inbound;

namespace IntroBot.Slack;

/// <summary>Tells whoever installed the app how to begin.</summary>
internal sealed class SlackWelcome(SlackPromises promised)
{
    public Task SayAsync(string team, string? installer, CancellationToken token) =>
        SlackIds.IsPerson(installer) ? promised.SayAsync(team, installer!, AdmissionCards.Welcome, "welcome", token) : Task.CompletedTask;
}
