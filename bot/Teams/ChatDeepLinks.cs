using Microsoft.AspNetCore.WebUtilities;

namespace IntroBot.Teams;

/// <summary>
/// Leads people to each other: no bot may bring two into a chat, but a link opens one, with the first words written and not yet sent;
/// <see href="https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams"/>.
/// </summary>
internal sealed class ChatDeepLinks(TeamsPeople people)
{
    private const string Chat = "https://teams.microsoft.com/l/chat/0/0";

    private const int MaxWordsLength = 400;

    /// <summary>Longer links are cut by some clients.</summary>
    private const int MaxAddress = 2_000;

    /// <summary>Longer than any directory allows.</summary>
    private const int MaxNameLength = 256;

    /// <summary>The card with an address for each link; a link to a person whose sign-in name is unknown stays as it is.</summary>
    public async Task<Card> OpenAsync(string tenant, Card card, CancellationToken token)
    {
        if (!card.Parts.Any(part => part is CardPart.ChatLink))
        {
            return card;
        }

        var parts = ImmutableArray.CreateBuilder<CardPart>(card.Parts.Length);
        foreach (var part in card.Parts)
        {
            parts.Add(part is CardPart.ChatLink door ? door with { Address = await AddressOfAsync(tenant, door, token) } : part);
        }

        return card with { Parts = parts.MoveToImmutable() };
    }

    private async Task<Uri?> AddressOfAsync(string tenant, CardPart.ChatLink door, CancellationToken token)
    {
        var profiles = await Task.WhenAll(door.To.Select(who => people.RecallAsync(new TeamsUserRef(tenant, who.Ref.Id), token)));
        var names = profiles.Select(profile => profile?.SignInName).OfType<string>().Where(IsName).ToList();
        var words = VisibleText.Shorten(VisibleText.CleanLine(door.FirstWords), MaxWordsLength);
        return names.Count < profiles.Length ? null : Fitting(Address(tenant, names, words)) ?? Fitting(Address(tenant, names, null));
    }

    private static Uri Address(string tenant, IEnumerable<string> names, string? words) => new(QueryHelpers.AddQueryString(
        Chat, new Dictionary<string, string?> { ["tenantId"] = tenant, ["users"] = string.Join(',', names), ["message"] = words }));

    /// <summary>Letters of some scripts take nine characters each in an address.</summary>
    private static Uri? Fitting(Uri address) => address.AbsoluteUri.Length <= MaxAddress ? address : null;

    /// <summary>A comma would add another person.</summary>
    private static bool IsName(string name) =>
        name.Length is > 0 and <= MaxNameLength
            && !name.Any(letter => letter == ',' || char.IsWhiteSpace(letter) || char.IsControl(letter));
}
