using IntroBot.Givers;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Commits;

/// <summary>Rows derived from a change of state, written in the same transaction.</summary>
internal delegate IEnumerable<RowChange> DerivedRows<TState>(TState? before, TState after)
    where TState : Aggregate;

/// <summary>In each person's partition, one row for each of their intros.</summary>
internal static class References
{
    public const string IdColumn = "Intro";

    public static RowChange To(IntroId intro, DateTimeOffset since) => new RowChange.Put(
        StoreKeys.Reference(intro, since),
        new Dictionary<string, string> { [IdColumn] = intro.Value, ["Since"] = since.ToString("O", CultureInfo.InvariantCulture) });

    /// <summary>A giver with a slot for an offer takes part in its intro.</summary>
    public static IEnumerable<RowChange> OfSlots(Giver? before, Giver after) =>
        after.Slots.ExceptBy(before?.Slots.Select(slot => slot.Offer) ?? [], slot => slot.Offer)
            .Select(slot => To(slot.Intro, slot.TakenAt));

    public static IEnumerable<RowChange> None<TState>(TState? before, TState after)
        where TState : Aggregate => [];
}
