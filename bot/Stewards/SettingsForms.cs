namespace IntroBot.Stewards;

/// <summary>The form for the settings of a workspace, and the reading of its answers.</summary>
public static class SettingsForms
{
    public const string Offers = "offers";
    public const string ByMessage = "message";
    public const string InChannel = "channel";
    public const string Channel = "givers-channel";

    /// <summary>Longer than the channel ids of all platforms.</summary>
    public const int MaxChannelLength = 200;

    public static Form Settings(WorkspaceSettings settings) => new(
        FormIds.Settings,
        "",
        "Settings",
        [new CardPart.Context(Words.Of($"These hold for the whole workspace, from the next offer on."))],
        [
            new FormInput.Choice(
                Offers, "How are givers asked?",
                "By message only the giver sees who asks. In the channel everybody there sees who is asked, and never who said no.",
                Required: true,
                [new FormOption(ByMessage, "By message"), new FormOption(InChannel, "In the givers’ channel")],
                settings.OffersInChannel ? InChannel : ByMessage),
            new FormInput.Channel(
                Channel, "The givers’ channel", "Needed when givers are asked in the channel. Invite me to it, and the people who give.",
                Required: false, settings.GiversChannel),
        ],
        "Save");

    /// <summary>The settings from the form, or an error for every invalid field.</summary>
    public static (WorkspaceSettings? Settings, ImmutableDictionary<string, string> Errors) Validate(FormAnswers answers)
    {
        var (offers, channel) = (answers.Text(Offers), answers.Text(Channel));
        var errors = ImmutableDictionary.CreateBuilder<string, string>();
        if (offers is not (ByMessage or InChannel))
        {
            errors[Offers] = "Please pick one of the two.";
        }

        if (offers == InChannel && channel.Length == 0)
        {
            errors[Channel] = "Please choose the channel in which givers are asked.";
        }
        else if (channel.Length > MaxChannelLength)
        {
            errors[Channel] = "Please choose a channel of this workspace.";
        }

        return (errors.Count > 0 ? null : new WorkspaceSettings(offers == InChannel, channel), errors.ToImmutable());
    }
}
