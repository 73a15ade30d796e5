using System.Collections.Immutable;
using IntroBot.Chat.Interactions;

namespace IntroBot.Playground.Community;

/// <summary>One person of the cast: what others see of them, and the profile they give with when they start opted in.</summary>
public sealed record CastMember(string Id, string Name, string TimeZone, string Role, string About)
{
    public ImmutableArray<string> Topics { get; init; } = [];

    public ImmutableArray<string> Companies { get; init; } = [];

    /// <summary>Kinds of help, in the words of the ask's purposes: <c>advice</c>, <c>hiring</c>, …</summary>
    public ImmutableArray<string> Helps { get; init; } = [];

    public bool StartsAsGiver { get; init; }

    /// <summary>True for whoever looks after the community and may change its settings.</summary>
    public bool IsSteward { get; init; }

    public string FirstName => Name.Split(' ', 2)[0];

    public Person In(WorkspaceId workspace) => new(new PersonRef(workspace, Id), Name, TimeZone, "en");
}

/// <summary>
/// Opts one member of a fresh community in, by the same use case everybody goes through; the same key again changes nothing.
/// </summary>
public delegate Task OptIn(Person who, CastMember member, string key, CancellationToken token);
