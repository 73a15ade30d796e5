using System.Text.RegularExpressions;

namespace IntroBot.Coaching.English.Text;

/// <summary>The words of one field as a rule reads them: plain quotes, single spaces.</summary>
internal sealed record Passage(string Field, string Text)
{
    public bool IsEmpty => Text.Length == 0;

    public static Passage Of(Ask ask, string field) => new(field, Plain(AskTemplate.Field(field).Read(ask)));

    /// <summary>Every field in which people write words of their own, in the order of the template; the note comes last.</summary>
    public static IEnumerable<Passage> All(Ask ask) =>
        AskTemplate.Fields.Concat(AskTemplate.Review)
            .Where(field => field.Kind is FieldKind.Line or FieldKind.Paragraph or FieldKind.Tags)
            .Select(field => new Passage(field.Id, Plain(field.Read(ask))));

    /// <summary>The first passage a pattern is found in; without field ids, every field is read.</summary>
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
