namespace IntroBot.Tests;

public sealed class Placeholder
{
    [Fact]
    public void Works() => Assert.True(true);
}
