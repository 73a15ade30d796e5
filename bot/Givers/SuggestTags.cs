namespace IntroBot.Givers;

/// <summary>Suggests tags while a person types; the typed text comes first, so that any tag is possible.</summary>
public sealed class SuggestTags(IGiverStore givers)
{
    private const int MaxOptions = 20;
    private const int MaxInForm = 12;
    private const int MaxOfAsk = 3;

    /// <summary>The typed text, then listed tags of the workspace: prefix matches before other matches.</summary>
    public async Task<Reply> SuggestAsync(Interaction.OptionsAsked asked, CancellationToken token)
    {
        var typed = asked.Typed.Trim();
        var key = IndexKey.Of(typed);
        var companies = asked.Input == GiverForms.Companies;
        var matches = (await givers.IndexedTagsAsync(asked.From.Ref.Workspace, token))
            .Where(listed => listed.IsCompany == companies && listed.Key != key)
            .Select(listed => (listed.Words, listed.Givers, Rank: RankOf(listed, typed, key)))
            .Where(each => each.Rank is not null)
            .OrderBy(each => each.Rank)
            .ThenByDescending(each => each.Givers)
            .ThenBy(each => each.Words, StringComparer.OrdinalIgnoreCase)
            .Select(each => each.Words);
        return new Reply.Options([.. (typed.Length > 0 ? matches.Prepend(typed) : matches).Take(MaxOptions)]);
    }

    /// <summary>The most listed topics of a workspace, for the initial options of a form.</summary>
    public async Task<ImmutableArray<string>> MostListedAsync(WorkspaceId workspace, CancellationToken token) =>
    [
        .. (await givers.IndexedTagsAsync(workspace, token))
            .Where(listed => !listed.IsCompany)
            .OrderByDescending(listed => listed.Givers)
            .ThenBy(listed => listed.Words, StringComparer.OrdinalIgnoreCase)
            .Select(listed => listed.Words)
            .Take(MaxInForm),
    ];

    /// <summary>The listed topics that a sentence names, the longest first, as many as an ask may have.</summary>
    public async Task<ImmutableArray<string>> NamedInAsync(WorkspaceId workspace, string sentence, CancellationToken token)
    {
        var words = $" {IndexKey.Of(sentence)} ";
        return
        [
            .. (await givers.IndexedTagsAsync(workspace, token))
                .Where(listed => !listed.IsCompany && words.Contains($" {listed.Key} ", StringComparison.Ordinal))
                .OrderByDescending(listed => listed.Key.Length)
                .ThenBy(listed => listed.Words, StringComparer.OrdinalIgnoreCase)
                .Select(listed => listed.Words)
                .Take(MaxOfAsk),
        ];
    }

    /// <summary>The rank of a listed tag among the options; null when it does not match.</summary>
    private static int? RankOf(IndexedTag listed, string typed, string key) => listed switch
    {
        _ when typed.Length == 0 => 0,
        _ when key.Length == 0 => null,
        _ when listed.Key.StartsWith(key, StringComparison.Ordinal)
            || listed.Words.StartsWith(typed, StringComparison.OrdinalIgnoreCase) => 0,
        _ when listed.Key.Contains(key, StringComparison.Ordinal)
            || listed.Words.Contains(typed, StringComparison.OrdinalIgnoreCase) => 1,
        _ => null,
    };
}
