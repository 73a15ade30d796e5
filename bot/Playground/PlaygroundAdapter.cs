using System.Collections.Immutable;
using System.Diagnostics;
using IntroBot.Chat.Cards;
using IntroBot.Chat.Interactions;
using IntroBot.Conversation;
using IntroBot.Playground.Community;

namespace IntroBot.Playground;

/// <summary>The playground's way to the bot and back: what a person did becomes an interaction, the reply becomes what they see.</summary>
public sealed class PlaygroundAdapter(Dispatcher dispatcher, Conversations conversations, OpenForms forms, ChangeNotifier bell)
{
    private const string Command = "/intro";

    /// <summary>A line typed in the chat with the bot; returns the form that is open now, if any.</summary>
    public async Task<string?> TypeAsync(Person from, string key, string line, CancellationToken token)
    {
        await conversations.PostAsync(ChatRoom.Chat(from.Ref), ChatMessage.Said($"in~{key}", from.Ref.Id, line), token);
        return await AnswerAsync(Read(from, key, line), new Sight("", "", null), token);
    }

    /// <summary>A button of a message, of the home or of a form.</summary>
    public async Task<string?> PressAsync(Person from, string key, CardButton button, string place, string message, CancellationToken token)
    {
        var pressed = new Interaction.ButtonPressed(from, KeyOf(from, key), button.Action, button.Value);
        var form = await AnswerAsync(pressed, new Sight(place, message, null), token);
        if (ChatRoom.SeenBy(from.Ref, place) is { } seen)
        {
            await conversations.ChangeAsync(seen, message, seen => seen.Pressed(), token);
        }

        return form;
    }

    /// <summary>A form sent in, with what was typed in it.</summary>
    public async Task<string?> SubmitAsync(
        Person from, string key, OpenForm open, string state,
        ImmutableDictionary<string, ImmutableArray<string>> typed, CancellationToken token)
    {
        var answers = new FormAnswers(typed.ToDictionary(answer => answer.Key, answer => (IReadOnlyList<string>)answer.Value));
        var sent = new Interaction.FormSubmitted(from, KeyOf(from, key), open.Form.Id, state, answers);
        var withWords = open with { Typed = typed, Form = open.Form with { State = state } };
        var next = await AnswerAsync(sent, new Sight(open.Room, open.Message, withWords), token);
        if (next != open.Form.Id)
        {
            await forms.CloseAsync(from.Ref, open.Form.Id, token);
        }

        return next;
    }

    /// <summary>The home of a person, as it is now.</summary>
    public async Task<ImmutableArray<Card>> HomeAsync(Person of, string key, CancellationToken token) =>
        await DispatchAsync(new Interaction.HomeOpened(of, KeyOf(of, key)), token) switch
        {
            Reply.ShowHome home => home.Cards,
            Reply.Say say => [say.Card],
            _ => [],
        };

    private static Interaction Read(Person from, string key, string line)
    {
        var mentioned = PlaygroundCast.MentionedIn(line, from.Ref.Workspace);
        var rest = line.StartsWith(Command, StringComparison.OrdinalIgnoreCase) ? line[Command.Length..] : null;
        return rest is not null && (rest.Length == 0 || char.IsWhiteSpace(rest[0]))
            ? new Interaction.CommandTyped(from, KeyOf(from, key), rest.Trim(), mentioned)
            : new Interaction.MessageSent(from, KeyOf(from, key), line, mentioned);
    }

    /// <summary>One person's keys never meet another's.</summary>
    private static string KeyOf(Person from, string key) => $"{from.Ref.Id}!{key}";

    private Task<Reply> DispatchAsync(Interaction interaction, CancellationToken token) =>
        dispatcher.DispatchAsync(
            interaction with { IsSteward = PlaygroundCast.Find(interaction.From.Ref.Id) is { IsSteward: true } }, token);

    private async Task<string?> AnswerAsync(Interaction interaction, Sight sight, CancellationToken token)
    {
        var reply = await DispatchAsync(interaction, token);
        var open = await ShowAsync(reply, interaction, sight, token);
        bell.Notify();
        return open;
    }

    private async Task<string?> ShowAsync(Reply reply, Interaction interaction, Sight sight, CancellationToken token)
    {
        switch (reply)
        {
            case Reply.Nothing or Reply.ShowHome or Reply.Options:
                // The home is drawn anew with every view of the page, and its inputs carry their suggestions with them.
                return null;
            case Reply.Say say:
                await SayAsync(say.Card, interaction, token);
                return null;
            case Reply.Converse converse:
                await SayAsync(converse.Card, interaction, token);
                return null;
            case Reply.Replace replace:
                await ReplaceAsync(replace.Card, interaction, sight, token);
                return null;
            case Reply.OpenForm open:
                return await OpenAsync(OpenForm.Fresh(open.Form) with { Room = sight.Room, Message = sight.Message }, interaction, token);
            case Reply.FieldErrors errors when sight.Form is { } form:
                return await OpenAsync(form with { Errors = errors.Errors }, interaction, token);
            case Reply.FieldErrors errors:
                return await OpenAsync(OpenForm.Fresh(errors.Form) with { Errors = errors.Errors }, interaction, token);
            default:
                throw new UnreachableException();
        }
    }

    private Task SayAsync(Card card, Interaction interaction, CancellationToken token) => conversations.PostAsync(
        ChatRoom.Chat(interaction.From.Ref), ChatMessage.Of(PlaygroundStoreNames.Safe($"re~{interaction.IdempotencyKey}"), card), token);

    private async Task ReplaceAsync(Card card, Interaction interaction, Sight sight, CancellationToken token)
    {
        var room = ChatRoom.SeenBy(interaction.From.Ref, sight.Room);
        if (room is null
            || !await conversations.ChangeAsync(room, sight.Message, message => Replaced(message, card, interaction.IdempotencyKey), token))
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

    /// <summary>What the person was looking at: the message with its place, or the form they sent in.</summary>
    private sealed record Sight(string Room, string Message, OpenForm? Form);
}
