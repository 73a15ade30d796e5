using System.Security.Cryptography;
using System.Text;
using IntroBot.Chat.Cards;

namespace IntroBot.Playground;

/// <summary>
/// Where a card stands on the page: who looks at it, in which place, as which message. Its buttons carry a key made of all that, so
/// that a second click on the same sight is the same event; the revision goes up with every press and every change of the card.
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
