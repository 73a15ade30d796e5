using IntroBot.Platforms;

namespace IntroBot.Slack;

/// <summary>Validates the section <c>Slack</c>: whole, or not there at all.</summary>
public sealed class SlackOptionsValidator : OptionsValidator<SlackOptions>
{
    public override string? ErrorIn(SlackOptions options) => options switch
    {
        { IsOn: false } => null,
        _ when !IsUsable(options.ApiUrl) =>
            "Slack:ApiUrl is not an address I may send tokens to: use https, or http on this machine only, or leave it out.",
        _ when options.IsInstallable != Has(options.ClientSecret) =>
            $"{(options.IsInstallable ? "Slack:ClientSecret" : "Slack:ClientId")} is missing: "
                + "both stand under Basic Information of your Slack app, and I need both or neither.",
        _ when options.HearsHttp && !Has(options.BotToken) && !options.IsInstallable =>
            "Slack:BotToken is missing: Slack:SigningSecret alone lets me listen but not speak; "
                + "add the bot token, or Slack:ClientId and Slack:ClientSecret for many workspaces.",
        _ when !options.HearsHttp && !options.HearsSocket =>
            "Slack:SigningSecret is missing: without it I cannot tell Slack's requests from forged ones; "
                + "it stands under Basic Information of your Slack app.",
        _ when options.HearsSocket && !Has(options.BotToken) && !options.IsInstallable =>
            "Slack:BotToken is missing: Slack:AppToken alone lets me listen but not speak; "
                + "add the bot token, or Slack:ClientId and Slack:ClientSecret for many workspaces.",
        _ => null,
    };
}
