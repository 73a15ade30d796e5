using IntroBot.Platforms;

namespace IntroBot.Slack;

/// <summary>Takes over, at the start, what an older version owed and kept on collections.</summary>
internal sealed class SlackMigration(StoreMigration old, SlackAnswers answers) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        old.Move(SlackStoreNames.Promised, item =>
        {
            var promised = JsonSerializer.Deserialize(item.Text, FormerAnswerJson.Default.FormerAnswer)!;
            var words = JsonSerializer.Deserialize(promised.Words, FormerWordsJson.Default.SlackWords)!;
            var answer = SlackAnswers.Write(new PostedAnswer(words.Text, words.Blocks, Channel: null));
            return new MigratedWork(
                SlackAnswers.Owner(new SlackUserRef(promised.Workspace, promised.User)), new QueuedWork(answers.Kind, answer), promised.At);
        });
        old.Move(SlackStoreNames.Waiting, item =>
        {
            var waiting = DeferredRequests.Read(item.Text);
            return new MigratedWork(
                SlackAnswers.Owner(new SlackUserRef(waiting.Team, waiting.User)),
                new QueuedWork(DeferredRequests.Kind, item.Text),
                waiting.At);
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

[JsonSerializable(typeof(SlackWords))]
internal sealed partial class FormerWordsJson : JsonSerializerContext;
