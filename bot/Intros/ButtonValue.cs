using IntroBot.Intros.Offers;

namespace IntroBot.Intros;

/// <summary>The value of a button: the intro and, where there is one, the offer or the chosen option.</summary>
internal readonly record struct ButtonValue(IntroId Intro, string Rest)
{
    private const string Public = "|channel";

    public OfferId Offer => new(IsPublic ? Rest[..^Public.Length] : Rest);

    /// <summary>Whether the button is on a card in the givers' channel.</summary>
    public bool IsPublic => Rest.EndsWith(Public, StringComparison.Ordinal);

    public static string Of(Intro intro) => intro.Id.Value;

    public static string Of(Intro intro, string rest) => $"{intro.Id}|{rest}";

    public static string OfPublic(Intro intro, Offer offer) => $"{intro.Id}|{offer.Id}{Public}";

    /// <summary>
    /// The idempotency key of an action by one person: a stored key counts as done, and one person's action must never answer another's.
    /// </summary>
    public static string IdempotencyKey(string what, Person by) => $"{what}:{by.Ref.Id}";

    public static ButtonValue Read(string value) => value.Split('|', 2) is [var intro, var rest]
        ? new ButtonValue(new IntroId(intro), rest)
        : new ButtonValue(new IntroId(value), "");
}
