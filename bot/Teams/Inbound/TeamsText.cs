namespace IntroBot.Teams.Inbound;

/// <summary>Words as a person wrote them: mentions are found by the entities beside the text, never by what they look like in it.</summary>
internal static class TeamsText
{
    private const string Mention = "mention";

    /// <summary>What every mention begins with; nothing else is taken out of the words.</summary>
    private const string Mark = "<at";
    private const int MaxMentions = 5;
    private const int MaxMarks = 20;

    /// <summary>Other people's ids as they are mentioned, in their order.</summary>
    public static IEnumerable<string> Mentions(Activity activity) => Entities(activity)
        .Select(entity => entity.Mentioned?.Id)
        .OfType<string>()
        .Where(id => id != activity.Recipient?.Id && TeamsIds.IsId(id))
        .Distinct()
        .Take(MaxMentions);

    /// <summary>The words without mentions of the bot and with names in place of those of others.</summary>
    public static string Read(Activity activity, IReadOnlyDictionary<string, Person> people)
    {
        var marks = Entities(activity).DistinctBy(entity => entity.Text, StringComparer.OrdinalIgnoreCase).Take(MaxMarks)
            .Select(entity => (entity.Text!, NameOf(entity, activity, people))).ToList();
        return Named(activity.Text ?? "", marks).Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase).Replace('\u00A0', ' ').Trim();
    }

    /// <summary>The people mentioned whom Teams knows.</summary>
    public static async Task<ImmutableDictionary<string, Person>> PeopleInAsync(
        this TeamsPeople people, string tenant, Activity activity, CancellationToken token)
    {
        if (ConversationReference.Of(activity) is not { } place)
        {
            return ImmutableDictionary<string, Person>.Empty;
        }

        var found = await Task.WhenAll(Mentions(activity)
            .Select(async member => (Member: member, Profile: await people.MentionedAsync(tenant, place, member, token))));
        return found.Where(each => each.Profile is not null).ToImmutableDictionary(each => each.Member, each => each.Profile!.In(tenant));
    }

    private static string NameOf(ActivityEntity entity, Activity activity, IReadOnlyDictionary<string, Person> people) =>
        entity.Mentioned?.Id == activity.Recipient?.Id
            ? ""
            : people.TryGetValue(entity.Mentioned?.Id ?? "", out var known) ? $"@{known.Name}" : "@somebody";

    /// <summary>Goes through the words once, so that no name is read for a mention again.</summary>
    private static string Named(string text, IReadOnlyList<(string Mark, string Name)> marks)
    {
        var read = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var (mark, name) = marks.FirstOrDefault(each => text.AsSpan(at).StartsWith(each.Mark, StringComparison.OrdinalIgnoreCase));
            read.Append(mark is null ? text[at].ToString() : name);
            at += mark?.Length ?? 1;
        }

        return read.ToString();
    }

    private static IEnumerable<ActivityEntity> Entities(Activity activity) => (activity.Entities ?? [])
        .OfType<ActivityEntity>().Where(entity => entity is { Type: Mention, Text: { } text, Mentioned: not null }
            && text.StartsWith(Mark, StringComparison.OrdinalIgnoreCase));
}
