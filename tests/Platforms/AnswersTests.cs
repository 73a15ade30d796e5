using CsCheck;

namespace IntroBot.Tests.Platforms;

/// <summary>What comes back of a form, whatever the platform wraps it in.</summary>
public abstract class AnswersTests
{
    /// <summary>One answer of every kind, as the platform sends it.</summary>
    protected abstract string EveryKind { get; }

    /// <summary>A channel's id on the platform.</summary>
    protected abstract string Channel { get; }

    /// <summary>Names of fields that mean something to who reads answers, and some that do not.</summary>
    protected abstract IReadOnlyList<string> Names { get; }

    /// <summary>How deep the platform nests an answer, and a little deeper.</summary>
    protected abstract int Depth { get; }

    [Fact]
    public void Every_kind_of_answer_is_read_under_its_id()
    {
        var answers = Read(EveryKind);

        Assert.Equal(
            ("Somebody, anybody", "advice", "2026-12-01", Channel),
            (answers.Text("who"), answers.Text("purpose"), answers.Text("deadline"), answers.Text("channel")));
        Assert.Equal(["advice", "mentoring"], answers.Many("kinds"));
        Assert.Equal(["supply chain", "sourcing"], answers.Tags("topics"));
        Assert.True(answers.IsTicked("promises") && !answers.IsTicked("box"));
        Assert.True(answers.Has("return") && answers.Has("others") && answers.Many("others").Count == 0);
        Assert.False(answers.Has("other"));
    }

    /// <summary>What a form begins with is what comes back when nobody changes it.</summary>
    [Fact]
    public void An_untouched_form_comes_back_as_it_was_drawn()
    {
        var options = (System.Collections.Immutable.ImmutableArray<FormOption>)[new FormOption("one", "One"), new FormOption("two", "Two")];
        var answers = Read(Untouched(new Form(FormIds.Ask, "s1", "A form", [],
            [
                new FormInput.Text("text", "Text", "", true, 1, 100, true, "Some\nwords, two"),
                new FormInput.Choice("choice", "Choice", "", true, options, "two"),
                new FormInput.Choices("choices", "Choices", "", false, options, ["two", "one"]),
                new FormInput.Tags("tags", "Tags", "", true, 3, [], ["supply chain", "sourcing"]),
                new FormInput.Date("date", "Date", "", false, "2026-12-01"),
                new FormInput.Channel("channel", "Channel", "", false, Channel),
                new FormInput.Checkbox("box", "Box", "", true, true),
                new FormInput.Checkbox("empty", "Box", "", false, false),
            ], "Send")));

        Assert.Equal(
            ("Some\nwords, two", "two", "2026-12-01", Channel),
            (answers.Text("text"), answers.Text("choice"), answers.Text("date"), answers.Text("channel")));
        Assert.Equal(["one", "two"], answers.Many("choices").Order());
        Assert.Equal(["supply chain", "sourcing"], answers.Tags("tags"));
        Assert.True(answers.IsTicked("box") && !answers.IsTicked("empty"));
    }

    [Fact]
    public void No_JSON_makes_the_reading_fail() => Json(Depth).Sample(ReadAll, iter: 2000);

    protected abstract FormAnswers Read(string json);

    /// <summary>The form as it comes back when nobody changes anything.</summary>
    protected abstract string Untouched(Form form);

    /// <summary>Reads everything the platform can find in some JSON.</summary>
    protected virtual void ReadAll(string json)
    {
        var answers = Read(json);
        _ = (answers.Text("a"), answers.Many("value"), answers.Tags("type"));
    }

    private Gen<string> Json(int depth)
    {
        var leaf = Gen.OneOf(
            "null", "true", "1e400", "\"\"", "\"yes\"", "\"a,b\"", "\"2026-12-01\"", "\"\\ud800\"", "\"\\u0000\"", "{}", "[]");
        if (depth == 0) return leaf;

        var field = Gen.Select(Gen.OneOf(Names.ToArray()), Json(depth - 1), (name, value) => $"\"{name}\":{value}");
        return Gen.OneOf(
            leaf,
            field.Array[0, 4].Select(fields => $"{{{string.Join(',', fields)}}}"),
            Json(depth - 1).Array[0, 3].Select(items => $"[{string.Join(',', items)}]"));
    }
}
