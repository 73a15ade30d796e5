using IntroBot.Slack.Inbound;

namespace IntroBot.Slack;

/// <summary>Tells how to begin: the person who installed the app, and everybody whose chat with the bot is still empty.</summary>
internal sealed class SlackWelcome(SlackAnswers answers, SlackChats chats)
{
    private const string Greeting = "greeting";

    public Task SayAsync(string team, string? installer, CancellationToken token) =>
        SlackIds.IsPerson(installer)
            ? answers.SayAsync(new SlackUserRef(team, installer!), AdmissionCards.Welcome, $"welcome-{Guid.NewGuid():N}", token)
            : Task.CompletedTask;

    /// <summary>
    /// Greets a person once in a lifetime: a chat in which something was said, or is about to be, is known from then on.
    /// </summary>
    public async Task GreetAsync(SlackUserRef user, string? chat, Card card, CancellationToken token)
    {
        if (answers.HasPending(user) || await chats.IsKnownAsync(user, token))
        {
            return;
        }

        await answers.SayAsync(user, card, Greeting, token);
        if (SlackIds.IsChannel(chat))
        {
            await chats.LearnAsync(user, chat!, token);
        }
    }
}
