using IntroBot.Chat;

namespace IntroBot.Slack;

/// <summary>Lets in the members of a workspace in which the app is installed, and tells everybody else kindly why not.</summary>
internal sealed class Admission(IInstallations installations, SlackPeople people)
{
    public async Task<Entry> AdmitAsync(string? team, string? user, string? home, CancellationToken token)
    {
        if (!SlackIds.IsTeam(team) || !SlackIds.IsPerson(user))
        {
            return new Entry.Senseless();
        }

        if (await installations.FindAsync(team!, token) is not { } installation)
        {
            return new Entry.Closed(AdmissionCards.NotInstalled);
        }

        if (user == installation.BotUser || user == SlackProfile.Slackbot)
        {
            return new Entry.Senseless();
        }

        if (SlackIds.IsTeam(home) && home != team)
        {
            return new Entry.Closed(AdmissionCards.Foreign);
        }

        return await people.FindAsync(team!, user!, token) switch
        {
            null => new Entry.NotNow(),
            { Standing: Standing.Member } member => new Entry.Open(new Actor(installation, member.In(team!), member.LooksAfter)),
            { Standing: Standing.Guest } => new Entry.Closed(AdmissionCards.Guest),
            { Standing: Standing.Foreign } => new Entry.Closed(AdmissionCards.Foreign),
            _ => new Entry.Senseless(),
        };
    }
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

    /// <summary>Slack does not say who it is just now.</summary>
    public sealed record NotNow : Entry;

    /// <summary>Nobody who could read a word: a bot, somebody who left, or no person at all.</summary>
    public sealed record Senseless : Entry;
}
