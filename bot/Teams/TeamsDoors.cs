using System.Collections.Immutable;
using IntroBot.Chat;
using Microsoft.AspNetCore.WebUtilities;

namespace IntroBot.Teams;

/// <summary>
/// Leads people to each other: no bot may bring two into a chat, but a link opens one, with the first words written and not yet sent;
/// <see href="https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams"/>.
/// </summary>
internal sealed class TeamsDoors(TeamsPeople people)
{
    private const string Chat = "https://teams.microsoft.com/l/chat/0/0";

    /// <summary>Longer links are cut by some clients.</summary>
    private const int LongestWords = 400;

    /// <summary>The card with an address behind each door; a door to somebody whose sign-in name nobody knows stays as it is.</summary>
    public async Task<Card> OpenAsync(string tenant, Card card, CancellationToken token)
    {
        if (!card.Parts.Any(part => part is CardPart.Door))
        {
            return card;
        }

        var parts = ImmutableArray.CreateBuilder<CardPart>(card.Parts.Length);
        foreach (var part in card.Parts)
        {
            parts.Add(part is CardPart.Door door ? door with { Address = await AddressOfAsync(tenant, door, token) } : part);
        }

        return card with { Parts = parts.MoveToImmutable() };
    }

    private async Task<Uri?> AddressOfAsync(string tenant, CardPart.Door door, CancellationToken token)
    {
        var profiles = await Task.WhenAll(door.To.Select(who => people.RecallAsync(tenant, who.Ref.Id, token)));
        return profiles.Any(profile => profile?.SignInName is not { Length: > 0 })
            ? null
            : new Uri(QueryHelpers.AddQueryString(Chat, new Dictionary<string, string?>
            {
                ["tenantId"] = tenant,
                ["users"] = string.Join(',', profiles.Select(profile => profile!.SignInName)),
                ["message"] = VisibleText.Shorten(VisibleText.CleanLine(door.FirstWords), LongestWords),
            }));
    }
}
