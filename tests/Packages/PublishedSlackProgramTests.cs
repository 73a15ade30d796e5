using IntroBot.Tests.Slack;

namespace IntroBot.Tests.Packages;

/// <summary>The program as it is deployed, behind Slack.</summary>
public sealed class PublishedSlackProgramTests() : SlackProgramTests([Published.Program]);
