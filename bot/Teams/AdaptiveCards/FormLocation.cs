namespace IntroBot.Teams.AdaptiveCards;

/// <summary>Where a form stands, which decides how it is sent in.</summary>
public enum FormLocation
{
    /// <summary>A message in a chat: sending it in asks the bot, whose answer takes the form's place.</summary>
    InChat,

    /// <summary>A dialog: it has a bar for the title, and is sent in as a whole.</summary>
    InDialog,
}
