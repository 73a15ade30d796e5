using System.Collections.Concurrent;
using System.Text.Json;
using IntroBot.Chat;

namespace IntroBot.Slack;

/// <summary>Knows people by what Slack says of them: kept a day, then looked up again beside the work.</summary>
internal sealed class SlackPeople(SlackApi api, IShelf shelf, Afterwards afterwards, SlackClock wall)
{
    /// <summary>How long somebody who was never seen may keep an acknowledgement waiting.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    private const int MostRemembered = 20_000;

    private readonly ConcurrentDictionary<(string Team, string Id), SlackProfile> remembered = new();

    /// <summary>A person, or null when nobody has that id or Slack does not say in time.</summary>
    public async Task<SlackProfile?> FindAsync(string team, string id, CancellationToken token)
    {
        if (!SlackIds.IsPerson(id))
        {
            return null;
        }

        if (await RecallAsync(team, id, token) is not { } known)
        {
            return await AskInTimeAsync(team, id, token);
        }

        if (known.SeenAt + Fresh < wall.Now)
        {
            afterwards.Do("look a person up", late => AskAsync(team, id, late));
        }

        return known;
    }

    /// <summary>Takes in what an event tells about a person.</summary>
    public async Task<SlackProfile> LearnAsync(string team, string id, SlackUser user, CancellationToken token)
    {
        var profile = SlackProfile.Of(user, id, team, wall.Now);
        await shelf.PutAsync(SlackShelves.People(team), id, JsonSerializer.Serialize(profile, SlackProfileJson.Default.SlackProfile), token);
        if (remembered.Count >= MostRemembered)
        {
            remembered.Clear();
        }

        return remembered[(team, id)] = profile;
    }

    /// <summary>A person as they are kept, without asking Slack.</summary>
    public async Task<SlackProfile?> RecallAsync(string team, string id, CancellationToken token)
    {
        if (remembered.TryGetValue((team, id), out var profile))
        {
            return profile;
        }

        if (await shelf.FindAsync(SlackShelves.People(team), id, token) is not { } text)
        {
            return null;
        }

        return JsonSerializer.Deserialize(text, SlackProfileJson.Default.SlackProfile) is { } kept ? remembered[(team, id)] = kept : null;
    }

    private async Task<SlackProfile?> AskInTimeAsync(string team, string id, CancellationToken token)
    {
        using var patience = new CancellationTokenSource(Patience, wall.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, token);
        try
        {
            return await AskAsync(team, id, both.Token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            // The next attempt finds them: what Slack says late is kept all the same.
            afterwards.Do("look a person up", late => AskAsync(team, id, late));
            return null;
        }
    }

    private async Task<SlackProfile?> AskAsync(string team, string id, CancellationToken token) => await api.UserAsync(team, id, token) switch
    {
        SlackResult<SlackUser?>.Done { Value: { } user } => await LearnAsync(team, id, user, token),
        _ => null,
    };
}
