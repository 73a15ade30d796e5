namespace IntroBot.Slack;

/// <summary>A person as Slack names them: the workspace the app is installed in, and the user's id there.</summary>
internal sealed record SlackUserRef(string Team, string Id);
