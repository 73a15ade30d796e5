namespace IntroBot.Tests.Chat;

public sealed class EmojiCodesTests
{
    [Theory, InlineData("You saved us :tada: :+1::skin-tone-3:", "You saved us 🎉 👍🏼"), InlineData(":100:", "💯"),
        InlineData("(:wave:)", "(👋)"), InlineData(":heart::heart:", "❤️❤️"), InlineData(":tada::skin-tone-2:", "🎉")]
    public void A_code_that_is_known_is_drawn_as_its_character(string typed, string drawn) =>
        Assert.Equal(drawn, EmojiCodes.Drawn(typed));

    [Theory, InlineData("At 10:30:45 or 12:100:30"), InlineData("Re:tada:x"), InlineData("::1"), InlineData(":party_parrot:"),
        InlineData("a:b:c"), InlineData(":channel: :here: :everyone:"), InlineData(":"), InlineData(""), InlineData(":Tada:"),
        InlineData("https://a.example:8080:tada:/x"), InlineData(":30:")]
    public void Anything_else_stays_as_it_was_typed(string typed)
    {
        Assert.Equal(typed, EmojiCodes.Drawn(typed));
        Assert.Equal(typed, string.Concat(EmojiCodes.In(typed).Select(piece => piece.Typed)));
    }

    [Fact]
    public void A_code_of_a_workspace_s_own_is_a_piece_and_a_call_is_none()
    {
        Assert.Equal(["party_parrot"], EmojiCodes.In("x :party_parrot: :channel: 10:30:45").Select(piece => piece.Name).OfType<string>());
        Assert.Equal(3, EmojiCodes.In(":+1::skin-tone-3:").Single().SkinTone);
    }
}
