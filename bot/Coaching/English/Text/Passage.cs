namespace IntroBot.Coaching.English.Text;

/// <summary>The text of one field normalized for rules: plain quotes, single spaces.</summary>
internal sealed record Passage(string Field, string Text)
{
    public bool IsEmpty => Text.Length == 0;

    public static Passage Of(Ask ask, string field) => new(field, Plain(AskTemplate.Field(field).Read(ask)));

    /// <summary>Every field with free text, in the order of the template; the note comes last.</summary>
    public static IEnumerable<Passage> All(Ask ask) =>
        AskTemplate.Fields.Concat(AskTemplate.Review)
            .Where(field => field.Kind is FieldKind.Line or FieldKind.Paragraph or FieldKind.Tags)
            .Select(field => new Passage(field.Id, Plain(field.Read(ask))));

    /// <summary>The first passage that matches a pattern; without field ids, every field is searched.</summary>
    public static Passage? Find(Ask ask, Regex pattern, params ReadOnlySpan<string> fields)
    {
        var passages = fields.IsEmpty ? All(ask) : [.. fields.ToArray().Select(field => Of(ask, field))];
        return passages.FirstOrDefault(passage => pattern.IsMatch(passage.Text));
    }

    private static string Plain(string text)
    {
        var quotes = text
            .Replace('’', '\'').Replace('‘', '\'').Replace('ʼ', '\'')
            .Replace('“', '"').Replace('”', '"').Replace('\u2011', '-');
        return string.Join(' ', quotes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
