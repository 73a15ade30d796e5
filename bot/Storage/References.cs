using System.Globalization;
using IntroBot.Decisions;
using IntroBot.Givers;

namespace IntroBot.Storage;

/// <summary>Rows that follow from a change of state and are written in the same act.</summary>
internal delegate IEnumerable<RowChange> RowsBeside<TState>(TState? before, TState after)
    where TState : Kept;

/// <summary>In every person's partition, one row for each intro they have a part in.</summary>
internal static class References
{
    public const string IdColumn = "Intro";

    public static RowChange To(IntroId intro, DateTimeOffset since) => new RowChange.Put(
        StoreKeys.Reference(intro, since),
        new Dictionary<string, string> { [IdColumn] = intro.Value, ["Since"] = since.ToString("O", CultureInfo.InvariantCulture) });

    /// <summary>Whoever gives an offer a place has a part in its intro.</summary>
    public static IEnumerable<RowChange> OfPlaces(Giver? before, Giver after) =>
        after.Places.ExceptBy(before?.Places.Select(place => place.Offer) ?? [], place => place.Offer)
            .Select(place => To(place.Intro, place.TakenAt));

    public static IEnumerable<RowChange> None<TState>(TState? before, TState after)
        where TState : Kept => [];
}
