using IntroBot.Slack.Inbound;

namespace IntroBot.Tests.Slack.Inbound;

/// <summary>What stands in a form of Slack's is read as somebody typed it.</summary>
public sealed class SlackRequestTests
{
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData("help", "help")]
    [InlineData("pause+2w", "pause 2w")]
    [InlineData("C%2B%2B+%26+%F0%9F%91%A9%E2%80%8D%F0%9F%9A%80%0Aplease", "C++ & 👩‍🚀\nplease")]
    [InlineData("100%25", "100%")]
    [InlineData("100%+sure", "100% sure")]
    [InlineData("", "")]
    public void Words_are_read_as_they_were_typed(string sent, string typed) =>
        Assert.Equal(typed, Assert.IsType<SlackRequest.Typed>(Read($"command=%2Fintro&text={sent}&user_id=U1")).Command.Text);

    [Fact]
    public void A_form_with_more_fields_than_Slack_ever_sends_is_none()
    {
        Assert.NotNull(Read($"command=%2Fintro{Fields(63)}"));
        Assert.Null(Read($"command=%2Fintro{Fields(64)}"));

        static string Fields(int count) => string.Concat(Enumerable.Range(0, count).Select(number => $"&field{number}=x"));
    }

    [Theory, InlineData(""), InlineData("&&=&"), InlineData("text=help"), InlineData("payload="), InlineData("payload=%7B")]
    public void What_is_no_command_and_no_click_is_none(string body) => Assert.Null(Read(body));

    private static SlackRequest? Read(string body) => SlackRequest.Read(Form, Encoding.ASCII.GetBytes(body));
}
