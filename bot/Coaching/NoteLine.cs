namespace IntroBot.Coaching;

/// <summary>One sentence of a drafted note: the part it belongs to, and how gladly it is kept when room is short.</summary>
internal sealed record NoteLine(NotePart Part, string Text, NoteRank Rank)
{
    private const string More = "I am happy to tell you more.";

    private int Words => AskTemplate.WordCount(Text);

    /// <summary>The note within so many words: the least needed sentences go first, and a sentence says that there is more.</summary>
    public static string Fitted(IReadOnlyList<NoteLine> lines, int mostWords)
    {
        var (note, whole) = Chosen(lines, mostWords);
        if (whole)
        {
            return Written(note);
        }

        var closing = lines.TakeWhile(line => line.Part < NotePart.Closing).Count();
        NoteLine[] marked = [.. lines.Take(closing), new NoteLine(NotePart.More, More, NoteRank.Always), .. lines.Skip(closing)];
        return Written(Chosen(Clipped(marked, mostWords), mostWords).Lines);
    }

    private static (IReadOnlyList<NoteLine> Lines, bool Whole) Chosen(IReadOnlyList<NoteLine> lines, int mostWords)
    {
        var kept = new HashSet<int>();
        var shortened = new HashSet<NotePart>();
        var (words, length) = (0, 0);
        foreach (var (index, line) in lines.Index().OrderBy(line => line.Item.Rank))
        {
            // Once a part has lost a sentence, the ones after it would no longer follow.
            if (shortened.Contains(line.Part) || words + line.Words > mostWords || length + line.Text.Length + 2 > AskTemplate.NoteLength)
            {
                shortened.Add(line.Part);
                continue;
            }

            kept.Add(index);
            words += line.Words;
            length += line.Text.Length + 2;
        }

        return ([.. lines.Where((_, index) => kept.Contains(index))], kept.Count == lines.Count);
    }

    /// <summary>
    /// Where even the sentences that matter most are too long together, each gets an equal share and ends at a whole word.
    /// </summary>
    private static IReadOnlyList<NoteLine> Clipped(IReadOnlyList<NoteLine> lines, int mostWords)
    {
        var core = lines.Where(line => line.Rank == NoteRank.Core).ToArray();
        var room = mostWords - lines.Where(line => line.Rank == NoteRank.Always).Sum(line => line.Words);
        return core.Sum(line => line.Words) <= room
            ? lines
            : [.. lines.Select(line => line.Rank == NoteRank.Core ? line.Cut(room / core.Length) : line)];
    }

    private NoteLine Cut(int most) => Words <= most
        ? this
        : this with { Text = string.Join(' ', Text.Split(' ').Take(most)).TrimEnd(',', ';', ':', '.', '-', '–') + "…" };

    private static string Written(IReadOnlyList<NoteLine> lines) =>
        string.Join(
            "\n\n",
            lines.GroupBy(line => line.Part.Paragraph()).Select(paragraph => string.Join(' ', paragraph.Select(line => line.Text))));
}
