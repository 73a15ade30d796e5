using System.Reflection;

namespace IntroBot.Tests.Platforms;

/// <summary>No part of a card or a form, and no kind of words, is spared the hostile ones.</summary>
public sealed class HostilePartsTests
{
    private const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance;

    private static readonly Card Card = HostileParts.Card("x");
    private static readonly Form Form = HostileParts.Form("x");

    [Fact]
    public void Every_part_of_a_card_that_has_words_is_there() =>
        AssertAll(Card.Parts, typeof(CardPart), part => part.GetProperties(Own).Length > 0);

    [Fact]
    public void Every_input_of_a_form_is_there() => AssertAll(Form.Inputs, typeof(FormInput));

    [Fact]
    public void Every_kind_of_words_is_there() => AssertAll(Card.Title.Spans, typeof(WordSpan));

    private static void AssertAll<T>(IEnumerable<T> found, Type set, Func<Type, bool>? counts = null)
        where T : notnull => Assert.Equal(
            set.GetNestedTypes().Where(type => type.IsSubclassOf(set) && counts?.Invoke(type) is not false).Select(NameOf).Order(),
            found.Select(each => NameOf(each.GetType())).Distinct().Order());

    private static string NameOf(Type type) => type.Name;
}
