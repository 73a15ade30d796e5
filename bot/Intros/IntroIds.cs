using System.Security.Cryptography;

namespace IntroBot.Intros;

/// <summary>Derives the id of an intro from the event that started it, so that a redelivery finds the same intro.</summary>
public static class IntroIds
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";
    private const int Length = 16;

    public static IntroId From(PersonRef who, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{who.Workspace.Value.Length}:{who.Workspace}{who.Id.Length}:{who.Id}{key}"));
        return new IntroId(string.Concat(hash.Take(Length).Select(each => Letters[each & 31])));
    }
}
