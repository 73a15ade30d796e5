namespace IntroBot.Slack.WebApi;

/// <summary>Slack cannot be asked whose token it is: whatever waits for the answer is tried again later.</summary>
internal sealed class SlackUnreachableException() : Exception("Slack did not say which workspace the token is for.");
