using IntroBot.Chat;
using IntroBot.Platforms;

namespace IntroBot.Slack;

/// <summary>Lets in the members of a workspace in which the app is installed, and tells everybody else kindly why not.</summary>
internal sealed class Admission(IInstallations installations, SlackPeople people, PersonLines lines)
{
    /// <summary>Whether somebody may act; <paramref name="mayAsk"/> tells whether Slack may be asked who they are, and whether the app is installed.</summary>
    public async Task<Entry> AdmitAsync(string? team, string? user, string? home, bool mayAsk, CancellationToken token)
    {
        if (!SlackIds.IsTeam(team) || !SlackIds.IsPerson(user))
        {
            return new Entry.Senseless();
        }

        try
        {
            return await (mayAsk ? installations.FindAsync(team!, token) : installations.RecallAsync(team!, token)) switch
            {
                null => new Entry.Closed(AdmissionCards.NotInstalled),
                { BotUser: var bot } when user == bot || user == SlackProfile.Slackbot => new Entry.Senseless(),
                _ when SlackIds.IsTeam(home) && home != team => new Entry.Closed(AdmissionCards.Foreign),
                _ when !mayAsk && lines.Holds(team!, user!) => new Entry.NotNow(),
                var installation => EntryOf(installation, await people.FindAsync(team!, user!, mayAsk, token)),
            };
        }
        catch (SlackUnreachableException) when (!mayAsk)
        {
            return new Entry.NotNow();
        }
    }

    private static Entry EntryOf(Installation installation, SlackProfile? profile) => profile switch
    {
        null => new Entry.NotNow(),
        { Standing: Standing.Member } member => new Entry.Open(new Actor(installation, member.In(installation.Team), member.LooksAfter)),
        { Standing: Standing.Guest } => new Entry.Closed(AdmissionCards.Guest),
        { Standing: Standing.Foreign } => new Entry.Closed(AdmissionCards.Foreign),
        _ => new Entry.Senseless(),
    };
}

/// <summary>Who acts, where the app is installed, and whether they look after the workspace.</summary>
internal sealed record Actor(Installation Installation, Person Person, bool LooksAfter)
{
    public string Team => Installation.Team;

    public string Id => Person.Ref.Id;

    /// <summary>One person's keys never meet another's.</summary>
    public string KeyOf(string act) => $"{Id}!{act}";
}

/// <summary>Whether somebody may act.</summary>
internal abstract record Entry
{
    private Entry() { }

    public sealed record Open(Actor Actor) : Entry;

    /// <summary>Not here, with a private word that says why.</summary>
    public sealed record Closed(Card Why) : Entry;

    /// <summary>Slack has to say first who it is, or something of the same person waits for that.</summary>
    public sealed record NotNow : Entry;

    /// <summary>Nobody who could read a word: a bot, somebody who left, or no person at all.</summary>
    public sealed record Senseless : Entry;
}
