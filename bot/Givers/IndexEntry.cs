namespace IntroBot.Givers;

/// <summary>An index entry of a giver: the <paramref name="Key"/> for comparison, and the giver's own <paramref name="Words"/>.</summary>
public sealed record IndexEntry(string Key, string Words, bool IsCompany);

/// <summary>An index key of a workspace in the words of the giver who listed it first, and the number of givers listed.</summary>
public sealed record IndexedTag(string Key, string Words, bool IsCompany, int Givers);
