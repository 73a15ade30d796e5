namespace IntroBot.Givers;

/// <summary>A person as a giver: what they offer, their limits, and the slots of their offers.</summary>
public sealed record Giver : Aggregate
{
    [JsonPropertyName("Person")]
    public required Person Person { get; init; }

    /// <summary>True only after the person has opted in.</summary>
    [JsonPropertyName("OptedIn")]
    public bool OptedIn { get; init; }

    [JsonPropertyName("Profile")]
    public GiverProfile Profile { get; init; } = GiverProfile.Empty;

    [JsonPropertyName("PausedUntil")]
    public DateTimeOffset? PausedUntil { get; init; }

    [JsonPropertyName("Blocks")]
    public ImmutableArray<Person> Blocks { get; init; } = [];

    [JsonPropertyName("Places")]
    public ImmutableArray<Slot> Slots { get; init; } = [];

    /// <summary>The number of offers in a row that reached the giver and expired without an answer.</summary>
    [JsonPropertyName("Unanswered")]
    public int Unanswered { get; init; }

    /// <summary>The index keys that may list this giver: a superset of the real ones.</summary>
    [JsonPropertyName("ListedUnder")]
    public ImmutableArray<string> IndexedUnder { get; init; } = [];

    /// <summary>Counts changes; makes the ids of repeatable notices unique.</summary>
    [JsonPropertyName("Changes")]
    public int Changes { get; init; }

    public Slot? OpenSlot => Slots.FirstOrDefault(slot => slot.IsOpen);

    /// <summary>The index entries this giver should have now.</summary>
    public ImmutableArray<IndexEntry> IndexEntries => OptedIn
        ?
        [
            .. Profile.Topics.Select(topic => new IndexEntry(IndexKey.Of(topic), topic, IsCompany: false))
                .Concat(Profile.Companies.Select(company => new IndexEntry(IndexKey.Of(company), company, IsCompany: true)))
                .DistinctBy(entry => entry.Key),
        ]
        : [];

    /// <summary>The keys of the index entries, in their order.</summary>
    public ImmutableArray<string> IndexKeys => [.. IndexEntries.Select(entry => entry.Key)];

    public static Giver Unknown(Person person) => new() { Person = person };
}

/// <summary>
/// What a giver offers and how often; <paramref name="WeeklyCap"/> is the maximum of offers in any seven days, or
/// <see cref="OnceAMonth"/>.
/// </summary>
public sealed record GiverProfile(
    [property: JsonPropertyName("Topics")] ImmutableArray<string> Topics,
    [property: JsonPropertyName("Companies")] ImmutableArray<string> Companies,
    [property: JsonPropertyName("Kinds")] ImmutableArray<Coaching.Purpose> Kinds,
    [property: JsonPropertyName("WeeklyCap")] int WeeklyCap,
    [property: JsonPropertyName("Quiet")] QuietTimes Quiet)
{
    /// <summary>The cap of one offer in any thirty days.</summary>
    public const int OnceAMonth = 0;

    public const int DefaultCap = 2;
    public const int MaxCap = 10;
    public const int MaxTopics = 12;
    public const int MaxCompanies = 8;

    public static GiverProfile Empty { get; } = new([], [], [], DefaultCap, QuietTimes.Default);
}

/// <summary>
/// The slot of one offer in a giver's week; <paramref name="ReachedAt"/> is when the offer reached the giver, known once it is over, and
/// <paramref name="Welcomed"/> whether the giver is glad to be asked by this asker again.
/// </summary>
public sealed record Slot(
    [property: JsonPropertyName("Offer")] OfferId Offer,
    [property: JsonPropertyName("Intro")] IntroId Intro,
    [property: JsonPropertyName("Asker")] PersonRef Asker,
    [property: JsonPropertyName("TakenAt")] DateTimeOffset TakenAt,
    [property: JsonPropertyName("IsOpen")] bool IsOpen,
    [property: JsonPropertyName("Counts")] bool Counts,
    [property: JsonPropertyName("ReachedAt")] DateTimeOffset? ReachedAt = null,
    [property: JsonPropertyName("Welcomed")] bool Welcomed = false)
{
    /// <summary>When it counts from: the delivery, or the taking as long as that is not known.</summary>
    [JsonIgnore]
    public DateTimeOffset Since => ReachedAt ?? TakenAt;
}
