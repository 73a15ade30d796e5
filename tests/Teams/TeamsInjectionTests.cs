using IntroBot.Coaching;
using IntroBot.Givers;
using IntroBot.Tests.Coaching;
using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Teams;

/// <summary>
/// Whatever people write reaches others as words. The double validates every card that is sent or shown, and complains of whatever a client
/// could read as more than words; here every place for words is filled with such.
/// </summary>
public sealed class TeamsInjectionTests
{
    public static TheoryData<string> Words =>
    [
        "[click](https://evil.example) https://evil.example", "**bold** _it_ ~~s~~ `code` # head",
        "<at>Grace Okafor</at> <at id=\"0\">x</at>", "<script>alert(1)</script><b>x</b> &lt;b&gt;",
        "\u202Egnp.exe\u2066\u200F z\u200Bw \u0007", "\"},{\"type\":\"TextBlock\",\"text\":\"x\"} ' ; --",
        "one\r\ntwo\n\n> three\n- four\n1. five", "{DATE(2026-11-24T10:00:00Z)} ${card}", "half \uD83D and \uDE00 half",
        $"long {new string('x', 10_240)}",
    ];

    [Theory, MemberData(nameof(Words))]
    public async Task Words_in_every_field_stay_words_for_everybody(string words)
    {
        await using var scene = await TeamsScene.OpenAsync();
        var ava = await scene.WelcomesAsync($"Ava {words}", person => person.SignInName = "ava@acme.example");
        var grace = await scene.WelcomesAsync($"{words} Grace", person => person.SignInName = words);

        await scene.AfterAsync(grace.SaysAsync("give"));
        await FillAsync(
            scene, grace.Chat.Last, grace.Chat.Last.Card, grace,
            new() { [GiverForms.Topics] = $"sourcing, {Tag(words)}", [GiverForms.Companies] = Tag(words) });
        await scene.AfterAsync(ava.OpensDialogAsync());
        var ask = AskTemplate.Fields.ToDictionary(field => field.Id, field => field.Kind switch
        {
            FieldKind.Line or FieldKind.Paragraph => Cut($"{words} {field.Read(Asks.Good)}", field.Max),
            _ => field.Read(Asks.Good),
        });
        await SendAsync(scene, ava, ask);
        Assert.True(ava.Dialog!.Value.Title == "Your note and promises", FakeTeamsCards.Words(ava.Dialog!.Value.Card));
        for (var tries = 0; tries < 3 && ava.Dialog is { Title: "Your note and promises" }; tries++)
            await SendAsync(
                scene, ava,
                new()
                {
                    [AskTemplate.Note] =
                        $"Hello, could you help me? {Cut(words, 500)} I have three questions for somebody who knows this. Thank you.",
                    [AskTemplate.Promises] = FormAnswers.Ticked,
                });
        await scene.BreatheAsync();

        await scene.AfterAsync(grace.PressesAsync("Yes, connect us"));
        await scene.BreatheAsync();
        await scene.PassAsync(TimeSpan.FromDays(3));
        await scene.AfterAsync(ava.PressesAsync("We met"));
        await FillAsync(scene, ava.Chat.Last, ava.Chat.Last.Card, ava, new() { ["thanks"] = $"Thank you. {Cut(words, 300)}" });
        await scene.BreatheAsync();
        await scene.AfterAsync(ava.SaysAsync("status"));

        Assert.Contains("says thank you", grace.Chat.Last.Summary, StringComparison.Ordinal);
        Assert.Empty(scene.Log.Errors);
    }

    [Theory, MemberData(nameof(Words))]
    public async Task Words_in_chats_and_mentions_stay_words(string words)
    {
        await using var scene = await TeamsScene.OpenAsync();
        var crew = scene.Acme.AddChannel(words, scene.Ava, scene.Grace);
        await scene.Ava.AddsBotToAsync(crew);
        var before = scene.Ava.Chat.Messages.Count;

        foreach (var said in (string[])[
            words, words, $"block {words}", $"pause {words}", $"I would like to meet somebody who knows {words}", words, "cancel",
        ])
        {
            await scene.AfterAsync(scene.Ava.SaysAsync(said));
            await scene.AfterAsync(scene.Ava.MentionsAsync(crew, said));
        }

        Assert.True(scene.Ava.Chat.Messages.Count >= before + 5, "Every word of Ava's is answered.");
        Assert.NotEmpty(scene.Ava.Private);
        Assert.Empty(scene.Log.Errors);
    }

    /// <summary>Past every client, which would stop at some of it.</summary>
    private static Task SendAsync(TeamsScene scene, FakeTeamsPerson who, Dictionary<string, string> answers)
    {
        var card = who.Dialog!.Value.Card;
        return scene.AfterAsync(who.SendsInDialogAsync(FakeTeamsCards.Filled(
            card, FakeTeamsCards.Actions(card).First(), answers, stopped: false)));
    }

    private static Task FillAsync(
        TeamsScene scene, FakeTeamsMessage message, JsonObject card, FakeTeamsPerson who, Dictionary<string, string> answers)
    {
        var action = FakeTeamsCards.Actions(card).First();
        var sent = new JsonObject
        {
            ["type"] = "Action.Execute",
            ["verb"] = action.Text("verb"),
            ["data"] = FakeTeamsCards.Filled(card, action, answers, stopped: false),
        };
        return scene.AfterAsync(who.InvokesAsync(
            "adaptiveCard/action", message.Conversation, new JsonObject { ["action"] = sent, ["trigger"] = "manual" }, message.Id));
    }

    private static string Tag(string words) => Cut(words.Replace(',', ' ').Replace(';', ' ').ReplaceLineEndings(" "), 30);

    private static string Cut(string words, int most) => words.Length <= most ? words : words[..most];
}
