using System.Collections.Concurrent;
using System.Text.Json;
using IntroBot.Chat;

namespace IntroBot.Slack;

/// <summary>
/// Knows people by what Slack says of them, and tells the story when somebody is a member no longer: by an event, or by the next look
/// when the event was missed.
/// </summary>
internal sealed class SlackPeople(SlackApi api, Dispatcher dispatcher, IShelf shelf, Afterwards afterwards, SlackClock wall)
{
    /// <summary>How long somebody unknown, or known too long ago, may keep an acknowledgement waiting.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(900);
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <summary>Rights are not believed as long as names are.</summary>
    private static readonly TimeSpan FreshRights = TimeSpan.FromMinutes(5);

    /// <summary>How long another instance may know more than this one.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private const int MostRemembered = 20_000;

    private readonly ConcurrentDictionary<(string Team, string Id), (SlackProfile Profile, DateTimeOffset Since)> remembered = new();

    /// <summary>A person, or null when Slack does not say in time.</summary>
    public async Task<SlackProfile?> FindAsync(string team, string id, CancellationToken token)
    {
        if (!SlackIds.IsPerson(id))
        {
            return null;
        }

        var known = await RecallAsync(team, id, token);
        var fresh = known is { LooksAfter: true } ? FreshRights : Fresh;
        return known is not null && known.SeenAt + fresh >= wall.Now
            ? known
            : await AskInTimeAsync(team, id, token) ?? (known is null ? null : known with { LooksAfter = false });
    }

    /// <summary>Takes in what Slack says about a person; the story hears of a leaving first, so that a failure is made good by the next look.</summary>
    public async Task<SlackProfile> LearnAsync(string team, string id, SlackUser user, DateTimeOffset at, CancellationToken token)
    {
        var before = await RecallAsync(team, id, token);
        var profile = SlackProfile.Of(user, id, team, at);
        if (before is { Standing: Standing.Member } && profile.Standing != Standing.Member)
        {
            await dispatcher.DispatchAsync(new Interaction.PersonLeft(before.In(team), $"{id}!left-{before.SeenAt.UtcTicks}"), token);
        }

        await shelf.PutAsync(SlackShelves.People(team), id, JsonSerializer.Serialize(profile, SlackProfileJson.Default.SlackProfile), token);
        return Remember(team, profile);
    }

    /// <summary>A person as they are kept, without asking Slack.</summary>
    public async Task<SlackProfile?> RecallAsync(string team, string id, CancellationToken token)
    {
        if (remembered.TryGetValue((team, id), out var recent) && recent.Since + Remembered > wall.Now)
        {
            return recent.Profile;
        }

        return await shelf.FindAsync(SlackShelves.People(team), id, token) is { } text && JsonSerializer.Deserialize(text, SlackProfileJson.Default.SlackProfile) is { } kept
            ? Remember(team, kept)
            : null;
    }

    private SlackProfile Remember(string team, SlackProfile profile)
    {
        if (remembered.Count >= MostRemembered)
        {
            remembered.Clear();
        }

        remembered[(team, profile.Id)] = (profile, wall.Now);
        return profile;
    }

    /// <summary>What Slack says too late for this act is there for the next.</summary>
    private async Task<SlackProfile?> AskInTimeAsync(string team, string id, CancellationToken token)
    {
        var answer = new TaskCompletionSource<SlackProfile?>(TaskCreationOptions.RunContinuationsAsynchronously);
        afterwards.Do("look a person up", async late =>
        {
            try
            {
                answer.SetResult(await api.UserAsync(team, id, late) switch
                {
                    SlackResult<SlackUser?>.Done { Value: { } user } => await LearnAsync(team, id, user, wall.Now, late),
                    SlackResult<SlackUser?>.Refused { Error: "user_not_found" or "user_not_visible" } => SlackProfile.Nobody(id, wall.Now),
                    _ => null,
                });
            }
            finally
            {
                answer.TrySetResult(null);
            }
        });
        try
        {
            return await answer.Task.WaitAsync(Patience, wall.Time, token);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
