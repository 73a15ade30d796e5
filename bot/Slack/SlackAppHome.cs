using IntroBot.Platforms;
using IntroBot.Slack.Inbound;

namespace IntroBot.Slack;

/// <summary>
/// The app opened in the sidebar, by its Home or its Messages tab: the one is drawn, and in the other a newcomer is greeted;
/// <see href="https://docs.slack.dev/reference/events/app_home_opened"/>. Guests and visitors read in both what they can do.
/// </summary>
internal sealed class SlackAppHome(Admission admission, SlackHomeRefresher homes, SlackWelcome welcome)
{
    private const string HomeTab = "home";
    private const string MessagesTab = "messages";

    public async Task<SlackAnswer> OpenedAsync(EventEnvelope envelope, SpokenEvent? opened, bool mayAsk, CancellationToken token)
    {
        if (opened is not { Tab: HomeTab or MessagesTab, User: { } user })
        {
            return new SlackAnswer.Empty();
        }

        switch (await admission.AdmitAsync(envelope.InstalledTeam, user, envelope.Enterprise, mayAsk, token))
        {
            case AdmissionResult<Actor>.Admitted { Actor: var actor }:
                await ShowAsync(actor.User, opened, AdmissionCards.Hello, token);
                return new SlackAnswer.Empty();
            case AdmissionResult<Actor>.Unidentified:
                return new SlackAnswer.Unidentified(envelope.InstalledTeam!, user);
            case AdmissionResult<Actor>.Refused { Why: var why } when why != AdmissionCards.NotInstalled:
                // Without a home, Slack shows guests and visitors for ever that somebody works on it.
                await ShowAsync(new SlackUserRef(envelope.InstalledTeam!, user), opened, why, token);
                return new SlackAnswer.Empty();
            case AdmissionResult<Actor>.Refused or AdmissionResult<Actor>.Ignored:
                return new SlackAnswer.Empty();
            default:
                throw new UnreachableException();
        }
    }

    private async Task ShowAsync(SlackUserRef user, SpokenEvent opened, Card greeting, CancellationToken token)
    {
        if (opened.Tab == MessagesTab)
        {
            await welcome.GreetAsync(user, opened.Channel, greeting, token);
            return;
        }

        homes.Open(user, opened.View?.Hash);
    }
}
