using IntroBot.Chat;
using IntroBot.Platforms;

namespace IntroBot.Slack;

/// <summary>Lets in the members of a workspace in which the app is installed, and tells everybody else kindly why not.</summary>
internal sealed class Admission(IInstallations installations, SlackPeople people, PersonLines lines)
{
    /// <summary>
    /// Whether somebody may act; <paramref name="mayAsk"/> tells whether Slack may be asked who they are, and whether the app is installed.
    /// </summary>
    public async Task<Entry<Actor>> AdmitAsync(string? team, string? user, string? home, bool mayAsk, CancellationToken token)
    {
        if (!SlackIds.IsTeam(team) || !SlackIds.IsPerson(user))
        {
            return new Entry<Actor>.Senseless();
        }

        try
        {
            return await (mayAsk ? installations.FindAsync(team!, token) : installations.RecallAsync(team!, token)) switch
            {
                null => new Entry<Actor>.Closed(AdmissionCards.NotInstalled),
                { BotUser: var bot } when user == bot || user == SlackProfile.Slackbot => new Entry<Actor>.Senseless(),
                _ when SlackIds.IsTeam(home) && home != team => new Entry<Actor>.Closed(AdmissionCards.Foreign),
                _ when !mayAsk && lines.Holds(team!, user!) => new Entry<Actor>.NotNow(),
                var installation => EntryOf(installation, await people.FindAsync(team!, user!, mayAsk, token)),
            };
        }
        catch (SlackUnreachableException) when (!mayAsk)
        {
            return new Entry<Actor>.NotNow();
        }
    }

    private static Entry<Actor> EntryOf(Installation installation, SlackProfile? profile) => profile switch
    {
        null => new Entry<Actor>.NotNow(),
        { Standing: Standing.Member } member =>
            new Entry<Actor>.Open(new Actor(installation, member.In(installation.Team), member.LooksAfter)),
        { Standing: Standing.Guest } => new Entry<Actor>.Closed(AdmissionCards.Guest),
        { Standing: Standing.Foreign } => new Entry<Actor>.Closed(AdmissionCards.Foreign),
        _ => new Entry<Actor>.Senseless(),
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
