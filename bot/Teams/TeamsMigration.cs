using IntroBot.Platforms;

namespace IntroBot.Teams;

/// <summary>Takes over, at the start, what an older version owed and kept on collections.</summary>
internal sealed class TeamsMigration(StoreMigration old, TeamsAnswers answers) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        old.Move(TeamsStoreNames.Promised, item =>
        {
            var promised = JsonSerializer.Deserialize(item.Text, FormerAnswerJson.Default.FormerAnswer)!;
            var answer = TeamsAnswers.Write(new PostedAnswer(promised.Words));
            return new MigratedWork(
                TeamsAnswers.Owner(new TeamsUserRef(promised.Workspace, promised.User)), new QueuedWork(answers.Kind, answer), promised.At);
        });
        old.Move(TeamsStoreNames.OwedHomes, item =>
        {
            var whose = item.Key.Split('~', 2);
            var owner = TeamsAnswers.Owner(new TeamsUserRef(whose[0], whose[1]));
            return new MigratedWork(owner, TeamsHomeStore.Post(TeamsHomeStore.First), default);
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
