namespace IntroBot.Teams.Inbound.Markup;

/// <summary>Words as a person wrote them, and the people they mention.</summary>
internal static class TeamsText
{
    private const int MaxMentions = 5;

    /// <summary>What the id of every bot begins with.</summary>
    private const string BotPrefix = "28:";

    /// <summary>Other people's ids as they are mentioned, in their order.</summary>
    public static IEnumerable<string> Mentions(Activity activity) => MentionMarks.EntitiesOf(activity)
        .Select(entity => entity.Mentioned!.Id)
        .OfType<string>()
        .Where(id => !IsBot(id, activity) && TeamsIds.IsId(id))
        .Distinct()
        .Take(MaxMentions);

    /// <summary>The id of a bot, this one or another, that is mentioned after other words, and not only addressed before them.</summary>
    public static string? BotInside(Activity activity)
    {
        var words = MessageWords.Of(activity);
        var marks = new MentionMarks(activity, words.Text);
        var (from, hasWords) = (0, false);
        while (marks.Next(from) is { } mark)
        {
            hasWords |= !string.IsNullOrWhiteSpace(words.Plain(words.Text[from..mark.Start]));
            if (hasWords && mark.Who?.Id is { } id && IsBot(id, activity))
            {
                return id;
            }

            from = mark.End;
        }

        return null;
    }

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

    private static bool IsBot(string id, Activity activity) =>
        id == activity.Recipient?.Id || id.StartsWith(BotPrefix, StringComparison.Ordinal);

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
