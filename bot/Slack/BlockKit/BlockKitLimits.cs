namespace IntroBot.Slack.BlockKit;

/// <summary>
/// How much Slack takes, in UTF-16 units where it is about words. Longer words of people end in a visible mark; ids and values are ours,
/// and a test fails when one of them is longer.
/// </summary>
public static class BlockKitLimits
{
    /// <summary>https://docs.slack.dev/reference/block-kit/blocks.</summary>
    public const int MessageBlocks = 50;

    /// <summary>https://docs.slack.dev/surfaces/modals and https://docs.slack.dev/surfaces/app-home.</summary>
    public const int ViewBlocks = 100;

    /// <summary>
    /// All blocks of a message as JSON. Slack answers <c>msg_blocks_too_long</c> from somewhere above 11,000 characters of text
    /// on, markup included, and does not document where: https://github.com/slackapi/bolt-js/issues/2509 and 2867.
    /// </summary>
    public const int MessageLength = 11_000;

    /// <summary>
    /// All blocks of a view as JSON: a view has 250 kB with its frame (https://docs.slack.dev/reference/methods/views.publish), and no unit
    /// takes more than three bytes.
    /// </summary>
    public const int ViewLength = 80_000;

    /// <summary>The fallback of a message: https://docs.slack.dev/reference/methods/chat.update refuses more than 4,000.</summary>
    public const int Fallback = 3000;

    /// <summary>https://docs.slack.dev/reference/block-kit/composition-objects/text-object; one part of a card has no more.</summary>
    public const int Text = 3000;

    /// <summary>https://docs.slack.dev/reference/block-kit/blocks/header-block.</summary>
    public const int Header = 150;

    /// <summary>https://docs.slack.dev/reference/block-kit/blocks/actions-block.</summary>
    public const int ActionsOfBlock = 25;

    /// <summary>https://docs.slack.dev/reference/block-kit/block-elements/button-element.</summary>
    public const int ButtonText = 75;

    /// <summary>https://docs.slack.dev/reference/views: title, submit and close of a modal.</summary>
    public const int ViewTitle = 24;

    /// <summary>https://docs.slack.dev/reference/block-kit/blocks/input-block: label and hint, of which a screen holds far less.</summary>
    public const int Label = 300;

    /// <summary>https://docs.slack.dev/reference/block-kit/blocks/input-block.</summary>
    public const int Hint = 2000;

    /// <summary>https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element: every length it knows.</summary>
    public const int TypedText = 3000;

    /// <summary>
    /// https://docs.slack.dev/reference/block-kit/composition-objects/option-object:
    /// its text, and the shorter of the two limits told for its value.
    /// </summary>
    public const int Option = 75;

    /// <summary>https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element.</summary>
    public const int Options = 100;

    /// <summary>https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element.</summary>
    public const int Checkboxes = 10;

    /// <summary>https://docs.slack.dev/reference/block-kit/block-elements/button-element, as its longest address.</summary>
    public const int Address = 3000;

    /// <summary>What one label of the facts of a card may take of them.</summary>
    public const int FactLabel = 120;
}
