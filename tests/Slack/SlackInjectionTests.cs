using System.Text.RegularExpressions;
using IntroBot.Coaching;
using IntroBot.Givers;
using IntroBot.Tests.Coaching;
using IntroBot.Tests.Slack.BlockKit;
using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack;

/// <summary>
/// Whatever people write reaches others as words: nobody is pinged, no link is made, nothing is drawn otherwise than written.
/// </summary>
public sealed partial class SlackInjectionTests
{
    private static readonly string[] Hidden = ["\u202E", "\u2066", "\u200F", "\u200B", "\u0007", "\r"];

    public static TheoryData<string> Words =>
    [
        "<!channel> <!here> <!everyone|all>", "<@U00000005> <@USLACKBOT> <#C00000001|general>",
        "<https://evil.example|click> http://evil.example", "*bold* _it_ ~s~ `code` :tada:",
        "\u202Egnp.exe\u2066\u200F z\u200Bw \u0007", "&amp;lt;!channel&amp;gt; &lt;!here&gt; &",
        "\"},{\"type\":\"mrkdwn\",\"text\":\"<!here>\"} ' ; --", "one\r\ntwo\n\n> three\n```four```",
    ];

    [Theory, MemberData(nameof(Words))]
    public async Task Words_in_every_field_stay_words_for_everybody(string words)
    {
        await using var scene = await SlackScene.OpenAsync();
        var (ava, grace) = (scene.Ava, scene.Grace);
        (ava.RealName, grace.RealName) = ($"Ava {words}", $"{words} Grace");
        scene.General.Add(scene.Acme.Bot);

        await scene.AfterAsync(grace.TypesAsync("/intro", "give"));
        var topic = await PickAsync(grace, GiverForms.Topics, words);
        if (await PickAsync(grace, GiverForms.Companies, words) is { } company) grace.FillsIn((GiverForms.Companies, company));
        grace.FillsIn((GiverForms.Topics, topic!));
        await scene.AfterAsync(grace.SubmitsAsync());
        await AsksAsync(scene, ava, words);
        AssertHarmless(scene);

        Assert.Contains(grace.Chat.Messages, message => message.Text.Contains("ould you help", StringComparison.Ordinal));
        await scene.AfterAsync(grace.PressesAsync("Yes, connect us"));
        await scene.BreatheAsync();
        await scene.PassAsync(TimeSpan.FromDays(3));
        await scene.AfterAsync(ava.PressesAsync("We met"));
        await scene.AfterAsync(ava.SubmitsAsync(("thanks", $"Thank you. {words}"), ("worth", $"Much. {words}")));
        await scene.BreatheAsync();
        await scene.AfterAsync(ava.OpensHomeAsync());
        await scene.AfterAsync(grace.OpensHomeAsync());

        Assert.Contains("says thank you", grace.Chat.Last.Text, StringComparison.Ordinal);
        AssertHarmless(scene);
    }

    [Theory, MemberData(nameof(Words))]
    public async Task Words_in_chats_commands_and_mentions_stay_words(string words)
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.Ava.RealName = $"Ava {words}";
        scene.General.Add(scene.Acme.Bot);
        await SpeakAsync(scene, words);
        await SpeakAsync(scene, $"I would like to meet somebody who knows {words}");
        AssertHarmless(scene);
    }

    [Theory, InlineData(7_900), InlineData(10_240), InlineData(40_000)]
    public async Task Words_without_end_are_answered_kindly(int length)
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.General.Add(scene.Acme.Bot);
        var before = scene.Ava.Chat.Messages.Count;
        await SpeakAsync(scene, string.Concat(Enumerable.Repeat("<!here> & ", (length / 10) + 1))[..length]);

        Assert.NotEmpty(scene.Ava.Ephemerals);
        Assert.True(scene.Ava.Chat.Messages.Count >= before + 4, "Every word of Ava's is answered.");
        AssertHarmless(scene);
    }

    private static async Task SpeakAsync(SlackScene scene, string words)
    {
        var ava = scene.Ava;
        await scene.AfterAsync(ava.TypesAsync("/intro", words, scene.General));
        await scene.AfterAsync(ava.MentionsAsync(scene.General, words));
        await scene.AfterAsync(ava.SaysAsync(words));
        await scene.AfterAsync(ava.SaysAsync(words));
        await scene.AfterAsync(ava.TypesAsync("/intro", $"block {words}"));
        await scene.AfterAsync(ava.TypesAsync("/intro", $"pause {words}"));
        await scene.AfterAsync(ava.SaysAsync("cancel"));
    }

    /// <summary>An ask whose every free field begins with the words.</summary>
    private static async Task AsksAsync(SlackScene scene, FakeSlackPerson who, string words)
    {
        await scene.AfterAsync(who.TypesAsync("/intro"));
        who.FillsIn((AskTemplate.Topics, (await PickAsync(who, AskTemplate.Topics, words))!));
        who.FillsIn([.. AskTemplate.Fields.Where(field => field.Id != AskTemplate.Topics).Select(field => (field.Id, field.Kind switch
        {
            FieldKind.Line => Cut($"{OneLine(words)} {field.Read(Asks.Good)}", field.Max),
            FieldKind.Paragraph => Cut($"{words} {field.Read(Asks.Good)}", field.Max),
            _ => field.Read(Asks.Good),
        }))]);
        await scene.AfterAsync(who.SubmitsAsync());
        Assert.Equal("ask.review", who.Modal!.CallbackId);
        who.FillsIn(
            (AskTemplate.Note, $"Hello, could you help me? {words} I have three questions for somebody who knows this. Thank you."));
        await scene.SendsAsync(who);
    }

    private static async Task<string?> PickAsync(FakeSlackPerson who, string menu, string words)
    {
        var offered = await who.TypesIntoAsync(menu, Cut(OneLine(words).Replace(',', ' ').Replace(';', ' '), 30).Trim());
        return offered.Count > 0 ? offered[0] : null;
    }

    private static string OneLine(string words) => words.ReplaceLineEndings(" ");

    private static string Cut(string words, int most) => words.Length <= most ? words : words[..most];

    /// <summary>Walks everything that anybody was ever sent or sees now.</summary>
    private static void AssertHarmless(SlackScene scene)
    {
        Assert.Empty(scene.Log.Errors);
        foreach (var call in scene.Slack.Calls)
        {
            foreach (var (name, value) in call.Fields)
            {
                if (name is "blocks" or "view" or "body") AssertHarmless(scene, SlackRendering.Parse(value));
                else if (name == "text") AssertEscaped(value);
            }
        }

        var shown = scene.Acme.People.SelectMany(person => person.Ephemerals.Select(message => message.Blocks)
            .Concat(person.Modals.Select(view => view.Blocks)).Concat(person.Home is { } home ? [home.Blocks] : []));
        Assert.All(shown, blocks => AssertHarmless(scene, ((JsonNode)blocks).Element()));
        Assert.All(scene.Acme.People.SelectMany(person => person.Ephemerals), message => AssertEscaped(message.Text));
    }

    private static void AssertHarmless(SlackScene scene, JsonElement json)
    {
        foreach (var (name, word, around) in SlackRendering.WordsIn(json))
        {
            Assert.NotEqual("mrkdwn", word);
            Assert.DoesNotContain(Hidden, hidden => word.Contains(hidden, StringComparison.Ordinal));
            Assert.False(name is "url" && word.Contains("evil", StringComparison.Ordinal), word);
            Assert.False(around.TryGetProperty("emoji", out var emoji) && emoji.GetBoolean());
            if (name == "user_id") Assert.Contains(word, scene.Acme.People.Select(person => person.Id));
            if (name == "text" && !around.TryGetProperty("type", out _)) AssertEscaped(word);
            Assert.False(name == "type" && word is "broadcast" or "channel" or "usergroup" or "team", word);
        }
    }

    private static void AssertEscaped(string text) => Assert.DoesNotMatch(Live(), text);

    [GeneratedRegex("<|>|&(?!amp;|lt;|gt;)")]
    private static partial Regex Live();
}
