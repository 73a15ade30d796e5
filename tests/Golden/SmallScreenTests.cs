namespace IntroBot.Tests.Golden;

/// <summary>Words that a small screen, or a platform made for one, would cut.</summary>
public sealed class SmallScreenTests
{
    /// <summary>The least any platform shows of a form's title and of the button that sends it in.</summary>
    private const int MaxOnForm = 24;

    /// <summary>About what a phone shows of a button's label.</summary>
    private const int MaxOnButton = 30;

    public static TheoryData<string> Forms => [.. GoldenSamples.Forms.Keys];

    public static TheoryData<string> Cards => [.. GoldenSamples.Cards.Keys];

    [Theory, MemberData(nameof(Forms))]
    public void A_form_shows_its_title_and_its_button_whole(string name)
    {
        var form = GoldenSamples.Forms[name]();

        Assert.InRange(form.SubmitLabel.Length, 1, MaxOnForm);
        Assert.InRange(
            form.Title.Length, 1, Names().Any(each => form.Title.Contains(each, StringComparison.Ordinal)) ? int.MaxValue : MaxOnForm);
        Assert.InRange(form.Other?.Label.Length ?? 0, 0, MaxOnButton);
    }

    [Theory, MemberData(nameof(Cards))]
    public void A_card_shows_its_buttons_whole(string name) =>
        Assert.All(GoldenSamples.Cards[name]().Buttons, button => Assert.InRange(button.Label.Length, 1, MaxOnButton));

    private static IEnumerable<string> Names() => [GoldenPeople.Plain.Asker.FirstName, GoldenPeople.Plain.Giver.FirstName];
}
