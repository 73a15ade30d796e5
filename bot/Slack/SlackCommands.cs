using IntroBot.Chat;

namespace IntroBot.Slack;

/// <summary><c>/intro</c> and its words, and the global shortcut: answered privately, wherever they were typed.</summary>
internal sealed class SlackCommands(Admission admission, SlackPeople people, Dispatcher dispatcher, SlackSpeech speech, SlackHomes homes, ResponseUrls urls)
{
    private const int LongestText = 8000;

    public Task<SlackAnswer> AnswerAsync(SlashCommand command, CancellationToken token) => AnswerAsync(command, command.TeamId, home: null, token);

    /// <summary>The shortcut says no more than the bare command.</summary>
    public Task<SlackAnswer> AnswerAsync(InteractionPayload shortcut, CancellationToken token) => AnswerAsync(
        new SlashCommand { TeamId = shortcut.InstalledTeam, UserId = shortcut.User?.Id, TriggerId = shortcut.TriggerId, Text = "" },
        shortcut.InstalledTeam,
        shortcut.User?.TeamId,
        token);

    private async Task<SlackAnswer> AnswerAsync(SlashCommand command, string? team, string? home, CancellationToken token)
    {
        if (command is not { TriggerId: { Length: > 0 } trigger, Text: var text })
        {
            return new SlackAnswer.Senseless();
        }

        switch (await admission.AdmitAsync(team, command.UserId, home, token))
        {
            case Entry.Open when text is { Length: > LongestText }:
                return SlackAnswers.Say(AdmissionCards.TooLong);
            case Entry.Open { Actor: var actor }:
                var mentioned = await people.PeopleInAsync(actor.Team, text ?? "", token);
                var typed = new Interaction.CommandTyped(actor.Person, actor.KeyOf(trigger), SlackText.Read(text ?? "", mentioned), [.. mentioned.Values]) { BySteward = actor.LooksAfter };
                var reply = await dispatcher.DispatchAsync(typed, token);
                homes.Refresh(actor.Team, actor.Id);
                return Show(reply, actor, command, typed.Key);
            case Entry.Closed closed:
                return SlackAnswers.Say(closed.Why);
            default:
                return new SlackAnswer.Senseless();
        }
    }

    private SlackAnswer Show(Reply reply, Actor actor, SlashCommand command, string key)
    {
        switch (reply)
        {
            case Reply.OpenForm open:
                speech.Open(actor, command.TriggerId!, open.Form, async late => await urls.SayAsync(command.ResponseUrl, AdmissionCards.OpenIt(open.Form), late));
                return new SlackAnswer.Empty();
            case Reply.Converse converse:
                speech.SayInChat(actor, converse.Card, key);
                return SlackAnswers.Say(AdmissionCards.Elsewhere);
            default:
                return SlackSpeech.CardOf(reply) is { } card ? SlackAnswers.Say(card) : new SlackAnswer.Empty();
        }
    }
}
