namespace IntroBot.Teams.AdaptiveCards;

/// <summary>What is shown in the inputs of a form beside the form itself.</summary>
internal sealed record FormContent(IReadOnlyDictionary<string, string> Errors, FormAnswers? Typed, IReadOnlyList<ChannelOption> Channels)
{
    /// <summary>The words to show in an input: what the person typed, else what the bot put there.</summary>
    public string ValueOf(FormInput input, string given) => Typed is null ? given : Typed.Many(input.Id).FirstOrDefault("");

    public IReadOnlyList<string> ValuesOf(FormInput input, ImmutableArray<string> given) => Typed is null ? given : Typed.Many(input.Id);
}
