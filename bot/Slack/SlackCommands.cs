using IntroBot.Chat;
using IntroBot.Platforms;

namespace IntroBot.Slack;

/// <summary><c>/intro</c> and its words, and the global shortcut, which says no more than the bare command.</summary>
internal sealed class SlackCommands(Admission admission, SlackPeople people, Dispatcher dispatcher, SlackReplies replies, SlackHomes homes)
{
    private const int LongestText = 8000;

    public Task<SlackAnswer> AnswerAsync(SlashCommand command, bool mayAsk, CancellationToken token) =>
        command.TriggerId is { Length: > 0 } trigger
            ? AnswerAsync(
                command.TeamId, command.UserId, home: null, command.Text ?? "",
                new Spot.Command(trigger, command.ResponseUrl), trigger, mayAsk, token)
            : Task.FromResult<SlackAnswer>(new SlackAnswer.Senseless());

    public Task<SlackAnswer> AnswerAsync(InteractionPayload shortcut, bool mayAsk, CancellationToken token) =>
        shortcut.TriggerId is { Length: > 0 } trigger
            ? AnswerAsync(
                shortcut.InstalledTeam, shortcut.User?.Id, shortcut.User?.TeamId, "", new Spot.Shortcut(trigger), trigger, mayAsk, token)
            : Task.FromResult<SlackAnswer>(new SlackAnswer.Senseless());

    private async Task<SlackAnswer> AnswerAsync(
        string? team, string? user, string? home, string text, Spot spot, string trigger, bool mayAsk, CancellationToken token)
    {
        switch (await admission.AdmitAsync(team, user, home, mayAsk, token))
        {
            case Entry<Actor>.Open when text.Length > LongestText:
                return await replies.SayAsync(AdmissionCards.TooLong, team!, user!, spot, trigger, token);
            case Entry<Actor>.Open { Actor: var actor }:
                if (await people.NameAsync(actor.Team, SlackText.Mentions(text), mayAsk, token) is not { } mentioned)
                {
                    return new SlackAnswer.NotYet(actor.Team, actor.Id);
                }

                var words = SlackText.Read(text, mentioned);
                var typed = new Interaction.CommandTyped(actor.Person, actor.KeyOf(trigger), words, [.. mentioned.Values])
                {
                    BySteward = actor.LooksAfter,
                };
                var answer = await replies.ShowAsync(await dispatcher.DispatchAsync(typed, token), actor, spot, typed.Key, token);
                homes.Refresh(actor.Team, actor.Id);
                return answer;
            case Entry<Actor>.Closed closed:
                return await replies.SayAsync(closed.Why, team!, user!, spot, trigger, token);
            case Entry<Actor>.NotNow:
                return new SlackAnswer.NotYet(team!, user!);
            default:
                return new SlackAnswer.Senseless();
        }
    }
}
