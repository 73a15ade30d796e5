using IntroBot.Coaching;
using IntroBot.Tests.Coaching;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Double.Deliveries;
using IntroBot.Tests.Slack.Scenes;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Slack;

/// <summary>The log tells administrators what happens, and nobody's secrets, names or words.</summary>
public sealed class SlackSecretsTests
{
    private const string Thanks = "Thank you, Grace. That saved us a month.";

    [Fact]
    public async Task The_main_job_in_fair_weather_and_foul_leaves_no_secret_name_or_word_in_the_log()
    {
        await using var scene = await SlackScene.OpenAsync();
        var (ava, grace) = (scene.Ava, scene.Grace);
        var told = new List<FakeSlackDelivery>();
        await scene.GivesAsync(grace, "supply chain", "sourcing");
        told.Add(await scene.AfterAsync(ava.SaysAsync($"My secret plan is {Asks.Good.Who}")));
        told.Add(await scene.AfterAsync(ava.SaysAsync("cancel")));
        told.Add(await scene.AfterAsync(ava.OpensHomeAsync()));
        told.Add(await scene.AfterAsync(ava.TypesAsync("/intro", "block @Grace Okafor", scene.General)));
        told.Add(await scene.AfterAsync(ava.TypesAsync("/intro", "unblock @Grace Okafor", scene.General)));
        scene.Slack.Faults.Refuse("views.open", "fatal_error");
        scene.Slack.Faults.Fail("response_url");
        told.Add(await scene.AfterAsync(ava.TypesAsync("/intro", "ask", scene.General)));
        await scene.AsksAsync(ava);
        scene.Slack.Faults.Cut("chat.postMessage");
        scene.Slack.Faults.AnswerHtml("conversations.open");
        told.Add(await scene.AfterAsync(grace.PressesAsync("Yes, connect us")));
        await scene.PassAsync(TimeSpan.FromDays(5));
        told.Add(await scene.AfterAsync(ava.PressesAsync("We met")));
        told.Add(await scene.AfterAsync(ava.SubmitsAsync(("thanks", Thanks))));
        scene.Slack.ComplainsOfAnswers = false;
        scene.Store.IsFailing = true;
        told.Add(await ava.TypesAsync("/intro", "status"));
        scene.Store.IsFailing = false;
        await scene.BreatheAsync();

        var lines = scene.Log.Lines.Where(line => line.Text.StartsWith("IntroBot.", StringComparison.Ordinal)).ToList();
        Assert.Contains(lines, line => line.Level == LogLevel.Error);
        Assert.All(
            lines,
            line => Assert.DoesNotContain(Canaries(scene, told), canary => line.Text.Contains(canary, StringComparison.OrdinalIgnoreCase)));
        Assert.All(scene.Log.Lines, line => Assert.DoesNotContain(Keys(scene), key => line.Text.Contains(key, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Keys(SlackScene scene) =>
        [scene.Acme.Token, scene.Slack.App.SigningSecret, scene.Slack.App.ClientSecret];

    private static List<string> Canaries(SlackScene scene, IEnumerable<FakeSlackDelivery> told) =>
    [
        .. Keys(scene), "xoxb-", "/response/", "hooks.slack.com", "Ava", "Stone", "Grace", "Okafor", "secret plan", Thanks,
        .. AskTemplate.Fields.Where(field => field.Kind is FieldKind.Line or FieldKind.Paragraph or FieldKind.Tags)
            .Select(field => field.Read(Asks.Good)),
        .. told.Select(each => each.TriggerId).Where(trigger => trigger.Length > 0),
        .. scene.Slack.CallsOf("response_url").Select(call => call["id"]),
    ];
}
