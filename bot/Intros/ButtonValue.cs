using IntroBot.Chat.Interactions;
using IntroBot.Decisions;
using IntroBot.Intros.Offers;

namespace IntroBot.Intros;

/// <summary>What a button carries: the intro and, where there is one, the offer or the choice made.</summary>
internal readonly record struct ButtonValue(IntroId Intro, string Rest)
{
    private const string Public = "|channel";

    public OfferId Offer => new(IsPublic ? Rest[..^Public.Length] : Rest);

    /// <summary>True for a button of a card that everybody in the givers' channel sees.</summary>
    public bool IsPublic => Rest.EndsWith(Public, StringComparison.Ordinal);

    public static string Of(Intro intro) => intro.Id.Value;

    public static string Of(Intro intro, string rest) => $"{intro.Id}|{rest}";

    public static string OfPublic(Intro intro, Offer offer) => $"{intro.Id}|{offer.Id}{Public}";

    /// <summary>
    /// Names an act by what is done and by whom: an act found in storage is taken as done already, and what one person did must never
    /// answer another.
    /// </summary>
    public static string IdempotencyKey(string what, Person by) => $"{what}:{by.Ref.Id}";

    public static ButtonValue Read(string value) => value.Split('|', 2) is [var intro, var rest]
        ? new ButtonValue(new IntroId(intro), rest)
        : new ButtonValue(new IntroId(value), "");
}
