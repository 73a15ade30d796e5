namespace IntroBot.Coaching;

/// <summary>One sentence of a drafted note: its part, and its priority when the note is too long.</summary>
internal sealed record NoteLine(NotePart Part, string Text, NoteRank Rank)
{
    private const string More = "I am happy to tell you more.";

    private int Words => AskTemplate.WordCount(Text);

    /// <summary>Fits the note into a word limit: the least important sentences go first, and a sentence says that there is more.</summary>
    public static string Fit(IReadOnlyList<NoteLine> lines, int mostWords)
    {
        var (note, isComplete) = SelectLines(lines, mostWords);
        if (isComplete)
        {
            return Compose(note);
        }

        var closing = lines.TakeWhile(line => line.Part < NotePart.Closing).Count();
        NoteLine[] withMore = [.. lines.Take(closing), new NoteLine(NotePart.More, More, NoteRank.Always), .. lines.Skip(closing)];
        return Compose(SelectLines(ClipCore(withMore, mostWords), mostWords).Lines);
    }

    private static (IReadOnlyList<NoteLine> Lines, bool Whole) SelectLines(IReadOnlyList<NoteLine> lines, int mostWords)
    {
        var kept = new HashSet<int>();
        var shortened = new HashSet<NotePart>();
        var (words, length) = (0, 0);
        foreach (var (index, line) in lines.Index().OrderBy(line => line.Item.Rank))
        {
            // A sentence after a dropped one of the same part would no longer follow.
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

    /// <summary>Where even the core sentences are too long together, cuts each to an equal share at the end of a word.</summary>
    private static IReadOnlyList<NoteLine> ClipCore(IReadOnlyList<NoteLine> lines, int mostWords)
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

    private static string Compose(IReadOnlyList<NoteLine> lines) =>
        string.Join(
            "\n\n",
            lines.GroupBy(line => line.Part.Paragraph()).Select(paragraph => string.Join(' ', paragraph.Select(line => line.Text))));
}
