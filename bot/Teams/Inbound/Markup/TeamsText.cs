namespace IntroBot.Teams.Inbound.Markup;

/// <summary>Words as a person wrote them, and the people they mention.</summary>
internal static class TeamsText
{
    private const int MaxMentions = 5;

    /// <summary>Other people's ids as they are mentioned, in their order.</summary>
    public static IEnumerable<string> Mentions(Activity activity) => MentionMarks.EntitiesOf(activity)
        .Select(entity => entity.Mentioned!.Id)
        .OfType<string>()
        .Where(id => id != activity.Recipient?.Id && TeamsIds.IsId(id))
        .Distinct()
        .Take(MaxMentions);

    /// <summary>The words without mentions of the bot, and without those that are quoted from another message.</summary>
    public static string Read(Activity activity) => Read(activity, ImmutableDictionary<string, Person>.Empty);

    /// <summary>As above, with names in place of mentions of others.</summary>
    public static string Read(Activity activity, IReadOnlyDictionary<string, Person> people)
    {
        var words = MessageWords.Of(activity);
        var marks = new MentionMarks(activity, words.Text);
        var read = new StringBuilder(words.Text.Length);
        var from = 0;
        while (marks.Next(from) is { } mark)
        {
            Add(read, words.Plain(words.Text[from..mark.Start]));
            read.Append(NameOf(mark, activity, people));
            from = mark.End;
        }

        Add(read, words.Plain(words.Text[from..]));
        return marks.WithoutBot(read.ToString().Trim());
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

    /// <summary>A mention that is taken out leaves no gap.</summary>
    private static void Add(StringBuilder read, string words) =>
        read.Append(read.Length == 0 || char.IsWhiteSpace(read[^1]) ? words.TrimStart(' ') : words);

    private static string NameOf(MentionMark mark, Activity activity, IReadOnlyDictionary<string, Person> people) => mark.Who switch
    {
        null => mark.Name,
        { Id: { } id } when id == activity.Recipient?.Id => "",
        { Id: { } id } when people.TryGetValue(id, out var known) => $"@{known.Name}",
        _ => mark.Name.Length > 0 ? $"@{mark.Name}" : "@somebody",
    };
}
