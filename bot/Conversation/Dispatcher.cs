namespace IntroBot.Conversation;

/// <summary>Dispatches an interaction to the one use case that handles it.</summary>
public sealed partial class Dispatcher(Routes routes, ILogger<Dispatcher> logger)
{
    private const int MaxLoggedIdLength = 40;

    public Task<Reply> DispatchAsync(Interaction interaction, CancellationToken token) => interaction switch
    {
        Interaction.CommandTyped typed => routes.Commands(typed, token),
        Interaction.MessageSent message => routes.Messages(message, token),
        Interaction.OptionsAsked asked => routes.Options(asked, token),
        Interaction.PersonLeft left => routes.Left(left, token),
        Interaction.HomeOpened opened => routes.Home(opened, token),
        Interaction.ButtonPressed pressed => routes.Buttons.TryGetValue(pressed.Action, out var handle)
            ? handle(pressed, token)
            : OutOfDate("button", pressed.Action),
        Interaction.FormSubmitted sent => routes.Forms.TryGetValue(sent.Form, out var handle)
            ? handle(sent, token)
            : OutOfDate("form", sent.Form),
        _ => throw new UnreachableException(),
    };

    private Task<Reply> OutOfDate(string kind, string id)
    {
        Log.NoRoute(logger, kind, Loggable(id));
        return Task.FromResult<Reply>(new Reply.Say(
            Card.Titled($"That button is from an older day").Say($"I no longer know what it did. Type help to see what I can do now.")));
    }

    /// <summary>The id is untrusted input: it is logged only when it has the form of IntroBot's ids.</summary>
    private static string Loggable(string id) =>
        id.Length <= MaxLoggedIdLength && id.All(letter => char.IsAsciiLetterLower(letter) || letter is '.' or '-') ? id : "unreadable";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "No route for a {Kind}: {Id}")]
        public static partial void NoRoute(ILogger logger, string kind, string id);
    }
}
