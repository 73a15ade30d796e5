namespace IntroBot.Chat.Cards;

/// <summary>The answers of a form; missing or unknown values read as empty and never cause an exception.</summary>
public sealed class FormAnswers(IReadOnlyDictionary<string, IReadOnlyList<string>> answers)
{
    public const string Ticked = "yes";

    public static FormAnswers Empty { get; } = new(new Dictionary<string, IReadOnlyList<string>>());

    public bool Has(string id) => answers.ContainsKey(id);

    public string Text(string id) => answers.TryGetValue(id, out var values) && values.Count > 0 ? values[0].Trim() : "";

    public IReadOnlyList<string> Many(string id) => answers.TryGetValue(id, out var values) ? values : [];

    /// <summary>Tags separated by commas, semicolons or line breaks, or submitted one by one.</summary>
    public IReadOnlyList<string> Tags(string id) =>
        [.. Many(id)
            .SelectMany(value => value.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    public bool IsTicked(string id) => Text(id) == Ticked;
}
