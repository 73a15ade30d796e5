using IntroBot.Chat.Cards;
using IntroBot.Chat.Interactions;

namespace IntroBot.Conversation;

/// <summary>Brings an interaction to the one use case that answers it.</summary>
public sealed class Dispatcher(Routes routes)
{
    public Task<Reply> DispatchAsync(Interaction interaction, CancellationToken token) => interaction switch
    {
        Interaction.CommandTyped typed => routes.Commands(typed, token),
        Interaction.MessageSent message => routes.Messages(message, token),
        Interaction.OptionsAsked asked => routes.Options(asked, token),
        Interaction.PersonLeft left => routes.Left(left, token),
        Interaction.HomeOpened home => routes.Home(home, token),
        Interaction.ButtonPressed pressed => routes.Buttons.TryGetValue(pressed.Action, out var use) ? use(pressed, token) : OutOfDate(),
        Interaction.FormSubmitted sent => routes.Forms.TryGetValue(sent.Form, out var use) ? use(sent, token) : OutOfDate(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Task<Reply> OutOfDate() => Task.FromResult<Reply>(new Reply.Say(
        Card.Titled($"That button is from an older day").Say($"I no longer know what it did. Type help to see what I can do now.")));
}

/// <summary>The one visible list: what a person can do, and the use case that answers.</summary>
public sealed record Routes(
    Func<Interaction.CommandTyped, CancellationToken, Task<Reply>> Commands,
    Func<Interaction.MessageSent, CancellationToken, Task<Reply>> Messages,
    Func<Interaction.HomeOpened, CancellationToken, Task<Reply>> Home,
    Func<Interaction.OptionsAsked, CancellationToken, Task<Reply>> Options,
    Func<Interaction.PersonLeft, CancellationToken, Task<Reply>> Left,
    IReadOnlyDictionary<string, Func<Interaction.ButtonPressed, CancellationToken, Task<Reply>>> Buttons,
    IReadOnlyDictionary<string, Func<Interaction.FormSubmitted, CancellationToken, Task<Reply>>> Forms);
