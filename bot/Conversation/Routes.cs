namespace IntroBot.Conversation;

/// <summary>The routes from interactions to use cases; tests replace them.</summary>
public sealed record Routes(
    Func<Interaction.CommandTyped, CancellationToken, Task<Reply>> Commands,
    Func<Interaction.MessageSent, CancellationToken, Task<Reply>> Messages,
    Func<Interaction.HomeOpened, CancellationToken, Task<Reply>> Home,
    Func<Interaction.OptionsAsked, CancellationToken, Task<Reply>> Options,
    Func<Interaction.PersonLeft, CancellationToken, Task<Reply>> Left,
    IReadOnlyDictionary<string, Func<Interaction.ButtonPressed, CancellationToken, Task<Reply>>> Buttons,
    IReadOnlyDictionary<string, Func<Interaction.FormSubmitted, CancellationToken, Task<Reply>>> Forms);
