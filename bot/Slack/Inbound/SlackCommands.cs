using IntroBot.Chat.Interactions;
using IntroBot.Conversation;
using IntroBot.Platforms;

namespace IntroBot.Slack.Inbound;

/// <summary><c>/intro</c> and its words, and the global shortcut, which says no more than the bare command.</summary>
internal sealed class SlackCommands(
    Admission admission, SlackPeople people, Dispatcher dispatcher, SlackReplies replies, SlackHomeRefresher homes)
{
    private const int MaxTextLength = 8000;

    public Task<SlackAnswer> AnswerAsync(SlashCommand command, bool mayAsk, CancellationToken token) =>
        command.TriggerId is { Length: > 0 } trigger
            ? AnswerAsync(
                command.TeamId, command.UserId, home: null, command.Text ?? "",
                new ReplyTarget.Command(trigger, command.ResponseUrl), trigger, mayAsk, token)
            : Task.FromResult<SlackAnswer>(new SlackAnswer.BadRequest());

    public Task<SlackAnswer> AnswerAsync(InteractionPayload shortcut, bool mayAsk, CancellationToken token) =>
        shortcut.TriggerId is { Length: > 0 } trigger
            ? AnswerAsync(
                shortcut.InstalledTeam, shortcut.User?.Id, shortcut.User?.TeamId, "", new ReplyTarget.Shortcut(trigger), trigger, mayAsk,
                    token)
            : Task.FromResult<SlackAnswer>(new SlackAnswer.BadRequest());

    private async Task<SlackAnswer> AnswerAsync(
        string? team, string? user, string? home, string text, ReplyTarget target, string trigger, bool mayAsk, CancellationToken token)
    {
        switch (await admission.AdmitAsync(team, user, home, mayAsk, token))
        {
            case AdmissionResult<Actor>.Admitted when text.Length > MaxTextLength:
                return await replies.SayAsync(AdmissionCards.TooLong, team!, user!, target, trigger, token);
            case AdmissionResult<Actor>.Admitted { Actor: var actor }:
                if (await people.NameAsync(actor.Team, SlackText.Mentions(text), mayAsk, token) is not { } mentioned)
                {
                    return new SlackAnswer.Unidentified(actor.Team, actor.Id);
                }

                var words = SlackText.Read(text, mentioned);
                var typed = new Interaction.CommandTyped(actor.Person, actor.KeyOf(trigger), words, [.. mentioned.Values])
                {
                    IsSteward = actor.IsSteward,
                };
                var answer = await replies.ShowAsync(
                    await dispatcher.DispatchAsync(typed, token), actor, target, typed.IdempotencyKey, token);
                homes.Refresh(actor.Team, actor.Id);
                return answer;
            case AdmissionResult<Actor>.Refused closed:
                return await replies.SayAsync(closed.Why, team!, user!, target, trigger, token);
            case AdmissionResult<Actor>.Unidentified:
                return new SlackAnswer.Unidentified(team!, user!);
            default:
                return new SlackAnswer.BadRequest();
        }
    }
}
