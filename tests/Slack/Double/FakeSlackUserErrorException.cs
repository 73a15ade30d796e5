namespace IntroBot.Tests.Slack.Double;

/// <summary>What a person would see as an error, or could not do in Slack at all.</summary>
internal sealed class FakeSlackUserErrorException(string message) : Exception(message);
