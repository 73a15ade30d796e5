namespace IntroBot.Playground.Page;

/// <summary>The addresses of the playground.</summary>
public static class PlaygroundPaths
{
    public const string Page = "/";
    public const string View = "/playground/view";
    public const string Events = "/playground/events";
    public const string Type = "/playground/type";
    public const string Press = "/playground/press";
    public const string Submit = "/playground/submit";
    public const string Say = "/playground/say";
    public const string Clock = "/playground/clock";
    public const string Reset = "/playground/reset";
    public const string Assets = "/playground/assets";

    /// <summary>The page of one person, with a form open if one is given.</summary>
    public static string PageOf(string person, string? form = null) => form is null
        ? $"{Page}?as={Uri.EscapeDataString(person)}"
        : $"{Page}?as={Uri.EscapeDataString(person)}&form={Uri.EscapeDataString(form)}";

    /// <summary>The page with one conversation shown and scrolled to.</summary>
    public static string TalkOf(string person, ChatRoom room) => $"{PageOf(person)}{RoomOf(room, '&')}#chat";

    /// <summary>The address that moves the clock, and the conversation that stays shown.</summary>
    public static string ClockOf(ChatRoom room) => Clock + RoomOf(room, '?');

    private static string RoomOf(ChatRoom room, char mark) => room.IsMeeting ? $"{mark}place={Uri.EscapeDataString(room.Name)}" : "";
}
