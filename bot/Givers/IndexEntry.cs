namespace IntroBot.Givers;

/// <summary>
/// One thing a giver is found by: the <paramref name="Key"/> it is compared by, and the giver's own <paramref name="Words"/> for it.
/// </summary>
public sealed record IndexEntry(string Key, string Words, bool IsCompany);

/// <summary>A term of a workspace in the words of the giver who listed it first, and how many givers are listed under it.</summary>
public sealed record IndexedTag(string Key, string Words, bool IsCompany, int Givers);
