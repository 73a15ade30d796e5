using IntroBot.Teams.Inbound;

namespace IntroBot.Teams.Connector;

/// <summary>A message in a conversation.</summary>
internal sealed record MessageReference(ConversationReference Place, string Id);
