using IntroBot.Coaching;
using IntroBot.Teams.AdaptiveCards;
using IntroBot.Tests.Golden;
using IntroBot.Tests.Slack.BlockKit;
using IntroBot.Tests.Teams.Double.Rules;

namespace IntroBot.Tests.Teams.AdaptiveCards;

/// <summary>What people write stays what they wrote: no call, no link, no emphasis, no date, no turned line.</summary>
public sealed class HostileWordsTests(CardValidator validator) : Platforms.HostileWordsTests
{
    protected override async Task AssertHarmlessAsync(Func<string, Card> part, string words)
    {
        var card = part(words);
        var drawn = TeamsRendering.Valid(card);

        AssertHarmless(drawn);
        AssertHarmless(TeamsRendering.Valid(AdaptiveCardRenderer.Of([card, card])));
        Assert.Empty(await validator.FaultsAsync(drawn));
        AssertNothingHidden(AdaptiveCardRenderer.Summary(card));
    }

    protected override async Task AssertHarmlessAsync(Func<string, Form> part, string words)
    {
        var form = part(words);
        var answers = new FormAnswers(form.Inputs.ToDictionary(input => input.Id, _ => (IReadOnlyList<string>)[words, words]));
        var errors = form.Inputs.Select(input => input.Id).Append(words).ToDictionary(id => id, _ => words);

        var drawn = TeamsRendering.Valid(form);

        AssertHarmless(drawn);
        AssertHarmless(TeamsRendering.Valid(
            AdaptiveForms.Of(form, FormLocation.InDialog, errors, answers, [new ChannelOption("19:x@thread.tacv2", words)]).Card));
        Assert.Empty(await validator.FaultsAsync(drawn));
    }

    [Fact]
    public void Lines_of_a_quote_and_joined_letters_are_kept() =>
        Assert.Equal(
            ["x", "one", "two 👩‍🚀"], TeamsRendering.Lines(TeamsRendering.Valid(Card.Titled($"x").Quote("one\r\n\r\ntwo 👩‍🚀"))));

    [Fact]
    public void Braces_are_braces() => Assert.Equal(
        ["x", "a {{DATE(2026-11-24T10:00:00Z)}} {{{{b}}"],
        TeamsRendering.Lines(TeamsRendering.Valid(Card.Titled($"x").Say($"{"a {{DATE(2026-11-24T10:00:00Z)}} {{{{b}}"}"))));

    [Fact]
    public void Ids_and_values_of_ours_are_believed_when_they_come_back() => Assert.All(
        GoldenSamples.Cards.Values.SelectMany(card => card().Buttons)
            .Concat(GoldenSamples.Forms.Values.Select(form => form().Other).OfType<CardButton>()),
        button => Assert.True(
            button.Action.Length <= AdaptiveLimits.CarriedName && button.Value.Length <= AdaptiveLimits.CarriedText, button.Action));

    [Fact]
    public void Inputs_and_choices_of_ours_come_back_as_they_are() => Assert.All(GoldenSamples.Forms.Values.Select(form => form()), form =>
    {
        Assert.True(form.Inputs.Length <= AdaptiveLimits.Answers && form.State.Length <= AdaptiveLimits.CarriedText);
        Assert.All(form.Inputs, input => Assert.True(input.Id.Length <= AdaptiveLimits.CarriedName && input.Id != CarriedData.Field));
        Assert.All(
            form.Inputs.OfType<FormInput.Choices>().SelectMany(input => input.Options), option => Assert.DoesNotContain(',', option.Value));
    });

    [Fact]
    public void The_words_of_our_choices_need_no_escape() =>
        Assert.All(Purposes.All, purpose => Assert.Matches(@"\A[\p{L} ]+\z", Purposes.Label(purpose)));

    private static void AssertHarmless(System.Text.Json.JsonElement drawn) =>
        Assert.All(SlackRendering.WordsIn(drawn), found => AssertNothingHidden(found.Word));
}
