using IntroBot.Slack.Inbound;

namespace IntroBot.Slack;

/// <summary>Tells the person who installed the app how to begin.</summary>
internal sealed class SlackWelcome(SlackAnswers answers)
{
    public Task SayAsync(string team, string? installer, CancellationToken token) =>
        SlackIds.IsPerson(installer)
            ? answers.SayAsync(new SlackUserRef(team, installer!), AdmissionCards.Welcome, $"welcome-{Guid.NewGuid():N}", token)
            : Task.CompletedTask;
}
