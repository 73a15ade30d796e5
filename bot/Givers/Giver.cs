using System.Collections.Immutable;
using IntroBot.Chat;
using IntroBot.Decisions;

namespace IntroBot.Givers;

/// <summary>A person as a giver: what they offer, what protects them, and the places their offers take.</summary>
public sealed record Giver : Kept
{
    public required Person Person { get; init; }

    /// <summary>True only after an explicit act of this person.</summary>
    public bool OptedIn { get; init; }

    public GiverProfile Profile { get; init; } = GiverProfile.Empty;

    public DateTimeOffset? PausedUntil { get; init; }

    public ImmutableArray<Person> Blocks { get; init; } = [];

    public ImmutableArray<Place> Places { get; init; } = [];

    /// <summary>The terms under which this giver may stand in the index: a superset of what is there.</summary>
    public ImmutableArray<string> ListedUnder { get; init; } = [];

    /// <summary>Grows with every change; makes ids of notices that may come again.</summary>
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
    ImmutableArray<string> Topics,
    ImmutableArray<string> Companies,
    ImmutableArray<Coaching.Purpose> Kinds,
    int WeeklyCap,
    QuietHours Quiet)
{
    public const int UsualCap = 2;
    public const int MostCap = 10;
    public const int MostTopics = 12;
    public const int MostCompanies = 8;

    public static GiverProfile Empty { get; } = new([], [], [], UsualCap, QuietHours.Usual);
}

/// <summary>One offer's place in a giver's week.</summary>
public sealed record Place(OfferId Offer, IntroId Intro, PersonRef Asker, DateTimeOffset TakenAt, bool IsOpen, bool Counts);
