using IntroBot.Playground;
using IntroBot.Slack;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace IntroBot.Tests.Slack;

public sealed class SlackOptionsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("SigningSecret BotToken")]
    [InlineData("SigningSecret ClientId ClientSecret")]
    [InlineData("SigningSecret BotToken ClientId ClientSecret")]
    [InlineData("BotToken AppToken")]
    [InlineData("AppToken ClientId ClientSecret")]
    [InlineData("SigningSecret BotToken AppToken")]
    [InlineData("SigningSecret BotToken ClientId ClientSecret AppToken")]
    public void A_whole_configuration_is_taken(string keys) => Assert.Null(ErrorIn(Options(keys)));

    [Theory]
    [InlineData("SigningSecret", "Slack:BotToken is missing")]
    [InlineData("BotToken", "Slack:SigningSecret is missing")]
    [InlineData("AppToken", "Slack:BotToken is missing")]
    [InlineData("SigningSecret AppToken", "Slack:BotToken is missing")]
    [InlineData("ClientId", "Slack:ClientSecret is missing")]
    [InlineData("ClientSecret", "Slack:ClientId is missing")]
    [InlineData("SigningSecret ClientId", "Slack:ClientSecret is missing")]
    [InlineData("SigningSecret ClientSecret", "Slack:ClientId is missing")]
    [InlineData("SigningSecret BotToken ClientId", "Slack:ClientSecret is missing")]
    [InlineData("ClientId ClientSecret", "Slack:SigningSecret is missing")]
    [InlineData("BotToken ClientId ClientSecret", "Slack:SigningSecret is missing")]
    public void Half_a_configuration_is_told_in_one_sentence_that_names_the_key(string keys, string told)
    {
        var sentence = ErrorIn(Options(keys));

        Assert.StartsWith(told, sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', sentence!);
    }

    [Fact]
    public void A_sentence_about_secrets_holds_none() =>
        Assert.DoesNotContain("of SigningSecret", ErrorIn(Options("SigningSecret")), StringComparison.Ordinal);

    [Fact]
    public void Blank_is_nothing() => Assert.False(new SlackOptions { SigningSecret = " ", BotToken = "" }.IsOn);

    [Theory]
    [InlineData("https://slack.com/api/", true)]
    [InlineData("https://slack-gov.com/api/", true)]
    [InlineData("http://127.0.0.1:4000/api/", true)]
    [InlineData("http://[::1]:4000/api", true)]
    [InlineData("http://localhost:4000/api", true)]
    [InlineData("http://slack.com/api/", false)]
    [InlineData("http://localhost.example.com/api/", false)]
    [InlineData("ftp://127.0.0.1/", false)]
    [InlineData("slack.com/api", false)]
    [InlineData("", false)]
    public void Tokens_travel_encrypted_or_on_this_machine(string address, bool isTaken)
    {
        var options = Options("SigningSecret BotToken");
        options.ApiUrl = address;

        Assert.Equal(!isTaken, ErrorIn(options)?.StartsWith("Slack:ApiUrl ", StringComparison.Ordinal) is true);
    }

    [Theory, InlineData("http://127.0.0.1:4000/api"), InlineData("http://127.0.0.1:4000/api/")]
    public void A_slash_at_the_end_makes_no_difference(string address) =>
        Assert.Equal("http://127.0.0.1:4000/api/auth.test", new Uri(new SlackOptions { ApiUrl = address }.Api, "auth.test").AbsoluteUri);

    [Theory, InlineData("SigningSecret BotToken", false), InlineData("", true)]
    public void With_Slack_the_playground_is_off_unless_it_is_asked_for(string keys, bool isOn)
    {
        var developer = new HostingEnvironment { EnvironmentName = "Development" };

        Assert.Equal(isOn, new PlaygroundOptions().IsOn(developer, Options(keys).IsOn));
        Assert.True(new PlaygroundOptions { Enabled = "true" }.IsOn(developer, Options(keys).IsOn));
    }

    private static string? ErrorIn(SlackOptions options) => new SlackOptionsValidator().ErrorIn(options);

    private static SlackOptions Options(string keys) => new ConfigurationBuilder()
        .AddInMemoryCollection(keys.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(key => KeyValuePair.Create($"Slack:{key}", (string?)$"value of {key}")))
        .Build().GetSection(SlackOptions.Section).Get<SlackOptions>() ?? new SlackOptions();
}
