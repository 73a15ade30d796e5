namespace IntroBot.Chat.Cards;

/// <summary>
/// A form a person fills in: a Slack modal, a Teams dialog or a web form. <paramref name="Id"/> is one of <see cref="FormIds"/>; platforms
/// return <paramref name="State"/> unchanged with the answers; <paramref name="Other"/> is a second button beside submit.
/// </summary>
public sealed record Form(
    [property: JsonPropertyName("Id")] string Id,
    [property: JsonPropertyName("State")] string State,
    [property: JsonPropertyName("Title")] string Title,
    [property: JsonPropertyName("Preface")] ImmutableArray<CardPart> Preface,
    [property: JsonPropertyName("Inputs")] ImmutableArray<FormInput> Inputs,
    [property: JsonPropertyName("SubmitLabel")] string SubmitLabel,
    [property: JsonPropertyName("Other")] CardButton? Other = null)
{
    /// <summary>The button that opens this form again, for a platform that could not show it when it was requested.</summary>
    public CardButton Opener() => new(FormIds.Openers[Id], State, Title, ButtonStyle.Primary);
}

/// <summary>An input of a form: a closed set. <paramref name="Id"/> is unique in its form and names the error shown beside it.</summary>
public abstract record FormInput(
    [property: JsonPropertyName("Id")] string Id,
    [property: JsonPropertyName("Label")] string Label,
    [property: JsonPropertyName("Help")] string Help,
    [property: JsonPropertyName("Required")] bool Required)
{
    /// <summary>Free text, with limits in characters (UTF-16 units).</summary>
    public sealed record Text(
        string Id, string Label, string Help, bool Required,
        [property: JsonPropertyName("Min")] int Min,
        [property: JsonPropertyName("Max")] int Max,
        [property: JsonPropertyName("Multiline")] bool Multiline,
        [property: JsonPropertyName("Value")] string Value)
        : FormInput(Id, Label, Help, Required);

    /// <summary>One of several options.</summary>
    public sealed record Choice(
        string Id, string Label, string Help, bool Required,
        [property: JsonPropertyName("Options")] ImmutableArray<FormOption> Options,
        [property: JsonPropertyName("Value")] string Value)
        : FormInput(Id, Label, Help, Required);

    /// <summary>Any number of several options.</summary>
    public sealed record Choices(
        string Id, string Label, string Help, bool Required,
        [property: JsonPropertyName("Options")] ImmutableArray<FormOption> Options,
        [property: JsonPropertyName("Values")] ImmutableArray<string> Values)
        : FormInput(Id, Label, Help, Required);

    /// <summary>A few free tags, separated by commas, with suggestions.</summary>
    public sealed record Tags(
        string Id, string Label, string Help, bool Required,
        [property: JsonPropertyName("Most")] int Max,
        [property: JsonPropertyName("Suggestions")] ImmutableArray<string> Suggestions,
        [property: JsonPropertyName("Values")] ImmutableArray<string> Values)
        : FormInput(Id, Label, Help, Required);

    /// <summary>A calendar day, <c>yyyy-MM-dd</c>.</summary>
    public sealed record Date(
        string Id, string Label, string Help, bool Required,
        [property: JsonPropertyName("Value")] string Value)
        : FormInput(Id, Label, Help, Required);

    /// <summary>A channel of the workspace; the answer is the platform's id of it.</summary>
    public sealed record Channel(
        string Id, string Label, string Help, bool Required,
        [property: JsonPropertyName("Value")] string Value)
        : FormInput(Id, Label, Help, Required);

    /// <summary>A checkbox; a ticked one is submitted as <c>yes</c>.</summary>
    public sealed record Checkbox(
        string Id, string Label, string Help, bool Required,
        [property: JsonPropertyName("Checked")] bool Checked)
        : FormInput(Id, Label, Help, Required);
}

/// <summary>One option of a choice.</summary>
public sealed record FormOption(
    [property: JsonPropertyName("Value")] string Value,
    [property: JsonPropertyName("Label")] string Label);
