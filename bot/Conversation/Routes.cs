using IntroBot.Chat.Interactions;

namespace IntroBot.Conversation;

/// <summary>Which use case answers what; a test puts a story of its own in the place of the real one.</summary>
public sealed record Routes(
    Func<Interaction.CommandTyped, CancellationToken, Task<Reply>> Commands,
    Func<Interaction.MessageSent, CancellationToken, Task<Reply>> Messages,
    Func<Interaction.HomeOpened, CancellationToken, Task<Reply>> Home,
    Func<Interaction.OptionsAsked, CancellationToken, Task<Reply>> Options,
    Func<Interaction.PersonLeft, CancellationToken, Task<Reply>> Left,
    IReadOnlyDictionary<string, Func<Interaction.ButtonPressed, CancellationToken, Task<Reply>>> Buttons,
    IReadOnlyDictionary<string, Func<Interaction.FormSubmitted, CancellationToken, Task<Reply>>> Forms);
