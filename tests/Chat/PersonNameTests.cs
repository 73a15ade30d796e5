namespace IntroBot.Tests.Chat;

public sealed class PersonNameTests
{
    [Theory, InlineData("Hana Help", "hana  help"), InlineData("José Núñez", "jose nunez"), InlineData("Łukasz Strøm", "@lukasz strom"),
        InlineData("Siân O’Neill", "Sian O'Neill"), InlineData("Weiß", "WEISS"), InlineData("Ann\u2010Marie", "ann-marie")]
    public void A_name_is_the_same_however_it_is_typed(string name, string typed) => Assert.True(PersonName.AreSame(name, typed));

    [Theory, InlineData("Hana Help", "hana"), InlineData("", ""), InlineData("@", " @ "), InlineData("Ava", "Eva"),
        InlineData("\uD83D", "x")]
    public void Another_name_is_another(string name, string typed) => Assert.False(PersonName.AreSame(name, typed));
}
