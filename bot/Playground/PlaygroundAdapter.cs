using IntroBot.Conversation;
using IntroBot.Playground.Community;

namespace IntroBot.Playground;

/// <summary>Adapts the playground to the bot: a person's action becomes an interaction, and the reply becomes messages and forms.</summary>
public sealed class PlaygroundAdapter(Dispatcher dispatcher, Conversations conversations, OpenForms forms, ChangeNotifier notifier)
{
    private const string Command = "/intro";

    /// <summary>A line typed in the chat with the bot; returns the id of the form that is open afterwards, if any.</summary>
    public async Task<string?> TypeAsync(Person from, string key, string line, CancellationToken token)
    {
        await conversations.PostAsync(ChatRoom.Chat(from.Ref), ChatMessage.Said($"in~{key}", from.Ref.Id, line), token);
        return await AnswerAsync(Read(from, key, line), new Source("", "", null), token);
    }

    /// <summary>A button of a message, of the home or of a form.</summary>
    public async Task<string?> PressAsync(Person from, string key, CardButton button, string place, string message, CancellationToken token)
    {
        var pressed = new Interaction.ButtonPressed(from, KeyOf(from, key), button.Action, button.Value);
        var form = await AnswerAsync(pressed, new Source(place, message, null), token);
        if (ChatRoom.SeenBy(from.Ref, place) is { } seen)
        {
            await conversations.ChangeAsync(seen, message, seen => seen.Pressed(), token);
        }

        return form;
    }

    /// <summary>A submitted form with its typed answers.</summary>
    public async Task<string?> SubmitAsync(
        Person from, string key, OpenForm open, string state,
        ImmutableDictionary<string, ImmutableArray<string>> typed, CancellationToken token)
    {
        var answers = new FormAnswers(typed.ToDictionary(answer => answer.Key, answer => (IReadOnlyList<string>)answer.Value));
        var sent = new Interaction.FormSubmitted(from, KeyOf(from, key), open.Form.Id, state, answers);
        var withTyped = open with { Typed = typed, Form = open.Form with { State = state } };
        var next = await AnswerAsync(sent, new Source(open.Room, open.Message, withTyped), token);
        if (next != open.Form.Id)
        {
            await forms.CloseAsync(from.Ref, open.Form.Id, token);
        }

        return next;
    }

    /// <summary>The current home of a person.</summary>
    public async Task<ImmutableArray<Card>> HomeAsync(Person of, string key, CancellationToken token)
    {
        var reply = await DispatchAsync(new Interaction.HomeOpened(of, KeyOf(of, key)), token);
        return reply is Reply.ShowHome home ? home.Cards
            : reply is Reply.Say say ? [say.Card]
            : [];
    }

    private static Interaction Read(Person from, string key, string line)
    {
        var mentioned = PlaygroundCast.MentionedIn(line, from.Ref.Workspace);
        var rest = line.StartsWith(Command, StringComparison.OrdinalIgnoreCase) ? line[Command.Length..] : null;
        return rest is not null && (rest.Length == 0 || char.IsWhiteSpace(rest[0]))
            ? new Interaction.CommandTyped(from, KeyOf(from, key), rest.Trim(), mentioned)
            : new Interaction.MessageSent(from, KeyOf(from, key), line, mentioned);
    }

    /// <summary>Keys of different people never collide.</summary>
    private static string KeyOf(Person from, string key) => $"{from.Ref.Id}!{key}";

    private Task<Reply> DispatchAsync(Interaction interaction, CancellationToken token) =>
        dispatcher.DispatchAsync(
            interaction with { IsSteward = PlaygroundCast.Find(interaction.From.Ref.Id) is { IsSteward: true } }, token);

    private async Task<string?> AnswerAsync(Interaction interaction, Source source, CancellationToken token)
    {
        var reply = await DispatchAsync(interaction, token);
        var open = await ShowAsync(reply, interaction, source, token);
        notifier.Notify();
        return open;
    }

    private async Task<string?> ShowAsync(Reply reply, Interaction interaction, Source source, CancellationToken token)
    {
        switch (reply)
        {
            case Reply.Nothing or Reply.ShowHome or Reply.Options:
                // The home is rendered with every view of the page, and its inputs include their suggestions.
                return null;
            case Reply.Say say:
                await SayAsync(say.Card, interaction, token);
                return null;
            case Reply.Converse converse:
                await SayAsync(converse.Card, interaction, token);
                return null;
            case Reply.Replace replace:
                await ReplaceAsync(replace.Card, interaction, source, token);
                return null;
            case Reply.OpenForm open:
                return await OpenAsync(
                    OpenForm.Fresh(open.Form) with { Room = source.Room, Message = source.Message }, interaction, token);
            case Reply.FieldErrors errors when source.Form is { } form:
                return await OpenAsync(form with { Errors = errors.Errors }, interaction, token);
            case Reply.FieldErrors errors:
                return await OpenAsync(OpenForm.Fresh(errors.Form) with { Errors = errors.Errors }, interaction, token);
            default:
                throw new UnreachableException();
        }
    }

    private Task SayAsync(Card card, Interaction interaction, CancellationToken token) => conversations.PostAsync(
        ChatRoom.Chat(interaction.From.Ref), ChatMessage.Of(PlaygroundStoreNames.Safe($"re~{interaction.IdempotencyKey}"), card), token);

    private async Task ReplaceAsync(Card card, Interaction interaction, Source source, CancellationToken token)
    {
        var room = ChatRoom.SeenBy(interaction.From.Ref, source.Room);
        if (room is null
            || !await conversations.ChangeAsync(
                room, source.Message, message => Replaced(message, card, interaction.IdempotencyKey), token))
        {
            await SayAsync(card, interaction, token);
        }
    }

    private static ChatMessage Replaced(ChatMessage message, Card card, string key) =>
        message.Applied.Contains(key) ? message : message.Replaced(card, key);

    private async Task<string?> OpenAsync(OpenForm open, Interaction interaction, CancellationToken token)
    {
        if (await forms.KeepAsync(interaction.From.Ref, open, token))
        {
            return open.Form.Id;
        }

        var tooMuch = Card.Titled($"That is more than I can hold")
            .Say($"The form has too many words for me to show it again. Please try with fewer.");
        await SayAsync(tooMuch, interaction, token);
        return null;
    }

    /// <summary>What the person acted on: the message with its room, or the submitted form.</summary>
    private sealed record Source(string Room, string Message, OpenForm? Form);
}
