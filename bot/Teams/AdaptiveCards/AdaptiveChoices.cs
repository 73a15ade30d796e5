namespace IntroBot.Teams.AdaptiveCards;

/// <summary>Draws inputs with choices.</summary>
internal static partial class AdaptiveChoices
{
    private const string InSight = "expanded";
    private const string Menu = "compact";

    /// <summary>A few options are all in sight; more fold into a menu, which also lets an answer be left open.</summary>
    public static AdaptiveElement Of(FormInput.Choice choice, FormContent content)
    {
        var isMenu = choice.Options.Length > AdaptiveLimits.OptionsInSight || !choice.Required;
        var value = content.ValueOf(choice, choice.Value);
        return new AdaptiveElement.ChoiceSet(
            choice.Id, AdaptiveInputs.Label(choice.Label), isMenu ? Menu : InSight, Options(choice.Options, isMenu))
        {
            IsRequired = choice.Required ? true : null,
            ErrorMessage = choice.Required ? FormWords.NeedsChoice : null,
            Placeholder = isMenu ? FormWords.Choose : null,
            Value = choice.Options.Any(option => option.Value == value) ? value : null,
        };
    }

    public static AdaptiveElement Of(FormInput.Choices choices, FormContent content)
    {
        var values = content.ValuesOf(choices, choices.Values);
        var chosen = string.Join(',', choices.Options.Select(option => option.Value).Where(values.Contains));
        return new AdaptiveElement.ChoiceSet(
            choices.Id, AdaptiveInputs.Label(choices.Label), InSight, Options(choices.Options, isMenu: false))
        {
            IsRequired = choices.Required ? true : null,
            ErrorMessage = choices.Required ? FormWords.NeedsChoices : null,
            IsMultiSelect = true,
            Value = chosen.Length == 0 ? null : chosen,
        };
    }

    /// <summary>The channels the bot knows; Teams has no input that would list them, and a menu without choices is no card.</summary>
    public static AdaptiveElement Of(FormInput.Channel channel, FormContent content)
    {
        var label = AdaptiveInputs.Label(channel.Label);
        if (content.Channels.Count == 0)
        {
            return AdaptiveLines.Of(
                new Words([new WordSpan.Bold(label), new WordSpan.Plain($"\n{FormWords.NoChannel}")]), AdaptiveLimits.Text,
                    TextStyle.Plain);
        }

        var value = content.ValueOf(channel, channel.Value);
        return new AdaptiveElement.ChoiceSet(channel.Id, label, Menu, Options(Known(content.Channels, value), isMenu: true))
        {
            IsRequired = channel.Required ? true : null,
            ErrorMessage = channel.Required ? FormWords.NeedsChoice : null,
            Placeholder = FormWords.Choose,
            Value = content.Channels.Any(known => known.Id == value) ? value : null,
        };
    }

    /// <summary>As many as a menu takes; the one that is chosen stays among them.</summary>
    private static ImmutableArray<FormOption> Known(IReadOnlyList<ChannelOption> channels, string chosen) =>
        [.. channels.OrderBy(channel => channel.Id != chosen).Take(AdaptiveLimits.Options)
            .OrderBy(channel => channel.Name, StringComparer.OrdinalIgnoreCase)
            .Select(channel => new FormOption(channel.Id, channel.Name))];

    private static ImmutableArray<InputChoice> Options(ImmutableArray<FormOption> options, bool isMenu) =>
        [.. options.Select(option => new InputChoice(Title(option.Label, isMenu), option.Value))];

    /// <summary>Options in sight are read as Markdown by some clients, so its marks are escaped there; ours have none.</summary>
    private static string Title(string words, bool isMenu)
    {
        var title = AdaptiveText.Line(words, AdaptiveLimits.Option);
        return isMenu ? title : Mark().Replace(title, @"\$0");
    }

    [GeneratedRegex(@"[\\`*_{}\[\]()<>#+\-.!|~&:]", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
