using IntroBot.Coaching;
using IntroBot.Tests.Teams.Double;

namespace IntroBot.Tests.Fleet;

/// <summary>How people of Teams write an ask in a dialog, whatever a program that dies shows of it.</summary>
internal static class TeamsAskDialog
{
    public const string OnItsWay = "Your ask is on its way";
    public const string Next = "Next: your note";

    private const string Fields = "Ask for an introduction";
    private const string Note = "Your note and promises";
    private const string HalfWritten = "You have an ask half written";

    /// <summary>
    /// Goes on from whatever a dialog shows; one that closed without a word, since its program died, is opened once more.
    /// </summary>
    public static async Task ReachesNoteAsync(FakeTeamsPerson asker, (string, string)[] entries)
    {
        for (var tries = 0; tries < FleetUsers.MaxTries && asker.Dialog?.Title != Note; tries++)
        {
            await (asker.Dialog?.Title switch
            {
                null => asker.OpensDialogAsync(),
                Fields => asker.PressesInDialogAsync(Next, entries),
                HalfWritten => asker.PressesInDialogAsync("Go on in the form"),
                var other => throw new InvalidOperationException($"{asker} reads: {other}"),
            });
        }
    }

    /// <summary>Whether they know that it was sent: they are told so, or no draft waits any more.</summary>
    public static async Task<bool> SendsAsync(FakeTeamsPerson asker)
    {
        if (asker.Dialog is not { Card: var card }) await asker.OpensDialogAsync();
        else await asker.PressesInDialogAsync(FirstOf(card), (AskTemplate.Promises, FormAnswers.Ticked));

        if (asker.Dialog?.Title == HalfWritten) await ReachesNoteAsync(asker, []);
        return asker.Dialog?.Title is OnItsWay or Fields;
    }

    /// <summary>The first button below a card.</summary>
    public static string FirstOf(JsonNode? card) => FakeTeamsCards.Actions(card).First().Text("title");
}
