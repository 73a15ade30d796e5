using System.Security.Cryptography;

namespace IntroBot.Playground;

/// <summary>
/// The location of a card on the page: its viewer, its room and its message. The idempotency key of a button is derived from it, so that a
/// second click on the same view is the same event; the revision increases with every press and change.
/// </summary>
public sealed record CardLocation(string Person, string Room, string Message, int Revision)
{
    public string KeyOf(CardButton button)
    {
        var whole = string.Join(
            '\n', Person, Room, Message,
            Revision.ToString(System.Globalization.CultureInfo.InvariantCulture), button.Action, button.Value);
        return "b-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..32];
    }
}
