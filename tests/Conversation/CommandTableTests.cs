using IntroBot.Conversation;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Conversation;

/// <summary>One table names every command; whatever lists commands lists those of the table.</summary>
public sealed class CommandTableTests : StoryTests
{
    [Fact]
    public void No_two_commands_share_a_word()
    {
        var words = CommandTable.All.SelectMany(row => row.Synonyms.Append(row.Words)).ToArray();

        Assert.Equal(words.Distinct(StringComparer.Ordinal), words);
    }

    [Fact]
    public void Help_lists_the_rows_that_are_shown_there_in_their_order() => Assert.Equal(
        CommandTable.In(CommandList.Help).Select(row => row.Example),
        HelpCards.Help.Parts.OfType<CardPart.Facts>().SelectMany(facts => facts.Items).Select(fact => fact.Label));

    [Fact]
    public void Every_command_that_help_shows_is_understood_as_it_is_written_there() => Assert.All(
        CommandTable.In(CommandList.Help), row => Assert.Equal(
            row, Assert.IsType<SpokenCommand.Understood>(CommandParser.Parse(row.Example, [Ava], new DateOnly(2026, 11, 23))).Command));

    [Fact]
    public void Every_button_of_the_table_has_a_route() => Assert.Empty(
        CommandTable.All.Select(row => row.Button?.Action).OfType<string>().Except(Community.The<Routes>().Buttons.Keys));

    [Fact]
    public async Task Every_command_is_answered_with_something_to_read()
    {
        foreach (var row in CommandTable.All)
        {
            var typed = new Interaction.CommandTyped(Ava, $"key-{row.Words}", row.Words, []);

            Assert.IsNotType<Reply.Nothing>(await Community.The<Dispatcher>().DispatchAsync(typed, CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_home_is_what_each_room_contributes_below_the_greeting()
    {
        var opened = new Interaction.HomeOpened(Ava, "key");
        var home = Assert.IsType<Reply.ShowHome>(await Community.The<Home>().ShowAsync(opened, CancellationToken.None));

        Assert.Equal(CommandTable.ButtonsIn(CommandList.Home), home.Cards[0].Buttons);
        Assert.Equal(["Ask for an introduction", "You have not offered to help yet"], home.Cards.Select(card => PlainText.Of(card.Title)));
    }
}
