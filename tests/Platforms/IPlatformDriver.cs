namespace IntroBot.Tests.Platforms;

/// <summary>A platform as a story needs it: what people do, by first name, and what they read.</summary>
internal interface IPlatformDriver : IAsyncDisposable
{
    PlatformScene Scene { get; }

    /// <summary>Somebody offers to help with topics.</summary>
    Task GivesAsync(string who, params string[] topics);

    /// <summary>Somebody writes a good ask, promises and sends it.</summary>
    Task AsksAsync(string who);

    Task SaysAsync(string who, string words);

    /// <summary>Presses a button of the newest message in their chat that has it.</summary>
    Task PressesAsync(string who, string button);

    /// <summary>Says that they met, and thanks.</summary>
    Task MetAsync(string who, string thanks);

    /// <summary>The titles of all cards in somebody's chat, as they stand there now.</summary>
    IReadOnlyList<string> Titles(string who);
}
