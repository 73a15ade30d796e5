using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Teams.Inbound;

/// <summary>One odd field beside the words makes no activity unreadable.</summary>
public sealed class TeamsOddFieldsTests
{
    public static TheoryData<string, string> Odd => new()
    {
        { "entities", "[null]" }, { "entities", "null" }, { "entities", "{}" }, { "entities", "\"x\"" }, { "entities", "[1,[],\"x\"]" },
        { "entities", """[{"type":"mention"}]""" }, { "entities", """[{"type":7,"text":{},"mentioned":"x"}]""" },
        { "entities", """[{"type":"streaminfo","streamId":4}]""" },
        { "entities", """[{"type":"mention","mentioned":{"id":5,"name":[]}}]""" },
        { "attachments", "[null]" }, { "attachments", "7" }, { "attachments", """[{"contentType":"text/html","content":{}}]""" },
        { "attachments", """[{"contentType":"text/html","content":"<div>help</div>"}]""" }, { "attachments", """[{"contentType":null}]""" },
        { "locale", "null" }, { "locale", "5" }, { "locale", "{}" }, { "localTimezone", "[]" }, { "localTimezone", "3" },
        { "textFormat", "null" }, { "textFormat", "{}" }, { "channelData", "null" }, { "channelData", "\"x\"" }, { "channelData", "[]" },
        { "channelData", """{"tenant":"x"}""" }, { "channelData", """{"tenant":{"id":null}}""" },
        { "channelData", """{"tenant":{"id":""}}""" },
        { "channelData", """{"team":null,"channel":"x","settings":[],"eventType":{}}""" },
        { "channelData", """{"settings":{"selectedChannel":"x"}}""" }, { "membersAdded", "{}" }, { "membersRemoved", "[null,1]" },
        { "id", "1700000000001" }, { "replyToId", "[]" }, { "name", "{}" }, { "action", "[]" }, { "value", "[]" }, { "value", "\"x\"" },
        { "recipient", """{"id":"28:x","isTargeted":"no","name":4}""" }, { "recipient", "\"x\"" }, { "timestamp", "{}" },
        { "locale", "\"half \\ud83d\"" }, { "entities", """[{"type":"\ud83d"}]""" },
    };

    [Theory, MemberData(nameof(Odd))]
    public async Task What_is_odd_beside_the_words_reads_as_nothing(string field, string json)
    {
        await using var scene = await TeamsScene.OpenAsync();
        var said = scene.Ava.Activity("message", scene.Ava.Chat);
        said["text"] = "help";
        said["x"] = "here";
        var body = said.ToJsonString().Replace("\"x\":\"here\"", $"\"{field}\":{json}", StringComparison.Ordinal);

        var answer = await scene.AfterAsync(scene.Teams.Post.SendAsync(
            body, $"Bearer {scene.Teams.Keys.Sign(scene.Teams.Keys.Claims(scene.Acme.ServiceUrl))}"));

        Assert.Equal(200, answer.Status);
        Assert.StartsWith("I bring people together", scene.Ava.Chat.Last.Summary, StringComparison.Ordinal);
        Assert.Empty(scene.Log.Errors);
    }

    [Theory]
    [InlineData("<at>IntroBot</at> help", null), InlineData("<at id=\"0\">IntroBot</at> help", "<at>IntroBot</at>")]
    public async Task A_mention_in_any_shape_is_answered(string text, string? entity)
    {
        await using var scene = await TeamsScene.OpenAsync();
        var chat = scene.Acme.AddGroupChat(scene.Ava, scene.Grace);
        chat.HasBot = true;
        var said = scene.Ava.Activity("message", chat);
        said["text"] = text;
        ((JsonArray)said["entities"]!).Add(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = entity,
            ["mentioned"] = new JsonObject { ["id"] = scene.Teams.App.Account, ["name"] = scene.Teams.App.Name },
        });

        await scene.AfterAsync(scene.Ava.TellsAsync(said));

        Assert.StartsWith("I bring people together", Assert.Single(scene.Ava.Private).Summary, StringComparison.Ordinal);
    }
}
