using IntroBot.Playground.Community;

namespace IntroBot.Tests.Playground;

public sealed class PlaygroundCastTests
{
    private static readonly WorkspaceId Workspace = new("playground-1");

    [Fact]
    public void Everybody_lives_in_a_real_time_zone_and_has_a_name_of_their_own()
    {
        Assert.All(PlaygroundCast.Members, member => Assert.NotNull(TimeZoneInfo.FindSystemTimeZoneById(member.TimeZone)));
        Assert.All(PlaygroundCast.Members, member => Assert.Matches("^[a-z]+$", member.Id));
        Assert.Equal(PlaygroundCast.Members.Length, PlaygroundCast.Members.DistinctBy(member => member.FirstName).Count());
        Assert.True(PlaygroundCast.Members.DistinctBy(member => member.TimeZone).Count() >= 6);
    }

    [Fact]
    public void Givers_have_something_to_give_and_somebody_has_not_opted_in()
    {
        Assert.All(PlaygroundCast.Members.Where(member => member.StartsAsGiver), member => Assert.NotEmpty(member.Topics));
        Assert.All(PlaygroundCast.Members.Where(member => member.StartsAsGiver), member => Assert.NotEmpty(member.Helps));
        Assert.Contains(PlaygroundCast.Members, member => !member.StartsAsGiver);
    }

    [Fact]
    public void One_of_them_looks_after_the_community_and_everybody_can_see_it() =>
        Assert.Contains("looks after", Assert.Single(PlaygroundCast.Members, member => member.IsSteward).Role, StringComparison.Ordinal);

    [Theory]
    [InlineData("block @GRACE please", "grace")]
    [InlineData("@Wei Tan and @ava", "wei ava")]
    [InlineData("mail me at x@grace.example or @gracefully", "")]
    [InlineData("@grace, @Grace Okafor", "grace")]
    public void A_name_after_an_at_sign_is_a_person(string text, string ids) =>
        Assert.Equal(ids, string.Join(' ', PlaygroundCast.MentionedIn(text, Workspace).Select(person => person.Ref.Id)));
}
