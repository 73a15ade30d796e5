namespace IntroBot.Teams.AdaptiveCards;

/// <summary>Draws buttons, and lays them out in rows that a phone has room for: no button is hidden, and no words on one are cut.</summary>
internal static class AdaptiveActions
{
    private const string FirstRow = "medium";
    private const string NextRow = "small";

    /// <summary>A button that leads somewhere else.</summary>
    public static AdaptiveAction Open(string label, Uri address) =>
        new AdaptiveAction.OpenUrl(address.AbsoluteUri) { Title = Title(label) };

    public static ImmutableArray<AdaptiveElement> Rows(IEnumerable<CardButton> buttons, FormLocation seat) =>
        Rows(buttons.Select(button => Of(button, seat)));

    public static ImmutableArray<AdaptiveElement> Rows(IEnumerable<(string Title, AdaptiveAction Action)> actions)
    {
        var rows = ImmutableArray.CreateBuilder<AdaptiveElement>();
        var row = ImmutableArray.CreateBuilder<AdaptiveAction>();
        var letters = 0;
        foreach (var (title, action) in actions)
        {
            letters += title.Length + AdaptiveLimits.ButtonFrame;
            if (row.Count > 0 && (letters > AdaptiveLimits.ButtonRow || row.Count == AdaptiveLimits.ButtonsOfRow))
            {
                End();
                letters = title.Length + AdaptiveLimits.ButtonFrame;
            }

            row.Add(action);
        }

        if (row.Count > 0)
        {
            End();
        }

        return rows.ToImmutable();

        void End()
        {
            rows.Add(new AdaptiveElement.ActionSet(row.ToImmutable()) { Spacing = rows.Count == 0 ? FirstRow : NextRow });
            row.Clear();
        }
    }

    public static string Title(string label) => AdaptiveText.Line(label, AdaptiveLimits.ButtonText);

    public static string? StyleOf(ButtonStyle style) => style switch
    {
        ButtonStyle.Plain => null,
        ButtonStyle.Primary => "positive",
        ButtonStyle.Danger => "destructive",
    };

    /// <summary>A dialog is sent in by each of its buttons, and knows no verb: there the action stands in the data.</summary>
    public static (string Title, AdaptiveAction Action) Of(CardButton button, FormLocation seat)
    {
        var (title, style) = (Title(button.Label), StyleOf(button.Style));
        return (title, seat switch
        {
            FormLocation.InChat =>
                new AdaptiveAction.Execute(title, button.Action, new ActionData(new CarriedData { Value = button.Value }))
                {
                    Style = style,
                },
            FormLocation.InDialog =>
                new AdaptiveAction.Submit(title, new ActionData(new CarriedData { Action = button.Action, Value = button.Value }))
                {
                    Style = style,
                },
            _ => throw new UnreachableException(),
        });
    }
}
