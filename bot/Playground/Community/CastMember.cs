namespace IntroBot.Playground.Community;

/// <summary>One person of the cast: their public description, and the profile of those who start as givers.</summary>
public sealed record CastMember(string Id, string Name, string TimeZone, string Role, string About)
{
    public ImmutableArray<string> Topics { get; init; } = [];

    public ImmutableArray<string> Companies { get; init; } = [];

    /// <summary>Kinds of help, as values of the ask's purposes: <c>advice</c>, <c>hiring</c>, …</summary>
    public ImmutableArray<string> Helps { get; init; } = [];

    public bool StartsAsGiver { get; init; }

    /// <summary>Whether this person administers the community and may change its settings.</summary>
    public bool IsSteward { get; init; }

    public string FirstName => Name.Split(' ', 2)[0];

    public Person In(WorkspaceId workspace) => new(new PersonRef(workspace, Id), Name, TimeZone, "en");
}

/// <summary>Opts one member of a new community in by the ordinary use case; a repeated key changes nothing.</summary>
public delegate Task OptIn(Person who, CastMember member, string key, CancellationToken token);
