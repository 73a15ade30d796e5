using IntroBot.Platforms;

namespace IntroBot.Slack.Inbound;

/// <summary><c>/intro</c> and its words, and the global shortcut, which says no more than the bare command.</summary>
internal sealed class SlackCommands(SlackTurn turn, SlackPeople people)
{
    private const int MaxTextLength = 8000;

    public Task<SlackAnswer> AnswerAsync(SlashCommand command, bool mayAsk, CancellationToken token) =>
        command.TriggerId is { Length: > 0 } trigger
            ? AnswerAsync(
                new SlackAct(command.TeamId, command.UserId, command.EnterpriseId, trigger, mayAsk)
                {
                    Target = () => Task.FromResult<ReplyTarget>(new ReplyTarget.Command(trigger, command.ResponseUrl)),
                },
                command.Text ?? "", token)
            : Task.FromResult<SlackAnswer>(new SlackAnswer.BadRequest());

    public Task<SlackAnswer> AnswerAsync(InteractionPayload shortcut, bool mayAsk, CancellationToken token) =>
        shortcut.TriggerId is { Length: > 0 } trigger
            ? AnswerAsync(
                SlackAct.Of(shortcut, mayAsk, () => Task.FromResult<ReplyTarget>(new ReplyTarget.Shortcut(trigger))), "", token)
            : Task.FromResult<SlackAnswer>(new SlackAnswer.BadRequest());

    private Task<SlackAnswer> AnswerAsync(SlackAct act, string text, CancellationToken token) => turn.RunAsync(
        act,
        async actor =>
        {
            if (text.Length > MaxTextLength)
            {
                return new TurnStep.Refuse(AdmissionCards.TooLong);
            }

            var bot = actor.Bot;
            var ids = SlackText.Mentions(text).ToArray();
            if (await people.NameAsync(actor.Team, ids.Where(id => id != bot.Ref.Id), act.MayAsk, token) is not { } others)
            {
                return new TurnStep.Unidentified();
            }

            var mentioned = ids.Contains(bot.Ref.Id) ? others.SetItem(bot.Ref.Id, bot) : others;
            return new TurnStep.Dispatch(new Interaction.CommandTyped(
                actor.Person, actor.KeyOf(act.Key), SlackText.Read(text, mentioned),
                [.. ids.Where(mentioned.ContainsKey).Select(id => mentioned[id])]));
        },
        token);
}
