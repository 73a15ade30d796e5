using IntroBot.Decisions;

namespace IntroBot.Intros;

/// <summary>What a button carries: the intro and, where there is one, the offer or the choice made.</summary>
internal readonly record struct ButtonValue(IntroId Intro, string Rest)
{
    public OfferId Offer => new(Rest);

    public static string Of(Intro intro) => intro.Id.Value;

    public static string Of(Intro intro, string rest) => $"{intro.Id}|{rest}";

    public static ButtonValue Read(string value) => value.Split('|', 2) is [var intro, var rest]
        ? new ButtonValue(new IntroId(intro), rest)
        : new ButtonValue(new IntroId(value), "");
}
