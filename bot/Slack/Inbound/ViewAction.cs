using IntroBot.Slack.BlockKit;

namespace IntroBot.Slack.Inbound;

/// <summary>
/// What becomes of a modal that was sent in; <see href="https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload"/>.
/// </summary>
public sealed record ViewAction(string ResponseAction)
{
    public View? View { get; init; }

    public IReadOnlyDictionary<string, string>? Errors { get; init; }

    public static ViewAction Update(View view) => new("update") { View = view };

    public static ViewAction Wrong(IReadOnlyDictionary<string, string> errors) => new("errors") { Errors = errors };
}
