using IntroBot.Platforms;
using IntroBot.Slack.Install;
using IntroBot.Slack.WebApi;

namespace IntroBot.Slack.Inbound;

/// <summary>Lets in the members of a workspace in which the app is installed, and tells everybody else kindly why not.</summary>
internal sealed class Admission(IInstallations installations, SlackPeople people, IWorkQueue queue)
{
    /// <summary>
    /// Whether a person may act; <paramref name="mayAsk"/> tells whether Slack may be asked who they are, and whether the app is installed.
    /// Whose workspace a request names says nothing: on Enterprise Grid a member comes from any workspace of the
    /// <paramref name="enterprise"/>, so that only Slack's own word on the person decides.
    /// </summary>
    public async Task<AdmissionResult<Actor>> AdmitAsync(
        string? team, string? user, string? enterprise, bool mayAsk, CancellationToken token)
    {
        if (!SlackIds.IsTeam(team) || !SlackIds.IsPerson(user))
        {
            return new AdmissionResult<Actor>.Ignored();
        }

        try
        {
            return await (mayAsk ? installations.FindAsync(team!, token) : installations.RecallAsync(team!, token)) switch
            {
                null => await AdmitSiblingAsync(user!, enterprise, mayAsk, token),
                { BotUser: var bot } when user == bot || user == SlackProfile.Slackbot => new AdmissionResult<Actor>.Ignored(),
                _ when !mayAsk && Waits(new SlackUserRef(team!, user!)) => new AdmissionResult<Actor>.Unidentified(),
                var installation => EntryOf(installation, await people.FindAsync(new SlackUserRef(team!, user!), mayAsk, token)),
            };
        }
        catch (SlackUnreachableException) when (!mayAsk)
        {
            return new AdmissionResult<Actor>.Unidentified();
        }
    }

    /// <summary>
    /// Somebody who acts from another workspace of the organization, and is a member here too. Elsewhere the app is not at home.
    /// </summary>
    private async Task<AdmissionResult<Actor>> AdmitSiblingAsync(string user, string? enterprise, bool mayAsk, CancellationToken token)
    {
        var entry = !string.IsNullOrEmpty(enterprise) && await installations.OnlyAsync(mayAsk, token) is { } only
            ? EntryOf(only, await people.FindAsync(new SlackUserRef(only.Team, user), mayAsk, token))
            : new AdmissionResult<Actor>.Ignored();
        return entry is AdmissionResult<Actor>.Admitted or AdmissionResult<Actor>.Unidentified
            ? entry
            : new AdmissionResult<Actor>.Refused(AdmissionCards.NotInstalled);
    }

    /// <summary>A request of this person waits in the queue, and what comes next must not overtake it.</summary>
    private bool Waits(SlackUserRef user) => queue.HasPending(SlackAnswers.Owner(user), DeferredRequests.Kind);

    private static AdmissionResult<Actor> EntryOf(Installation installation, SlackProfile? profile) => profile switch
    {
        null => new AdmissionResult<Actor>.Unidentified(),
        { Kind: MemberKind.Member } member =>
            new AdmissionResult<Actor>.Admitted(new Actor(installation, member.In(installation.Team), member.IsSteward)),
        { WhyNot: { } why } => new AdmissionResult<Actor>.Refused(why),
        _ => new AdmissionResult<Actor>.Ignored(),
    };
}

/// <summary>Who acts, where the app is installed, and whether they look after the workspace.</summary>
internal sealed record Actor(Installation Installation, Person Person, bool IsSteward)
{
    public string Team => Installation.Team;

    public string Id => Person.Ref.Id;

    public SlackUserRef User => new(Team, Id);

    /// <summary>The bot itself, as people mention it.</summary>
    public Person Bot => new(new PersonRef(SlackIds.Workspace(Team), Installation.BotUser), "IntroBot", "UTC", "en") { IsBot = true };

    /// <summary>One person's keys never meet another's.</summary>
    public string KeyOf(string act) => $"{Id}!{act}";
}
