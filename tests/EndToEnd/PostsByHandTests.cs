using System.Net;
using System.Reflection;
using IntroBot.Playground.Page;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntroBot.Tests.EndToEnd;

/// <summary>Posts nobody's page would send: each gets a friendly answer, and nothing is ever half done.</summary>
public sealed class PostsByHandTests(Chromium chromium)
{
    private static readonly string[] Garbage =
        ["", "x", "nobody|nothing", "||||", "'; DROP TABLE Core;--", "../../etc/passwd", "\u202E\uFFFD", new string('a', 4000)];

    [Fact]
    public async Task Every_button_and_form_of_the_bot_survives_garbage()
    {
        await using var program = await IntroBotProgram.StartAsync();
        using var visitor = new RawPlaygroundClient(program.Address);
        foreach (var action in ConstantsOf(typeof(ActionIds)).Append("no.such.action"))
        {
            foreach (var value in Garbage)
            {
                using var answer = await visitor.SendAsync(
                    PlaygroundPaths.Press, "tom", ("place", "home"), ("message", "gone"), ("action", action), ("value", value));
                Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{action} {value}: {answer.StatusCode}");
            }
        }

        foreach (var command in (string[])["/intro", "/intro give"])
        {
            using var opened = await visitor.SendAsync(PlaygroundPaths.Type, "priya", ("text", command));
        }

        foreach (var form in ConstantsOf(typeof(FormIds)).Append("no.such.form"))
        {
            foreach (var value in Garbage)
            {
                using var answer = await visitor.SendAsync(
                    PlaygroundPaths.Submit, "priya", ("form", form), ("state", value), ("answer.who", value), ("answer.topics", value));
                Assert.True((int)answer.StatusCode < 500, $"{form} {value}: {answer.StatusCode}");
            }
        }

        Assert.Contains("You are Tom", await visitor.PageAsync("/?as=tom"), StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", program.Log, StringComparison.Ordinal);
    }

    [Fact]
    public Task Somebody_elses_a_stale_and_a_repeated_button_change_nothing() => Scene.PlayAsync(chromium, async scene =>
    {
        using var visitor = new RawPlaygroundClient(scene.Program.Address);
        var window = await scene.OpenAsync("ava");
        await window.AskAsync(Asking.Good);
        var withdraw = await RawPlaygroundClient.FieldsOfAsync(window.Card(Asking.Sent)
            .GetByRole(AriaRole.Button, new() { Name = "Withdraw this ask" }));
        await window.BecomeAsync("Grace Okafor");
        var offer = window.Card("Could you help Ava Stone?");
        var yes = await RawPlaygroundClient.FieldsOfAsync(offer.GetByRole(AriaRole.Button, new() { Name = "Yes, connect us" }));
        var notNow = await RawPlaygroundClient.FieldsOfAsync(offer.GetByRole(AriaRole.Button, new() { Name = "Not now", Exact = true }));

        Assert.Contains(
            "This one is for somebody else", (await visitor.PostAsync(PlaygroundPaths.Press, "wei", yes)).Page, StringComparison.Ordinal);
        Assert.Contains(
            "This one is for somebody else",
            (await visitor.PostAsync(PlaygroundPaths.Press, "marcus", withdraw)).Page, StringComparison.Ordinal);
        Assert.Contains("I am looking for the right person", await visitor.PageAsync("/?as=ava"), StringComparison.Ordinal);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5)
            .Select(_ => visitor.PostAsync(PlaygroundPaths.Press, "grace", [("key", "pressed-twice"), .. yes])));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.Status));
        var late = await visitor.PostAsync(PlaygroundPaths.Press, "grace", notNow);
        Assert.Contains("This one has moved on", late.Page, StringComparison.Ordinal);

        await window.BecomeAsync("Ava Stone");
        await Expect(window.Chat.GetByRole(AriaRole.Heading, new() { Name = "Grace Okafor said yes" })).ToHaveCountAsync(1);
        Assert.Contains(
            "Somebody said yes already", (await visitor.PostAsync(PlaygroundPaths.Press, "ava", withdraw)).Page, StringComparison.Ordinal);
        await window.LookAtAsync("Grace Okafor");
        await Expect(window.TalkWith("Grace Okafor").GetByRole(AriaRole.Article)).ToHaveCountAsync(1);
    });

    [Fact]
    public async Task A_post_that_is_not_the_pages_own_gets_a_sentence_and_does_nothing()
    {
        await using var program = await IntroBotProgram.StartAsync();
        using var visitor = new RawPlaygroundClient(program.Address);
        (string Sentence, string Person, string Path, (string, string)[] Fields)[] posts =
        [
            ("I do not know who you are", "mallory", PlaygroundPaths.Type, [("text", "hello")]),
            ("Something was missing", "ava", PlaygroundPaths.Type, []),
            ("did not belong there", "ava", PlaygroundPaths.Type, [("text", "hello"), ("steward", "yes")]),
            ("That is a long message", "ava", PlaygroundPaths.Type, [("text", new string('x', 5000))]),
            ("You are not in that conversation", "ava", PlaygroundPaths.Say, [("place", "meeting.grace.wei"), ("text", "hello")]),
            ("You are not in that conversation", "ava", PlaygroundPaths.Say, [("place", "meeting.ava.grace"), ("text", "hello")]),
            ("The clock moves by", "ava", PlaygroundPaths.Clock, [("way", "-1d")]),
            ("not one of mine", "ava", PlaygroundPaths.Press, [("place", "home"), ("message", "m"), ("action", ""), ("value", "")]),
            ("That form is not open any more", "ava", PlaygroundPaths.Submit, [("form", "ask"), ("state", "x")]),
        ];
        foreach (var post in posts)
        {
            var answer = await visitor.PostAsync(post.Path, post.Person, post.Fields);
            Assert.Equal(
                (HttpStatusCode.BadRequest, post.Sentence),
                (answer.Status, answer.Page.Contains(post.Sentence, StringComparison.Ordinal) ? post.Sentence : answer.Page));
        }

        Assert.Contains("<h3>You are Ava.</h3>", await visitor.PageAsync("/?as=ava"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> ConstantsOf(Type list) =>
        list.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!);
}
