using IntroBot.Tests.Platforms;
using IntroBot.Tests.Teams.Double;

namespace IntroBot.Tests.Teams.Scenes;

/// <summary>What is left of everything that happened: what is stored, what Teams was told, what people see.</summary>
internal static class TeamsSnapshot
{
    /// <summary>Every row, every call and every message: the same before and after something that did nothing.</summary>
    public static async Task<string> SnapshotAsync(this TeamsScene scene)
    {
        var dump = await scene.DumpAsync();
        return $"{dump}\n{scene.Teams.Calls.Count} calls\n{string.Join('\n', scene.Teams.Tenants.SelectMany(Seen))}";
    }

    /// <summary>What people of a tenant see: messages, private words, dialogs.</summary>
    public static IEnumerable<string> Seen(FakeTeamsTenant tenant) =>
    [
        .. tenant.Conversations.SelectMany(place => place.Messages.Select(message =>
            $"{place.Type} {string.Join('+', place.Members.Select(who => who.Name))} "
                + $"for {message.OnlyFor?.Name ?? "all"}: {message.Summary}")),
        .. tenant.People.SelectMany(person => person.Words.Select(word => $"word to {person.Name}: {word}")),
        .. tenant.People.Where(person => person.Dialog is not null).Select(person => $"{person.Name} dialog: {person.Dialog!.Value.Title}"),
    ];
}
