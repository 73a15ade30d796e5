using System.Reflection;
using IntroBot.Conversation;
using IntroBot.Tests.Golden;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Layout;

/// <summary>One visible list of ids: whatever a card or form can send is answered, and nothing else is.</summary>
public sealed class RoutesTests : StoryTests
{
    [Fact]
    public void Every_button_id_is_routed_and_every_routed_button_is_an_id() =>
        Assert.Equal(Constants(typeof(ActionIds)), Community.The<Routes>().Buttons.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_form_id_is_routed_and_every_routed_form_is_an_id() =>
        Assert.Equal(Constants(typeof(FormIds)), Community.The<Routes>().Forms.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_button_drawn_in_a_golden_file_is_routed() => Assert.Empty(GoldenSamples.Cards.Values
        .SelectMany(card => card().Buttons)
        .Concat(GoldenSamples.Forms.Values.Select(form => form().Other).OfType<CardButton>())
        .Select(button => button.Action)
        .Except(Community.The<Routes>().Buttons.Keys));

    [Fact]
    public void Every_form_drawn_in_a_golden_file_is_routed() =>
        Assert.Empty(GoldenSamples.Forms.Values.Select(form => form().Id).Except(Community.The<Routes>().Forms.Keys));

    [Fact]
    public void Every_form_can_be_opened_again_by_a_routed_button()
    {
        Assert.Equal(Constants(typeof(FormIds)), FormIds.Openers.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(FormIds.Openers.Values.Except(Community.The<Routes>().Buttons.Keys));
    }

    private static IEnumerable<string> Constants(Type ids) => ids
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!)
        .Order(StringComparer.Ordinal);
}
