using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace IntroBot.Playground.Html;

/// <summary>A fragment of finished markup; the only way to create one encodes every string in it.</summary>
public readonly record struct HtmlFragment
{
    private readonly string? markup;

    internal HtmlFragment(string markup) => this.markup = markup;

    public static HtmlFragment Empty => default;

    public bool IsEmpty => string.IsNullOrEmpty(markup);

    public static HtmlFragment Of(HtmlBuilder html) => html.Build();

    public static HtmlFragment When(bool shown, HtmlBuilder html) => shown ? html.Build() : Empty;

    /// <summary>Fragments in sequence, without separator.</summary>
    public static HtmlFragment Run(IEnumerable<HtmlFragment> pieces) => new(string.Concat(pieces));

    public override string ToString() => markup ?? "";
}

/// <summary>
/// Collects an interpolated string into markup: literals are unchanged, strings are encoded, nested markup is indented to its position, and
/// a line that only holds an empty fragment is removed.
/// </summary>
[InterpolatedStringHandler]
public ref struct HtmlBuilder
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder text;
    private bool lastWasEmpty;

    public HtmlBuilder(int literalLength, int formattedCount) => text = new StringBuilder(literalLength + (32 * formattedCount));

    public void AppendLiteral(string markup)
    {
        if (lastWasEmpty && markup.StartsWith('\n') && OnlyIndent() is { } start)
        {
            text.Length = start;
            markup = start == 0 ? markup[1..] : markup;
        }

        lastWasEmpty = false;
        text.Append(markup);
    }

    public void AppendFormatted(string? words) => text.Append(Encoder.Encode(words ?? ""));

    public void AppendFormatted(int number) => text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number}");

    public void AppendFormatted(HtmlFragment piece)
    {
        lastWasEmpty = piece.IsEmpty;
        if (!piece.IsEmpty)
        {
            text.Append(piece.ToString().Replace("\n", "\n" + Indent(), StringComparison.Ordinal));
        }
    }

    public void AppendFormatted(IEnumerable<HtmlFragment> pieces) =>
        AppendFormatted(new HtmlFragment(string.Join('\n', pieces.Where(piece => !piece.IsEmpty))));

    internal readonly HtmlFragment Build() => new(lastWasEmpty && OnlyIndent() is { } start ? text.ToString(0, start) : text.ToString());

    /// <summary>The start of the current line (including its line break) if it holds only blanks; otherwise null.</summary>
    private readonly int? OnlyIndent()
    {
        var at = text.Length;
        while (at > 0 && text[at - 1] == ' ')
        {
            at--;
        }

        return at == 0 ? 0 : text[at - 1] == '\n' ? at - 1 : null;
    }

    private readonly string Indent()
    {
        var line = text.ToString();
        line = line[(line.LastIndexOf('\n') + 1)..];
        return line[..(line.Length - line.TrimStart(' ').Length)];
    }
}
