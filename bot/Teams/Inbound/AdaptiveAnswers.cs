using IntroBot.Teams.AdaptiveCards;

namespace IntroBot.Teams.Inbound;

/// <summary>
/// Reads the answers of a form from the data of an action: Teams lays them, every one a string, beside what the action carries
/// (https://learn.microsoft.com/adaptive-cards/authoring-cards/input-validation). Any client can send anything: what is missing, null or of
/// another kind reads as empty, and what is longer than any box lets anyone type loses its end.
/// </summary>
public static class AdaptiveAnswers
{
    public static FormAnswers Read(JsonElement data)
    {
        var many = CarriedData.Read(data).Many ?? [];
        var answers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var field in data.Fields())
        {
            if (field.NameOf() is { Length: <= AdaptiveLimits.CarriedName } id
                && id != CarriedData.Field
                && answers.Count < AdaptiveLimits.Answers)
            {
                answers[id] = Answer(field.Value, many.Contains(id));
            }
        }

        return new FormAnswers(answers);
    }

    private static IReadOnlyList<string> Answer(JsonElement json, bool isMany)
    {
        if (json.Text() is not { } text)
        {
            return [];
        }

        var typed = text.Length <= AdaptiveLimits.Answer ? text : text[..AdaptiveLimits.Answer];
        return isMany ? typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [typed];
    }
}
