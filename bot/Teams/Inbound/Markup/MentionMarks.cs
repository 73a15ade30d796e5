using System.Net;

namespace IntroBot.Teams.Inbound.Markup;

/// <summary>
/// Finds mentions in a text and tells by the entities beside it whom each one means. An entity may lack its text, and the mark may have
/// attributes, a name in part, or a name with escapes; <see href="https://github.com/microsoft/botbuilder-dotnet/issues/2504"/>.
/// </summary>
internal sealed partial class MentionMarks
{
    private const string Mention = "mention";
    private const string Start = "<at";
    private const int MaxEntities = 20;

    private readonly ImmutableArray<ActivityEntity> entities;
    private readonly List<ActivityEntity> left;
    private readonly Dictionary<int, Match> marks;
    private readonly ChannelAccount? bot;
    private readonly string text;

    /// <summary>Whether every mark has an entity of its own, so that their order tells what their names do not.</summary>
    private readonly bool isComplete;
    private int met;
    private bool hasBot;

    public MentionMarks(Activity activity, string text)
    {
        entities = [.. EntitiesOf(activity).Take(MaxEntities)];
        (left, bot, this.text) = ([.. entities], activity.Recipient, text);
        marks = Marks().Matches(text).ToDictionary(mark => mark.Index);
        isComplete = marks.Count == entities.Length;
    }

    public static IEnumerable<ActivityEntity> EntitiesOf(Activity activity) => activity.Entities
        .Where(entity => entity.Mentioned is not null && string.Equals(entity.Type, Mention, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first mention at this place or after it.</summary>
    public MentionMark? Next(int from)
    {
        for (var at = text.IndexOf('<', from); at >= 0; at = text.IndexOf('<', at + 1))
        {
            if ((Written(at) ?? Marked(at)) is { } mark)
            {
                (met, hasBot) = (met + 1, hasBot || IsBot(mark.Who));
                return mark;
            }
        }

        return null;
    }

    /// <summary>The bot may be mentioned by its bare name, where an entity says so and no mark does.</summary>
    public string WithoutBot(string words) =>
        !hasBot && entities.FirstOrDefault(entity => IsBot(entity.Mentioned)) is { } mention
            && (mention.Mentioned!.Name ?? bot?.Name) is { Length: > 0 } name
            && words.TrimStart('@') is var bare
            && bare.StartsWith(name, StringComparison.OrdinalIgnoreCase)
            && (bare.Length == name.Length || !char.IsLetterOrDigit(bare[name.Length]))
                ? bare[name.Length..].TrimStart()
                : words;

    /// <summary>An entity whose text stands here letter by letter, whatever is in it.</summary>
    private MentionMark? Written(int at) =>
        Take(entity => entity.Text is { } written && written.StartsWith(Start, StringComparison.OrdinalIgnoreCase)
            && text.AsSpan(at).StartsWith(written, StringComparison.OrdinalIgnoreCase)) is { } found
            ? new MentionMark(at, at + found.Text!.Length, found.Mentioned, NameOf(found) ?? InnerOf(found.Text))
            : null;

    /// <summary>A mark here, with the entity that fits it best; nobody where none does.</summary>
    private MentionMark? Marked(int at)
    {
        if (!marks.TryGetValue(at, out var mark))
        {
            return null;
        }

        var (name, id) = (Plain(mark.Groups["name"].Value), mark.Groups["id"].Value);
        var found = Take(entity => id.Length > 0 && entity.Mentioned!.Id == id)
            ?? Take(entity => IsSame(name, entity.Text is { } written ? InnerOf(written) : null) || IsSame(name, NameOf(entity)))
            ?? (int.TryParse(id, CultureInfo.InvariantCulture, out var index) ? entities.ElementAtOrDefault(index) : null)
            ?? (isComplete ? entities.ElementAtOrDefault(met) : null);
        var who = found?.Mentioned ?? (id == bot?.Id || IsSame(name, bot?.Name) ? bot : null);
        return new MentionMark(at, at + mark.Length, who, name);
    }

    /// <summary>The first entity of a kind that no earlier mention took; people may have the same name.</summary>
    private ActivityEntity? Take(Predicate<ActivityEntity> fits)
    {
        if (left.Find(fits) is { } found)
        {
            left.Remove(found);
            return found;
        }

        return entities.FirstOrDefault(entity => fits(entity));
    }

    private bool IsBot(ChannelAccount? who) => who?.Id is { } id && id == bot?.Id;

    private static bool IsSame(string name, string? other) =>
        name.Length > 0 && string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private static string? NameOf(ActivityEntity entity) => entity.Mentioned!.Name is { } name ? Plain(name) : null;

    private static string InnerOf(string mark) => Marks().Match(mark) is { Success: true } match ? Plain(match.Groups["name"].Value) : "";

    private static string Plain(string name) => WebUtility.HtmlDecode(name).Replace('\u00A0', ' ').Trim();

    [GeneratedRegex(
        """
        <(?<tag>at|span)\b(?=(?:[^<>]*?\bid\s*=\s*["'](?<id>[^"'<>]*)["'])?)(?=(?:[^<>]*?\bitemid\s*=\s*["'](?<id>[^"'<>]*)["'])?)
        (?:(?<=<at)|(?=[^<>]*schema\.skype\.com/Mention))[^<>]{0,256}>(?<name>[^<>]{0,256})</\k<tag>\s*>
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Marks();
}

/// <summary>
/// Where a mention stands, <paramref name="Who"/> it means, which is nobody where no entity tells, and the name that stands there.
/// </summary>
internal sealed record MentionMark(int Start, int End, ChannelAccount? Who, string Name);
