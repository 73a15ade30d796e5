using System.Collections.Immutable;
using IntroBot.Chat;

namespace IntroBot.Teams;

/// <summary>Words as a person wrote them: mentions are found by the entities beside the text, never by what they look like in it.</summary>
internal static class TeamsText
{
    private const string Mention = "mention";
    private const int MostMentions = 5;

    /// <summary>Other people's ids as they are mentioned, in their order.</summary>
    public static IEnumerable<string> Mentions(Activity activity) => Entities(activity)
        .Select(entity => entity.Mentioned?.Id).OfType<string>().Where(id => id != activity.Recipient?.Id && id.Length > 0).Distinct().Take(MostMentions);

    /// <summary>The words without mentions of the bot and with names in place of those of others.</summary>
    public static string Read(Activity activity, IReadOnlyDictionary<string, Person> people)
    {
        var text = activity.Text ?? "";
        foreach (var entity in Entities(activity))
        {
            var name = entity.Mentioned?.Id == activity.Recipient?.Id ? ""
                : people.TryGetValue(entity.Mentioned?.Id ?? "", out var known) ? $"@{known.Name}"
                : "@somebody";
            text = text.Replace(entity.Text!, name, StringComparison.OrdinalIgnoreCase);
        }

        return text.Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase).Replace('\u00A0', ' ').Trim();
    }

    /// <summary>The people mentioned whom Teams knows.</summary>
    public static async Task<ImmutableDictionary<string, Person>> PeopleInAsync(this TeamsPeople people, string tenant, Activity activity, CancellationToken token)
    {
        if (ConversationReference.Of(activity) is not { } place)
        {
            return ImmutableDictionary<string, Person>.Empty;
        }

        var found = await Task.WhenAll(Mentions(activity).Select(async member => (Member: member, Profile: await people.MentionedAsync(tenant, place, member, token))));
        return found.Where(each => each.Profile is not null).ToImmutableDictionary(each => each.Member, each => each.Profile!.In(tenant));
    }

    private static IEnumerable<ActivityEntity> Entities(Activity activity) =>
        (activity.Entities ?? []).Where(entity => entity is { Type: Mention, Text.Length: > 0, Mentioned: not null });
}
