namespace IntroBot.Stewards;

/// <summary>The cards about the settings of a workspace.</summary>
public static class SettingsCards
{
    public static Card Saved(WorkspaceSettings settings) => Card.Titled($"Saved")
        .Say(settings.OffersInChannel switch
        {
            true => $"From now on givers are asked in their channel. Everybody there sees who is asked; nobody sees who said no.",
            false => $"From now on givers are asked by message, each in their own chat with me.",
        })
        .Aside($"Offers already made stay where they are.")
        .With(new CardButton(ActionIds.Settings, "", "Change it again"));

    /// <summary>The channel in which givers are asked was deleted, or the bot was taken out of it.</summary>
    public static Card ChannelGone(string channel) => Card.Titled($"The givers’ channel is gone")
        .Say($"I can no longer write in “{channel}”: it was deleted, or I was taken out of it. "
            + $"Until you choose another channel, I ask each giver in their own chat with me.")
        .With(new CardButton(ActionIds.Settings, "", "Choose a channel", ButtonStyle.Primary));

    /// <summary>The link to the settings on a steward's home.</summary>
    public static Card ForStewards { get; } = Card.Titled($"You look after this workspace")
        .Say($"You choose how givers are asked here.")
        .With(new CardButton(ActionIds.Settings, "", "Settings"));

    public static Card OnlyForStewards { get; } = Card.Titled($"The settings are with somebody else")
        .Say($"Whoever looks after this workspace, as its owner or administrator, can change how I work here. "
            + $"Please ask one of them; they type {new WordSpan.Bold("settings")}.");
}
