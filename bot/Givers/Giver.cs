using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IntroBot.Chat;
using IntroBot.Decisions;

namespace IntroBot.Givers;

/// <summary>A person as a giver: what they offer, what protects them, and the places their offers take.</summary>
public sealed record Giver : Kept
{
    [JsonPropertyName("Person")]
    public required Person Person { get; init; }

    /// <summary>True only after an explicit act of this person.</summary>
    [JsonPropertyName("OptedIn")]
    public bool OptedIn { get; init; }

    [JsonPropertyName("Profile")]
    public GiverProfile Profile { get; init; } = GiverProfile.Empty;

    [JsonPropertyName("PausedUntil")]
    public DateTimeOffset? PausedUntil { get; init; }

    [JsonPropertyName("Blocks")]
    public ImmutableArray<Person> Blocks { get; init; } = [];

    [JsonPropertyName("Places")]
    public ImmutableArray<Place> Places { get; init; } = [];

    /// <summary>The terms under which this giver may stand in the index: a superset of what is there.</summary>
    [JsonPropertyName("ListedUnder")]
    public ImmutableArray<string> ListedUnder { get; init; } = [];

    /// <summary>Grows with every change; makes ids of notices that may come again.</summary>
    [JsonPropertyName("Changes")]
    public int Changes { get; init; }

    public Place? OpenPlace => Places.FirstOrDefault(place => place.IsOpen);

    /// <summary>What this giver should be found by now.</summary>
    public ImmutableArray<Listing> Listings => OptedIn
        ?
        [
            .. Profile.Topics.Select(topic => new Listing(Term.Of(topic), topic, IsCompany: false))
                .Concat(Profile.Companies.Select(company => new Listing(Term.Of(company), company, IsCompany: true)))
                .DistinctBy(listing => listing.Term),
        ]
        : [];

    /// <summary>The terms of the listings, in their order.</summary>
    public ImmutableArray<string> Terms => [.. Listings.Select(listing => listing.Term)];

    public static Giver Unknown(Person person) => new() { Person = person };
}

/// <summary>What a giver offers and how often; <paramref name="WeeklyCap"/> is offers in any seven days.</summary>
public sealed record GiverProfile(
    [property: JsonPropertyName("Topics")] ImmutableArray<string> Topics,
    [property: JsonPropertyName("Companies")] ImmutableArray<string> Companies,
    [property: JsonPropertyName("Kinds")] ImmutableArray<Coaching.Purpose> Kinds,
    [property: JsonPropertyName("WeeklyCap")] int WeeklyCap,
    [property: JsonPropertyName("Quiet")] QuietHours Quiet)
{
    public const int UsualCap = 2;
    public const int MostCap = 10;
    public const int MostTopics = 12;
    public const int MostCompanies = 8;

    public static GiverProfile Empty { get; } = new([], [], [], UsualCap, QuietHours.Usual);
}

/// <summary>One offer's place in a giver's week.</summary>
public sealed record Place(
    [property: JsonPropertyName("Offer")] OfferId Offer,
    [property: JsonPropertyName("Intro")] IntroId Intro,
    [property: JsonPropertyName("Asker")] PersonRef Asker,
    [property: JsonPropertyName("TakenAt")] DateTimeOffset TakenAt,
    [property: JsonPropertyName("IsOpen")] bool IsOpen,
    [property: JsonPropertyName("Counts")] bool Counts);
