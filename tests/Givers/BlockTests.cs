using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Givers;

public sealed class BlockTests : StoryTests
{
    private Person Ben => Community.Person("Ben Ode");

    [Fact]
    public async Task A_block_is_done_and_private()
    {
        Assert.Equal("Done, and private", (await BlockAsync()).Title());
        Assert.Empty(Community.Messenger.Delivered);
    }

    [Fact]
    public async Task A_block_without_a_name_shows_who_is_blocked()
    {
        Assert.Equal("You block nobody", (await Community.CommandAsync(Ava, "block")).Title());
        await BlockAsync();

        Assert.Contains("Ben Ode", (await Community.CommandAsync(Ava, "block")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_is_lifted_by_name()
    {
        await BlockAsync();

        Assert.Contains(
            "Ben Ode may ask you again.", (await Community.CommandAsync(Ava, "unblock @Ben", Ben)).Text(), StringComparison.Ordinal);
        Assert.Empty((await Community.Givers.FindAsync(Ava.Ref, CancellationToken.None))!.Blocks);
    }

    [Fact]
    public async Task A_block_is_lifted_by_its_button()
    {
        await BlockAsync();
        var list = await Community.CommandAsync(Ava, "unblock");

        await Community.PressAsync(Ava, list.Button("Unblock Ben"));

        Assert.Empty((await Community.Givers.FindAsync(Ava.Ref, CancellationToken.None))!.Blocks);
    }

    [Fact]
    public async Task Nobody_blocks_themselves() =>
        Assert.Equal("That would be you", (await Community.CommandAsync(Ava, "block @Ava", Ava)).Title());

    [Fact]
    public async Task Lifting_a_block_that_is_none_shows_the_list() =>
        Assert.Equal("You block nobody", (await Community.CommandAsync(Ava, "unblock @Ben", Ben)).Title());

    [Fact]
    public async Task Blocking_somebody_enrolls_nobody()
    {
        await BlockAsync();

        Assert.False((await Community.Givers.FindAsync(Ava.Ref, CancellationToken.None))!.OptedIn);
    }

    private Task<Reply> BlockAsync() => Community.CommandAsync(Ava, "block @Ben", Ben);
}
