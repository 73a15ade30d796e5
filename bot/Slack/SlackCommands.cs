using IntroBot.Chat;

namespace IntroBot.Slack;

/// <summary><c>/intro</c> and its words, and the global shortcut, which says no more than the bare command.</summary>
internal sealed class SlackCommands(Admission admission, SlackPeople people, Dispatcher dispatcher, SlackReplies replies, SlackHomes homes)
{
    private const int LongestText = 8000;

    public Task<SlackAnswer> AnswerAsync(SlashCommand command, CancellationToken token) => command.TriggerId is { Length: > 0 } trigger
        ? AnswerAsync(command.TeamId, command.UserId, home: null, command.Text ?? "", new Spot.Command(trigger, command.ResponseUrl), trigger, token)
        : Task.FromResult<SlackAnswer>(new SlackAnswer.Senseless());

    public Task<SlackAnswer> AnswerAsync(InteractionPayload shortcut, CancellationToken token) => shortcut.TriggerId is { Length: > 0 } trigger
        ? AnswerAsync(shortcut.InstalledTeam, shortcut.User?.Id, shortcut.User?.TeamId, "", new Spot.Shortcut(trigger), trigger, token)
        : Task.FromResult<SlackAnswer>(new SlackAnswer.Senseless());

    private async Task<SlackAnswer> AnswerAsync(string? team, string? user, string? home, string text, Spot spot, string trigger, CancellationToken token)
    {
        switch (await admission.AdmitAsync(team, user, home, token))
        {
            case Entry.Open when text.Length > LongestText:
                return await replies.SayAsync(AdmissionCards.TooLong, team!, user!, spot, trigger, token);
            case Entry.Open { Actor: var actor }:
                var mentioned = await people.PeopleInAsync(actor.Team, text, token);
                var typed = new Interaction.CommandTyped(actor.Person, actor.KeyOf(trigger), SlackText.Read(text, mentioned), [.. mentioned.Values]) { BySteward = actor.LooksAfter };
                var answer = await replies.ShowAsync(await dispatcher.DispatchAsync(typed, token), actor, spot, typed.Key, token);
                homes.Refresh(actor.Team, actor.Id);
                return answer;
            case Entry.Closed closed:
                return await replies.SayAsync(closed.Why, team!, user!, spot, trigger, token);
            case Entry.NotNow:
                return await replies.SayAsync(AdmissionCards.Unknown, team!, user!, spot, trigger, token);
            default:
                return new SlackAnswer.Senseless();
        }
    }
}
