using System.Collections.Immutable;
using IntroBot.Chat.Interactions;

namespace IntroBot.Givers;

/// <summary>
/// Offers tags while somebody types them: their own words always come first, so that nobody is bound to what others know.
/// </summary>
public sealed class SuggestTags(IGiverStore givers)
{
    private const int MaxOptions = 20;
    private const int MaxInForm = 12;

    /// <summary>The words typed, then what givers of the workspace listed: what begins so before what only contains it.</summary>
    public async Task<Reply> SuggestAsync(Interaction.OptionsAsked asked, CancellationToken token)
    {
        var typed = asked.Typed.Trim();
        var term = IndexKey.Of(typed);
        var companies = asked.Input == GiverForms.Companies;
        var fitting = (await givers.IndexedTagsAsync(asked.From.Ref.Workspace, token))
            .Where(listed => listed.IsCompany == companies && listed.Key != term)
            .Select(listed => (listed.Words, listed.Givers, Place: PlaceOf(listed, typed, term)))
            .Where(each => each.Place is not null)
            .OrderBy(each => each.Place)
            .ThenByDescending(each => each.Givers)
            .ThenBy(each => each.Words, StringComparer.OrdinalIgnoreCase)
            .Select(each => each.Words);
        return new Reply.Options([.. (typed.Length > 0 ? fitting.Prepend(typed) : fitting).Take(MaxOptions)]);
    }

    /// <summary>The topics most givers of a workspace listed, for a form to offer from the start.</summary>
    public async Task<ImmutableArray<string>> MostListedAsync(WorkspaceId workspace, CancellationToken token) =>
    [
        .. (await givers.IndexedTagsAsync(workspace, token))
            .Where(listed => !listed.IsCompany)
            .OrderByDescending(listed => listed.Givers)
            .ThenBy(listed => listed.Words, StringComparer.OrdinalIgnoreCase)
            .Select(listed => listed.Words)
            .Take(MaxInForm),
    ];

    /// <summary>Where a listed term stands among the options; null when it does not fit what was typed.</summary>
    private static int? PlaceOf(IndexedTag listed, string typed, string term) => listed switch
    {
        _ when typed.Length == 0 => 0,
        _ when term.Length == 0 => null,
        _ when listed.Key.StartsWith(term, StringComparison.Ordinal)
            || listed.Words.StartsWith(typed, StringComparison.OrdinalIgnoreCase) => 0,
        _ when listed.Key.Contains(term, StringComparison.Ordinal)
            || listed.Words.Contains(typed, StringComparison.OrdinalIgnoreCase) => 1,
        _ => null,
    };
}
