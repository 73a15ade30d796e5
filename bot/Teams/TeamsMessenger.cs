using IntroBot.Platforms;

namespace IntroBot.Teams;

/// <summary>Brings the story's words to Teams; a receipt is the conversation and the id of the message.</summary>
internal sealed class TeamsMessenger(TeamsPosts posts, TeamsHomeRefresher homes, [SystemClock] TimeProvider clock) : IMessenger
{
    /// <summary>Shorter than the lease of an outbox row, so that no other instance takes it up meanwhile.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(14);

    public string Platform => "Teams";

    public bool Serves(WorkspaceId workspace) => TeamsIds.IsTeams(workspace);

    public async Task<SendResult<string>> DeliverAsync(Envelope envelope, CancellationToken token)
    {
        using var limit = new CancellationTokenSource(Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, token);
        var tenant = TeamsIds.Tenant(envelope.Workspace);
        try
        {
            return envelope.Replaces is { } receipt
                ? await posts.ChangeAsync(tenant, receipt, envelope, both.Token)
                : await posts.PostAsync(tenant, envelope, both.Token) is var posted and not SendResult<string>.Unknown
                    ? posted
                    : Lost(envelope.Attempt);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return Lost(envelope.Attempt);
        }
    }

    public void Stored(Envelope envelope)
    {
        foreach (var person in envelope.To.People)
        {
            homes.Refresh(TeamsIds.Tenant(envelope.Workspace), person.Id);
        }
    }

    /// <summary>
    /// The history of a chat is not ours to read: a message whose answer was lost is posted once more, and after that counts as sent, with
    /// no id to change it by.
    /// </summary>
    private static SendResult<string> Lost(int attempt) =>
        attempt == 1 ? new SendResult<string>.Unknown() : new SendResult<string>.Sent("");
}
