using System.Text.RegularExpressions;

namespace IntroBot.Slack;

/// <summary>Tells Slack's ids from other words, so that a foreign id is never sent as one.</summary>
internal static partial class SlackIds
{
    public static bool IsPerson(string id) => Person().IsMatch(id);

    public static bool IsChannel(string id) => Channel().IsMatch(id);

    [GeneratedRegex(@"\A[UW][A-Z0-9]{2,}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    [GeneratedRegex(@"\A[CG][A-Z0-9]{2,}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Channel();
}
